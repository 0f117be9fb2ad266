import { describe, expect, it } from 'vitest';
import { baseUrls, setMode, takeRequests } from './support/openService.ts';
import { openPage } from './support/openPage.ts';
import type { PageTools } from './support/page.ts';

type Page = Window & typeof globalThis & { readonly tools: PageTools };
type Instrumentation = keyof PageTools['instrumentations'];

const { other } = await baseUrls();

/** Opens another page each time, since an instrumentation can't be removed. */
async function openInstrumentedPage(): Promise<Page> {
  const page = await openPage<{ readonly tools: PageTools }>('page');
  // As on a page that was idle once.
  await page.tools.loadEngine();
  return page;
}

async function sendWithXhr(page: Page, method: string, url: string): Promise<void> {
  const xhr = new page.XMLHttpRequest();
  const ended = new Promise((resolve) => xhr.addEventListener('loadend', resolve));
  xhr.open(method, url);
  xhr.send();
  await ended;
}

/** Sends reads, rejected mutations and failing requests, one after the other. */
async function sendAll(page: Page): Promise<void> {
  await setMode('maintenance');
  await (await page.fetch(`${other}/notes`)).json();
  await (await page.fetch(`${other}/notes`, { method: 'POST', body: '{}' })).json();
  await page.fetch('http://127.0.0.1:1/').catch(() => {});
  await sendWithXhr(page, 'GET', `${other}/notes`);
  await sendWithXhr(page, 'POST', `${other}/notes`);
  await sendWithXhr(page, 'POST', 'http://127.0.0.1:1/');
}

/** Drops what differs between two equal requests: ids, times and sizes. */
function withoutMeasured(recorded: unknown): unknown {
  return JSON.parse(
    JSON.stringify(recorded, (key, value: unknown) =>
      /(id|span)$/i.test(key) || (typeof value === 'number' && !/status|code|kind/i.test(key))
        ? undefined
        : value,
    ),
  );
}

type Order = 'alone' | 'before the observers' | 'after the observers';

/** What the instrumentation has recorded, and the state of the monitor. */
async function record(name: Instrumentation, order: Order) {
  const page = await openInstrumentedPage();
  const install = page.tools.instrumentations[name];
  const before = order === 'after the observers' ? undefined : install();
  const monitor = order === 'alone' ? undefined : page.tools.watch([other]);
  const { run, recorded } = before ?? install();
  await run(() => sendAll(page));
  await expect.poll(() => recorded().length, { timeout: 20_000 }).toBe(expectedCounts[name]);
  return {
    recorded: withoutMeasured(recorded()),
    requests: (await takeRequests()).map(({ method, path }) => `${method} ${path}`),
    state: monitor?.getSnapshot(),
  };
}

/** A span for each of the six requests, and with Sentry a breadcrumb too. */
const expectedCounts: Readonly<Record<Instrumentation, number>> = { opentelemetry: 6, sentry: 12 };

describe.each(['opentelemetry', 'sentry'] as const)('%s', (name) => {
  it('records the same with and without the kit, which counts each rejection once', async () => {
    const alone = await record(name, 'alone');
    for (const order of ['before the observers', 'after the observers'] as const) {
      const { recorded, requests, state } = await record(name, order);
      expect(recorded).toEqual(alone.recorded);
      expect(requests).toEqual(alone.requests);
      expect(state).toMatchObject({
        status: 'maintenance',
        scope: 'mutations',
        notice: { retryAfterMs: 7000 },
        attempt: 2,
      });
    }
  });
});
