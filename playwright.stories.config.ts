import { defineConfig } from '@playwright/test';
import { freePort } from './test/support/freePort.ts';
import { launchOptions } from './test/support/launchOptions.ts';

// The workers read this file again: the environment, which they inherit, holds what the first reading chose.
const port = (process.env['STORYBOOK_PORT'] ??= String(await freePort()));
const address = `http://127.0.0.1:${port}`;

/** Plays every story of the built Storybook, and runs axe over the galleries in every rendering mode. */
export default defineConfig({
  testDir: 'test/stories',
  // Beside the reports: Playwright empties this folder when it starts.
  outputDir: 'test-results/stories',
  forbidOnly: Boolean(process.env['CI']),
  // A gallery holds many applications, which take time on a slow machine.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  workers: 2,
  fullyParallel: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/stories.json' }]],
  use: {
    baseURL: address,
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    launchOptions,
  },
  webServer: {
    command: `npx vite preview --outDir storybook-static --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
