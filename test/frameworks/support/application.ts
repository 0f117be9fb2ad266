import { test as base, expect, type Page } from '@playwright/test';
import { english } from 'maintenance-kit';
import type { ServiceCheck } from 'maintenance-kit/protocol';

const addressOf = (name: string): string => `http://127.0.0.1:${process.env[name] ?? ''}`;

export const NEXT = addressOf('NEXT_PORT');
export const REACT_ROUTER = addressOf('REACT_ROUTER_PORT');

/** The application's API, which the applications call on the server. */
export interface Service {
  readonly set: (mode: ServiceCheck) => Promise<void>;
  /** Returns the requests since the last change of the mode. */
  readonly requests: () => Promise<readonly string[]>;
}

/** A page that fails its test if React or the application complains, and a service that begins as operational. */
export const test = base.extend<{ service: Service; complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // The browser logs each response of a failed request.
        const isAnswer = message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  service: [
    async ({ request }, use) => {
      const address = addressOf('SERVICE_PORT');
      const set: Service['set'] = async (mode) => void (await request.get(`${address}/mode?is=${mode}`));
      await set('operational');
      await use({
        set,
        requests: async () => (await (await request.get(`${address}/requests`)).json()) as readonly string[],
      });
    },
    { auto: true },
  ],
});

export const banner = (page: Page) => page.locator('[data-slot="maintenance-banner"]');

/** The application follows a maintenance to its end without a reload, and the input stays. */
export async function expectRecovery(page: Page, service: Service, field: ReturnType<Page['getByLabel']>) {
  await expect(banner(page)).toContainText(english.maintenance.title);
  await expect(field).toHaveValue('Remember the milk');
  await service.set('operational');
  // The next check is due in half a minute at most; the user needn't wait for it.
  await banner(page).getByRole('button', { name: english.maintenance.checkNow }).click();
  await expect(banner(page)).toContainText(english.over.title);
  await expect(field).toHaveValue('Remember the milk');
}
