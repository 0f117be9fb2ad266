import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { freePort } from '../support/freePort.ts';
import { launchOptions } from '../support/launchOptions.ts';

// The workers read this file again: the environment, which they inherit, holds what the first reading chose.
for (const name of ['SERVICE_PORT', 'NEXT_PORT', 'REACT_ROUTER_PORT']) {
  process.env[name] ??= String(await freePort());
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/frameworks',
  forbidOnly: Boolean(process.env['CI']),
  // Waiting ends with its condition. The limits leave a slow machine enough time.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // The applications have one service, whose state the tests switch: one test at a time.
  workers: 1,
  reporter: [['list'], ['json', { outputFile: '../../test-results/frameworks.json' }]],
  use: { browserName: 'chromium', launchOptions },
  webServer: {
    command: `node ${join(import.meta.dirname, 'support/serve.mjs')}`,
    url: `http://127.0.0.1:${process.env['SERVICE_PORT']}/status`,
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
    timeout: 120_000,
  },
});
