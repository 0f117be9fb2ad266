import { join } from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { chromiumArgs, findChromium } from './test/support/chromium.ts';
import { transparencyServer } from './test/support/transparency.ts';
import { packageEntries } from './tools/packageEntries.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The React that the project's tests run on: "18" or "19". */
    readonly reactMajor: string;
  }
}

const root = import.meta.dirname;
const installed = (path: string) => join(root, 'node_modules', path);
const react18 = (path: string) => join(root, 'test/react-18/node_modules', path);

function browser() {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: {
        // Looked for when a browser is launched, so that the projects without one never need it.
        get executablePath() {
          return findChromium();
        },
        args: [...chromiumArgs],
      },
    }),
    // A page at a time: one has the focus.
    fileParallelism: false,
    instances: [{ browser: 'chromium' as const }],
  };
}

const unit: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [
      '**/node_modules/**',
      'test/browser/**',
      'test/clerk/**',
      'test/e2e/**',
      'test/rendering-modes/**',
    ],
    setupFiles: ['test/support/setup.ts'],
    restoreMocks: true,
    provide: { reactMajor: '19' },
  },
};

/** Everything that touches React once more, on the oldest React that the kit supports. */
const unitReact18: TestProjectConfiguration = {
  extends: true,
  resolve: {
    alias: [
      { find: /^react$/, replacement: react18('react/index.js') },
      { find: /^react\/(.+)$/, replacement: react18('react/$1.js') },
      { find: /^react-dom$/, replacement: react18('react-dom/index.js') },
      { find: /^react-dom\/(.+)$/, replacement: react18('react-dom/$1.js') },
      // Node would be given the CommonJS of these, whose `require` no alias reaches.
      {
        find: /^@testing-library\/react$/,
        replacement: installed('@testing-library/react/dist/@testing-library/react.esm.js'),
      },
      {
        find: /^(react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-callback-ref|use-sidecar)$/,
        replacement: installed('$1/dist/es2015/index.js'),
      },
    ],
  },
  test: {
    name: 'unit-react-18',
    environment: 'jsdom',
    include: ['test/{react,ui,monitor}/**/*.test.{ts,tsx}'],
    // What is pressed there is made of parts whose own tests run on both.
    exclude: ['**/node_modules/**', 'test/ui/operations/**'],
    setupFiles: ['test/support/setup.ts'],
    restoreMocks: true,
    provide: { reactMajor: '18' },
    // Left to Node, these would find the newest React by themselves; inlined, the alias reaches them.
    server: {
      deps: {
        inline: [
          /@testing-library\/react/,
          /@radix-ui\//,
          /react-remove-scroll/,
          /react-style-singleton/,
          /use-(callback-ref|sidecar)/,
          /@floating-ui\//,
          /input-otp/,
        ],
      },
    },
  },
};

const inBrowser: TestProjectConfiguration = {
  extends: true,
  // Where Mock Service Worker finds its worker.
  publicDir: join(root, '.storybook/public'),
  plugins: [transparencyServer()],
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.{ts,tsx}'],
    browser: browser(),
  },
};

const stories: TestProjectConfiguration = {
  extends: true,
  plugins: [storybookTest({ configDir: join(root, '.storybook') })],
  test: {
    name: 'storybook',
    browser: browser(),
  },
};

export default defineConfig({
  plugins: [react()],
  resolve: {
    // The examples import the package by its name; here that means its sources, built or not.
    alias: packageEntries().map(({ specifier, source }) => ({
      find: new RegExp(`^${specifier}$`),
      replacement: source,
    })),
  },
  test: {
    // Hashing a password and starting a browser take their time on a machine that is busy otherwise.
    testTimeout: 60_000,
    // All that there are: the suites run one after the other.
    maxWorkers: '100%',
    hookTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/**/index.ts'],
      reporter: ['text', 'json-summary'],
    },
    projects: [unit, unitReact18, inBrowser, stories],
  },
});
