import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type Axe from 'axe-core';
import { registryItemSchema, registrySchema } from 'shadcn/schema';
import { startServer, type TestServer } from './support/startServer.ts';

const here = import.meta.dirname;
const root = join(here, '../..');
/** A fresh application. It is in this folder, so that it finds the packages that every application has. */
const app = join(here, '.app');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: TestServer;

/** Resolves to what a program prints. Rejects with it if the program fails. */
function run(
  file: string,
  args: readonly string[],
  { cwd = app, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}\n${stderr}`));
      else resolve(stdout);
    });
  });
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const result = await axe.run(document, { resultTypes: ['violations'] });
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

// The application, to which the published CLI adds the banner and the sign-in.
test.beforeAll(async () => {
  test.setTimeout(300_000);
  rmSync(app, { recursive: true, force: true });
  cpSync(join(here, 'template'), app, { recursive: true });
  mkdirSync(join(app, 'dist'));
  const packed = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', app], {
    cwd: root,
  });
  const [{ filename = '' } = {}] = JSON.parse(packed) as { filename?: string }[];
  const npmRegistry = (await run('npm', ['config', 'get', 'registry'], { cwd: root })).trim();
  server = await startServer({ app, tarball: join(app, filename), npmRegistry });

  const items = ['maintenance-banner', 'maintenance-sign-in'].map(
    (item) => `${server.origin}/r/${item}.json`,
  );
  await run(process.execPath, [join(here, 'node_modules/shadcn/dist/index.js'), 'add', '--yes', ...items], {
    env: {
      REGISTRY_URL: `${server.origin}/shadcn`,
      npm_config_registry: `${server.origin}/npm/`,
      npm_config_audit: 'false',
      npm_config_prefer_offline: 'true',
      // Peers are the ones of the folder above: there is one React.
      npm_config_legacy_peer_deps: 'true',
    },
  });
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', app]);
  await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build']);
});

test.afterAll(() => {
  server.close();
  rmSync(app, { recursive: true, force: true });
});

test.beforeEach(async ({ page }) => {
  server.api.endSessions();
  await page.goto(server.origin);
});

test('the registry and its items follow the schemas of shadcn/ui', () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(root, `dist/registry/${name}.json`), 'utf8'));
  const { items } = registrySchema.parse(read('registry'));
  for (const { name } of items) expect(registryItemSchema.parse(read(name)).name).toBe(name);
});

test('the CLI writes the components into the application', () => {
  expect(readdirSync(join(app, 'src/components')).toSorted()).toEqual([
    'guarded-submit-button.tsx',
    'maintenance-banner.tsx',
    'maintenance-sign-in.tsx',
    'ui',
  ]);
});

test('the sign-in keeps its input and its focus through a maintenance', async ({ page }) => {
  await page.getByLabel('Email address').fill('ada@example.com');
  await page.getByLabel('Password').fill('correct horse');
  server.api.setMode('maintenance', { retryAfter: 1 });
  const button = page.getByRole('button', { name: 'Continue' });
  await button.click();
  const banner = page.getByRole('region', { name: 'System under maintenance' });
  await expect(banner).toBeVisible();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription('Available again after maintenance');
  await expect(button).toBeFocused();
  await expect(page.getByLabel('Password')).toHaveValue('correct horse');
  await page.evaluate(axeSource);
  expect(await violations(page)).toEqual([]);

  server.api.setMode('operational');
  await banner.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('region', { name: 'Maintenance is over' })).toBeVisible();
  await button.click();
  await expect(page.getByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
});

test('a user who forgot the password chooses a new one with a code', async ({ page }) => {
  await page.getByRole('button', { name: 'Forgot password?' }).click();
  const send = page.getByRole('button', { name: 'Send code' });
  await expect(send).toBeVisible();
  await page.getByLabel('Email address').fill('ada@example.com');
  await send.click();
  const code = page.getByLabel('Code');
  await expect(code).toBeFocused();
  await code.fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('form').getByRole('alert')).toHaveText(
    'That code isn’t right. Check it and try again.',
  );
  await code.fill('424242');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('New password', { exact: true }).fill('a longer horse');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
});
