import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { english } from 'maintenance-kit';
import { banner, expectRecovery, NEXT, test } from './support/application.ts';

const CHUNKS = join(import.meta.dirname, 'next/.next/static/chunks');
const ADA = [{ name: 'user', value: 'Ada', url: NEXT }];

test.beforeEach(({ context }) => context.addCookies(ADA));

test('the React Compiler memoizes the components of the application', () => {
  const chunks = readdirSync(CHUNKS).map((name) => readFileSync(join(CHUNKS, name), 'utf8'));
  const own = chunks.filter((chunk) => chunk.includes('By an action that throws'));
  expect(own.map((chunk) => chunk.includes('memo_cache_sentinel'))).toEqual([true]);
});

test('the HTML shows the session and the maintenance that the server knows', async ({ page, service }) => {
  await service.set('maintenance');
  const html = await (await page.request.get(NEXT)).text();
  expect(html).toContain(english.maintenance.title);
  expect(html).toContain('Notes of');
  expect(html).not.toContain(english.loading);
  // Suspense streams the rest.
  expect(html.indexOf('Loading the notes')).toBeGreaterThan(0);
  expect(html.indexOf('first, second')).toBeGreaterThan(html.indexOf('Loading the notes'));
});

test('the browser keeps what the server rendered, and asks for no session', async ({ page, service }) => {
  await service.set('maintenance');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(NEXT);
  await expect(page.getByText('first, second')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Notes of Ada' })).toBeVisible();
  await expect(banner(page)).toContainText(english.maintenance.title);
  await page.waitForLoadState('networkidle');
  expect(requests).not.toContain('/api/session');
});

test('a visitor gets the page for visitors', async ({ page, context }) => {
  await context.clearCookies();
  await page.goto(NEXT);
  await expect(page.getByRole('heading', { name: 'Sign in first' })).toBeVisible();
});

for (const [name, sender] of [
  ['By fetch', 'the gate in the proxy'],
  ['By an action that throws', 'a server action that throws'],
  ['By an action that returns', 'a server action that returns it'],
] as const) {
  test(`a maintenance that begins with ${sender} is detected, and over without a reload`, async ({
    page,
    service,
  }) => {
    await page.goto(NEXT);
    const form = page.getByRole('form', { name });
    const field = form.getByRole('textbox', { name });
    await field.fill('Remember the milk');
    await service.set('maintenance');
    await form.getByRole('button').click();
    await expect(form.getByRole('status')).toHaveText('SystemUnderMaintenance');

    // From now on, nothing is sent.
    const sent = (await service.requests()).length;
    await form.getByRole('button').press('Enter');
    expect(await service.requests()).toHaveLength(sent);

    await expectRecovery(page, service, field);
    await form.getByRole('button').click();
    await expect(form.getByRole('status')).toHaveText('succeeded');
    await expect(field).toHaveValue('');
  });
}

test.describe('a server component that throws', () => {
  // React reports the error that the boundary shows.
  test.afterEach(({ complaints }) => void complaints.splice(0));

  test('the maintenance is shown by error.tsx', async ({ page, service }) => {
    await service.set('unavailable');
    await page.goto(`${NEXT}/report`);
    await expect(page.getByText(english.unavailable.title).first()).toBeVisible();
    await expect(page.getByText('Something went wrong')).toHaveCount(0);
  });

  test('in the layout, it is shown by global-error.tsx', async ({ page, context, service }) => {
    await service.set('unavailable');
    await context.addCookies([{ name: 'broken-layout', value: '1', url: NEXT }]);
    await page.goto(NEXT);
    await expect(page.getByText(english.unavailable.title).first()).toBeVisible();
    await expect(page.getByText('Something went wrong')).toHaveCount(0);
  });
});

test('the protocol, the gate and the state run in the edge runtime', async ({ page }) => {
  const answer: unknown = await (await page.request.get(`${NEXT}/api/edge`)).json();
  expect(answer).toEqual({ runtime: true, gate: 503, kind: 'mutation', state: 'maintenance' });
});
