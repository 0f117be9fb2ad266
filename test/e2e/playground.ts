import {
  test as base,
  expect,
  type APIRequestContext,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import * as v from 'valibot';
import { english } from '../../src/messages/english.ts';
import { patternOf } from '../support/textOf.ts';

export { expect };

const service = v.object({ mutations: v.record(v.string(), v.number()) });

/** The playground's mode switch, and its count of requests. */
export interface Service {
  readonly set: (
    mode: 'operational' | 'maintenance' | 'unavailable',
    options?: { readonly retryAfterSeconds?: number },
  ) => Promise<void>;
  /** Returns the number of mutations of each kind that the server received, rejected or not. */
  readonly mutations: () => Promise<Readonly<Record<string, number>>>;
}

export interface TestUser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The API's traffic as the browser sees it, the oldest first. */
interface Traffic {
  /** "POST /api/notes" */
  readonly mutations: readonly string[];
  /** "200 GET /api/auth/get-session" */
  readonly answers: readonly string[];
}

interface Fixtures {
  readonly service: Service;
  readonly traffic: Traffic;
}

/**
 * A page of the playground on a clock that the test moves, in front of a service that is operational at the start.
 * Every test fails if an error is thrown or rejected without a handler, or if anything but the browser itself logs an
 * error to the console.
 */
export const test = base.extend<Fixtures>({
  service: async ({ request }, provide) => {
    const lever = createService(request);
    await lever.set('operational');
    await provide(lever);
    await lever.set('operational');
  },
  traffic: async ({ page }, provide) => {
    const mutations: string[] = [];
    const answers: string[] = [];
    page.on('request', (request) => {
      const path = apiPath(request.url());
      if (path !== undefined && request.method() !== 'GET') mutations.push(`${request.method()} ${path}`);
    });
    page.on('response', (response) => {
      const path = apiPath(response.url());
      if (path !== undefined) answers.push(`${response.status()} ${response.request().method()} ${path}`);
    });
    await provide({ mutations, answers });
  },
  page: async ({ page }, provide) => {
    const complaints = await listenForComplaints(page.context());
    await page.clock.install();
    await provide(page);
    expect(complaints).toEqual([]);
  },
});

function apiPath(url: string): string | undefined {
  const { pathname } = new URL(url);
  return pathname.startsWith('/api/') ? pathname : undefined;
}

function createService(request: APIRequestContext): Service {
  return {
    async set(mode, { retryAfterSeconds = null }: { readonly retryAfterSeconds?: number | null } = {}) {
      const answer = await request.put('/service', { data: { mode, retryAfter: retryAfterSeconds } });
      expect(answer.status()).toBe(200);
    },
    async mutations() {
      const answer = await request.get('/service');
      return v.parse(service, await answer.json()).mutations;
    },
  };
}

async function listenForComplaints(context: BrowserContext): Promise<readonly string[]> {
  const complaints: string[] = [];
  context.on('weberror', (event) => complaints.push(`uncaught: ${event.error().message}`));
  context.on('console', (message) => {
    // The browser logs this line for every unsuccessful response.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  await context.exposeFunction('complainOfRejection', (reason: string) => {
    complaints.push(`unhandled rejection: ${reason}`);
  });
  await context.addInitScript(() => {
    addEventListener('unhandledrejection', ({ reason }) => {
      (globalThis as unknown as { complainOfRejection(text: string): void }).complainOfRejection(
        String(reason),
      );
    });
  });
  return complaints;
}

/** Returns a user that the playground doesn't know yet. */
export function createTestUser(): TestUser {
  return {
    name: 'Ada Lovelace',
    email: `ada-${crypto.randomUUID()}@example.com`,
    password: 'correct horse battery',
  };
}

/** Creates an account without the page: the page stays signed out. */
export async function createAccount(
  request: APIRequestContext,
  { name, email, password }: TestUser,
): Promise<void> {
  const answer = await request.post('/api/auth/sign-up/email', { data: { name, email, password } });
  expect(answer.status()).toBe(200);
}

/** The name of the banner is its title. */
export const bannerName: RegExp = new RegExp(
  [english.maintenance, english.recovering, english.over, english.unavailable]
    .map(({ title }) => `^${title}$`)
    .join('|'),
);

/**
 * Opens the first page of a browser, and waits for the answer to the check that the page makes when it is idle. A
 * maintenance that begins later is unknown to the page.
 */
export async function openPage(page: Page, hash = ''): Promise<void> {
  const checked = page.waitForResponse('**/api/maintenance');
  await page.goto(`/${hash}`);
  await checked;
}

/** Returns the parts of a playground page, by role and label. */
export function partsOf(page: Page) {
  return {
    banner: page.getByRole('region', { name: bannerName }),
    form: page.getByRole('form'),
    email: page.getByLabel(english.signIn.email),
    password: page.getByLabel(english.signIn.password, { exact: true }),
    submit: page.getByRole('button', { name: english.signIn.submit }),
    notes: page.getByRole('region', { name: 'Notes' }),
    note: page.getByLabel('New note'),
    addNote: page.getByRole('button', { name: 'Add note' }),
    /** The assertive announcements, and the polite ones. */
    alerts: page.locator('[data-slot="alerts"]'),
    announcements: page.locator('[data-slot="announcements"]'),
  };
}

/** Waits until the time in the banner has passed and the check has run. */
export async function waitForNextCheck(page: Page): Promise<void> {
  const countdown = partsOf(page).banner.getByRole('timer');
  await expect(countdown).toHaveText(patternOf(english.maintenance.nextCheckIn));
  const [minutes = NaN, seconds = NaN] =
    ((await countdown.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
  const asked = page.waitForResponse('**/api/maintenance');
  await page.clock.runFor((minutes * 60 + seconds) * 1000);
  await asked;
}

/** Marks an element, so that `expectMarked` can distinguish it from a replacement. */
export async function mark(element: Locator): Promise<void> {
  await element.evaluate((node) => void Object.assign(node, { isMarked: true }));
}

export async function expectMarked(element: Locator): Promise<void> {
  await expect(element).toHaveJSProperty('isMarked', true);
}
