import { expect, test, type Page } from '@playwright/test';
import { english } from 'maintenance-kit';
import { createMaintenanceService } from 'maintenance-kit/testing';
import { attachMaintenance } from 'maintenance-kit/testing/playwright';

test('my app survives a maintenance', async ({ page }) => {
  const service = createMaintenanceService();
  await attachMaintenance(page, service);
  await page.goto('/');
  await page.getByLabel(english.signIn.email).fill('ada@example.com');
  await page.getByLabel(english.signIn.password, { exact: true }).fill('correct horse');
  service.begin({ retryAfter: 120 });
  await page.getByRole('button', { name: english.signIn.submit }).click();
  await expect(page.getByRole('region', { name: english.maintenance.title })).toBeVisible();
  await expect(page.getByLabel(english.signIn.email)).toHaveValue('ada@example.com');
});

const send = (url: string): Promise<string> =>
  fetch(url, { method: 'POST', headers: { 'x-client': 'test' } }).then(
    async (response) => `${response.status} ${response.headers.get('retry-after') ?? ''}`,
    () => 'failed',
  );

/** Serves an application without a content security policy, and a service worker that sends every request on. */
async function serveApplication(page: Page): Promise<void> {
  await page.context().route('https://app.example/**', (route) =>
    route.fulfill(
      route.request().url().endsWith('/worker.js')
        ? {
            contentType: 'text/javascript',
            body: `addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));`,
          }
        : { contentType: 'text/html', body: '<!doctype html><title>An application</title>' },
    ),
  );
}

test.describe('attachMaintenance', () => {
  test('rejects what the maintenance rejects, until it ends or is detached', async ({ page }) => {
    const service = createMaintenanceService();
    const detach = await attachMaintenance(page, service);
    await page.goto('/');
    const status = (method: string) =>
      page.evaluate(async (sent) => (await fetch('/api/maintenance', { method: sent })).status, method);
    const before = await status('POST');
    service.begin();
    expect(await status('POST')).toBe(503);
    expect(await status('GET')).toBe(200);
    service.end();
    expect(await status('POST')).toBe(before);
    service.begin({ scope: 'all' });
    expect(await status('GET')).toBe(503);
    await detach();
    expect(await status('GET')).toBe(200);
  });

  test('a page of another origin reads the rejection, after a preflight', async ({ page }) => {
    const service = createMaintenanceService({ apis: ['https://api.example'] });
    await serveApplication(page);
    await attachMaintenance(page, service);
    await page.goto('https://app.example/');
    service.begin({ retryAfter: 120 });
    expect(await page.evaluate(send, 'https://api.example/notes')).toBe('503 120');
  });

  test('a request that a service worker sends on is rejected too', async ({ page }) => {
    const service = createMaintenanceService();
    await serveApplication(page);
    await attachMaintenance(page, service);
    await page.goto('https://app.example/');
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
      while (!navigator.serviceWorker.controller) {
        await new Promise((resolve) => {
          navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
        });
      }
    });
    service.begin({ retryAfter: 120 });
    expect(await page.evaluate(send, '/api/notes')).toBe('503 120');
  });
});
