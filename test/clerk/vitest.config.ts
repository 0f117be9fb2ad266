import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { packageEntries } from '../../tools/packageEntries.ts';
import { launchOptions } from '../support/launchOptions.ts';

const root = import.meta.dirname;

/** Tests the published SDK in a real browser, in front of the emulator on a port of this machine. */
export default defineConfig({
  root,
  plugins: [react()],
  server: { fs: { allow: [join(root, '../..')] } },
  // Bundled before the first test, since a page that discovers them later reloads.
  optimizeDeps: { include: ['@clerk/clerk-js', '@clerk/react', 'react-dom/client', 'vitest-browser-react'] },
  resolve: {
    alias: packageEntries().map(({ specifier, source }) => ({
      find: new RegExp(`^${specifier}$`),
      replacement: source,
    })),
  },
  test: {
    name: 'clerk',
    include: ['*.test.{ts,tsx}'],
    globalSetup: ['support/startServices.ts'],
    setupFiles: ['support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // A wait ends with its condition. The limit allows for a slow machine.
    expect: { poll: { timeout: 15_000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
