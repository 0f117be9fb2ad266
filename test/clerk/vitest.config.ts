import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { packageEntries } from '../../tools/packageEntries.ts';
import { launchOptions } from '../support/launchOptions.ts';

const root = import.meta.dirname;

/** The published SDK in a real browser, in front of the emulator on a port of this machine. */
export default defineConfig({
  root,
  plugins: [react()],
  server: { fs: { allow: [join(root, '../..')] } },
  // Packed before the first test, since a page that reloads for what it finds later would begin anew.
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
    // Waiting ends with its condition. The limit leaves a slow machine enough time.
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
