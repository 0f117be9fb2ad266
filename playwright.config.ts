import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { freePort } from './test/support/freePort.ts';
import { launchOptions } from './test/support/launchOptions.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'maintenance-kit-e2e-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// The workers read this file again: the environment, which they inherit, holds what the first reading chose.
const port = (process.env['PLAYGROUND_PORT'] ??= String(await freePort()));
const folder = (process.env['PLAYGROUND_FOLDER'] ??= temporaryFolder());
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'test/e2e',
  // Beside the reports: Playwright empties this folder when it starts.
  outputDir: 'test-results/e2e',
  forbidOnly: Boolean(process.env['CI']),
  // Waiting ends with its condition. The limits leave a slow machine enough time.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // The playground has one service, whose state the tests switch: one test at a time. The faults start one for each worker.
  workers: Number(process.env['FAULTS_WORKERS'] ?? 1),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: address,
    // A trace costs a third of the run: npx playwright test --trace on records one.
    trace: 'off',
    launchOptions,
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: 'node examples/playground/dist/server.js',
    url: address,
    env: { PORT: port, DATABASE_URL: `file:${join(folder, 'playground.db')}` },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
