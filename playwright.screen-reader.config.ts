import { defineConfig } from '@playwright/test';
import playground from './playwright.config.ts';

// The tests start a Chromium of their own, which the screen reader reads.
const { projects: _projects, ...shared } = playground;

/** Lets a screen reader speak in front of the playground, which is started as for the end-to-end tests. */
export default defineConfig({
  ...shared,
  testDir: 'test/screen-reader',
  outputDir: 'test-results/screen-reader',
  // A screen reader speaks in real time.
  timeout: 400_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: { ...shared.use, trace: 'off', screenshot: 'only-on-failure' },
});
