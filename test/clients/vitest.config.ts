import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { packageEntries } from '../../tools/packageEntries.ts';
import { launchOptions } from '../support/launchOptions.ts';
import manifest from './package.json' with { type: 'json' };
import { apiServer } from './support/apiServer.ts';

const root = import.meta.dirname;

/** Packages that no test in the browser imports: the server's, a peer, and a test suite for Node. */
const notInBrowser: ReadonlySet<string> = new Set(['@trpc/server', 'rxjs', 'up-fetch']);

/**
 * The test suite of up-fetch, which its package contains. Mock Service Worker answers it, in Node. Its files of types and
 * of its build have no request.
 */
function upFetchSuite(name: string, setupFiles: string[] = []): TestProjectConfiguration {
  const suite = join(root, 'node_modules/up-fetch');
  return {
    extends: true,
    resolve: { alias: { src: join(suite, 'src') } },
    test: {
      name,
      include: ['node_modules/up-fetch/src/tests/*.spec.ts'],
      exclude: ['**/{dist,undici}.spec.ts'],
      setupFiles,
      server: { deps: { inline: [/up-fetch/] } },
    },
  };
}

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
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // A wait ends with its condition. The limit allows for a slow machine.
    expect: { poll: { timeout: 15_000 } },
    // The files share a page and its modules, and restore what they change.
    isolate: false,
    // All files use one server, whose mode each of them sets.
    fileParallelism: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'clients',
          include: ['*.test.{ts,tsx}'],
          setupFiles: ['support/setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      upFetchSuite('up-fetch'),
      upFetchSuite('up-fetch-observed', ['support/observe.ts']),
    ],
  },
});
