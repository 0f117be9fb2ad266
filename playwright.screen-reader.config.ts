import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { freePort } from './test/support/freePort.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'maintenance-kit-screen-reader-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// The workers read this file again: the environment, which they inherit, holds what the first reading chose.
const port = (process.env['PLAYGROUND_PORT'] ??= String(await freePort()));
const folder = (process.env['PLAYGROUND_FOLDER'] ??= temporaryFolder());
const address = `http://127.0.0.1:${port}`;

/** Lets a screen reader speak in front of the playground. */
export default defineConfig({
  testDir: 'test/screen-reader',
  outputDir: 'test-results/screen-reader',
  // A screen reader speaks in real time.
  timeout: 400_000,
  expect: { timeout: 60_000 },
  workers: 1,
  reporter: 'list',
  use: { baseURL: address, screenshot: 'only-on-failure' },
  webServer: {
    command: 'node examples/playground/dist/server.js',
    url: address,
    env: { PORT: port, DATABASE_URL: `file:${join(folder, 'playground.db')}` },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
