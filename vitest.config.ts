import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { launchOptions } from './test/support/launchOptions.ts';
import { gateServer } from './test/support/gateServer.ts';
import { transparencyServer } from './test/support/transparency.ts';
import { packageEntries } from './tools/packageEntries.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The React that the project's tests run on: "18" or "19". */
    readonly reactMajor: string;
    /** The number of maintenances that the soak test goes through. */
    readonly soakFlips: number;
  }
}

const root = import.meta.dirname;
const installed = (path: string) => join(root, 'node_modules', path);
const react18 = (path: string) => join(root, 'test/react-18/node_modules', path);

/**
 * Puts files of one project and environment next to each other, because only neighbors share a worker. Node comes
 * first: its longest file is the longest of all.
 */
class ByEnvironment extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const group = ({ project, moduleId }: TestSpecification) =>
      `${project.name} ${/^\/\/ @vitest-environment \w+/.exec(readFileSync(moduleId, 'utf8'))?.[0] ?? ''}`;
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own method
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => group(b).localeCompare(group(a)));
  }
}

const unit: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    environment: 'happy-dom',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: [
      '**/node_modules/**',
      'test/browser/**',
      'test/clerk/**',
      'test/clients/**',
      'test/e2e/**',
      'test/frameworks/**',
      'test/screen-reader/**',
      'test/shadcn/**',
      'test/stories/**',
    ],
    setupFiles: ['test/support/setup.ts', 'test/support/idlePage.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    provide: { reactMajor: '19' },
  },
};

/**
 * What depends on React runs on the oldest supported version too: the hooks and the provider; context, effects,
 * refs, `inert`, Suspense and lazy chunks in the first form and the first page; every Radix and input-otp part.
 */
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
    environment: 'happy-dom',
    include: ['test/{react,ui}/**/*.test.{ts,tsx}'],
    // These forms and pages consist of parts whose tests run on both versions, or test what doesn't reach React: the
    // texts of errors, stored values, dialects, the dates of planned windows.
    exclude: [
      '**/node_modules/**',
      // Storybook renders with the React that is installed beside it.
      'test/react/storybook.test.tsx',
      'test/react/{dialects,foreignKeys,sessionUser}.test.{ts,tsx}',
      'test/ui/{auth-flow,operations}/**',
      'test/ui/{CreateOrganization,OrganizationSwitcher,SendWhenAvailable,SignInSteps,SignUp,SignUpSteps}.test.tsx',
      'test/ui/{storedValues,validation,windows}.test.tsx',
      'test/ui/{additionalFields,addresses,deletions,lostQrCode,pictures,unknownErrors,saves,sessionPending}.test.tsx',
      'test/ui/{ProviderMark.test.tsx,slots.test.ts}',
      'test/ui/Organization{Invitations,Members,Profile}.test.tsx',
      'test/ui/UserProfile{Details,EmailAddresses,Lists,Security}.test.tsx',
    ],
    setupFiles: ['test/support/setup.ts', 'test/support/idlePage.ts'],
    restoreMocks: true,
    unstubGlobals: true,
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
  // Mock Service Worker's script.
  publicDir: join(root, '.storybook/public'),
  plugins: [transparencyServer(), gateServer()],
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/browserSetup.ts', 'test/support/idlePage.ts'],
    provide: { soakFlips: Number(process.env['SOAK_FLIPS'] ?? 40) },
    // A group of its own: Vitest wants the same number of workers in all projects of a group.
    sequence: { groupOrder: 1 },
    // One page at a time, because only one has the focus.
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions }),
      instances: [{ browser: 'chromium' }],
    },
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
    // Hashing a password and starting a browser take time on a busy machine.
    testTimeout: 60_000,
    maxWorkers: '100%',
    // Files share a worker, or a page, and the modules in it: loading them anew took longer than the tests.
    isolate: false,
    sequence: { sequencer: ByEnvironment },
    hookTimeout: 30_000,
    // Waiting ends with its condition. The limit leaves a slow machine enough time.
    expect: { poll: { timeout: 15_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/**/index.ts'],
      reporter: ['text', 'json-summary'],
    },
    projects: [unit, unitReact18, inBrowser],
  },
});
