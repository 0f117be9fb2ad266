import { defineConfig } from '@playwright/test';
import { launchOptions } from '../support/launchOptions.ts';

/** Adds the published components to a fresh application with shadcn's CLI, and drives it in Chromium. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../test-results/shadcn',
  forbidOnly: Boolean(process.env['CI']),
  workers: 1,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/shadcn.json' }]],
  use: { browserName: 'chromium', launchOptions },
});
