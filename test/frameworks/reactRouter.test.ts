import { expect } from '@playwright/test';
import { english } from 'maintenance-kit';
import { banner, expectRecovery, REACT_ROUTER, test } from './support/application.ts';

test('the HTML shows the maintenance that the server knows, and the browser keeps it', async ({
  page,
  service,
}) => {
  await service.set('maintenance');
  expect(await (await page.request.get(REACT_ROUTER)).text()).toContain(english.maintenance.title);
  await page.goto(REACT_ROUTER);
  await expect(page.getByRole('heading', { name: 'Guarded notes' })).toBeVisible();
  await expect(banner(page)).toContainText(english.maintenance.title);
});

test('the HTML shows the session that the server knows, and the browser asks for none', async ({
  page,
  context,
}) => {
  expect(await (await page.request.get(REACT_ROUTER)).text()).toContain('Signed out');
  await context.addCookies([{ name: 'user', value: 'Ada', url: REACT_ROUTER }]);
  expect(await (await page.request.get(REACT_ROUTER)).text()).toMatch(/Signed in as (<!-- -->)?Ada/);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(REACT_ROUTER);
  await expect(page.getByText('Signed in as Ada')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(requests).not.toContain('/session');
});

test('an action behind the gate as middleware, guarded by its clientAction', async ({ page, service }) => {
  await page.goto(REACT_ROUTER);
  const field = page.getByLabel('Note');
  await field.fill('Remember the milk');
  await service.set('maintenance');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'SystemUnderMaintenance' })).toBeVisible();
  await expectRecovery(page, service, field);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Remember the milk' })).toBeVisible();
});

test('an action that passes on the 503 of the API is detected', async ({ page, service }) => {
  await page.goto(`${REACT_ROUTER}/plain`);
  const field = page.getByLabel('Note');
  await field.fill('Remember the milk');
  await service.set('maintenance');
  await page.getByRole('button', { name: 'Save' }).click();
  await expectRecovery(page, service, field);
});

test.describe('a loader that throws the maintenance', () => {
  // React reports the error that the boundary shows.
  test.afterEach(({ complaints }) => void complaints.splice(0));

  test('is shown by the error boundary', async ({ page, service }) => {
    await service.set('unavailable');
    await page.goto(`${REACT_ROUTER}/report`);
    await expect(page.getByText(english.unavailable.title).first()).toBeVisible();
    await expect(page.getByText('Something went wrong')).toHaveCount(0);
  });
});
