import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { packageEntries } from '../../tools/packageEntries.ts';
import { launchOptions } from '../support/launchOptions.ts';
import manifest from './package.json' with { type: 'json' };
import { apiServer } from './support/apiServer.ts';

const root = import.meta.dirname;

/** Packages that no test imports: the server's, and a peer. */
const notInBrowser: ReadonlySet<string> = new Set(['@trpc/server', 'rxjs']);

/** Tests published data clients in a real browser, against a server on a port of this machine. */
export default defineConfig({
  root,
  plugins: [react(), apiServer()],
  server: { fs: { allow: [join(root, '../..')] } },
  // Bundled before the first test, since a page that discovers them later reloads.
  optimizeDeps: {
    include: [
      ...Object.keys(manifest.dependencies).filter((name) => !notInBrowser.has(name)),
      '@reduxjs/toolkit/query',
      '@reduxjs/toolkit/query/react',
      '@apollo/client/link/error',
      'swr/mutation',
      'fast-check',
      'react-dom/client',
      'vitest-browser-react',
    ],
  },
  resolve: {
    alias: packageEntries().map(({ specifier, source }) => ({
      find: new RegExp(`^${specifier}$`),
      replacement: source,
    })),
  },
  test: {
    name: 'clients',
    include: ['*.test.{ts,tsx}'],
    setupFiles: ['support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // A wait ends with its condition. The limit allows for a slow machine.
    expect: { poll: { timeout: 15_000 } },
    // The files share a page and its modules, and restore what they change.
    isolate: false,
    // All files use one server, whose mode each of them sets.
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
