import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { packageEntries } from '../../tools/packageEntries.ts';
import { chromiumArgs, findChromium } from '../support/chromium.ts';

const root = join(import.meta.dirname, '../..');

/** The published SDK in a real browser, in front of the emulator on a port of this machine. */
export default defineConfig({
  root,
  plugins: [react()],
  // Beside the cache of the other suites: this one packs the SDK too.
  cacheDir: join(root, 'node_modules/.vite-with-clerk'),
  resolve: {
    alias: packageEntries().map(({ specifier, source }) => ({
      find: new RegExp(`^${specifier}$`),
      replacement: source,
    })),
  },
  test: {
    name: 'clerk',
    include: ['test/clerk/*.test.{ts,tsx}'],
    globalSetup: ['test/clerk/support/startServices.ts'],
    setupFiles: ['test/clerk/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // An answer takes its own time, on a machine that is busy otherwise too.
    expect: { poll: { timeout: 10_000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: findChromium(), args: [...chromiumArgs] },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
