import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  defineDialect,
  discourse,
  gitlab,
  laravel,
  mediaWiki,
  mozillaAddons,
  nextcloud,
  plain503,
  type Dialect,
  type DialectOptions,
} from '../../src/dialects/index.ts';
import { createMaintenanceGate, nodeMiddleware } from '../../src/gate/index.ts';
import { createMaintenanceMonitor, watchFetch, watchXhr } from '../../src/index.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { listen } from '../gate/listen.ts';

let isOn = false;
beforeEach(() => {
  isOn = false;
});
afterEach(() => localStorage.clear());

/** A server of another origin, whose gate answers in a dialect. */
async function serve(dialect: Dialect): Promise<string> {
  const gate = nodeMiddleware(
    createMaintenanceGate({ isActive: () => isOn, dialect, retryAfter: 120, checkPath: '/status' }),
  );
  const server = createServer((request, response) => {
    gate(request, response, () => {
      response.setHeader('access-control-allow-origin', '*').setHeader('cache-control', 'no-store');
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  return listen(server);
}

async function sendByXhr(method: string, url: string): Promise<void> {
  await new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    xhr.addEventListener('loadend', resolve);
    xhr.send();
  });
}

const transports = {
  fetch: async (method: string, url: string) => {
    await fetch(url, { method });
  },
  XMLHttpRequest: sendByXhr,
};

const dialects: readonly [string, (options: DialectOptions) => Dialect][] = [
  ['discourse', discourse],
  ['gitlab', gitlab],
  ['laravel', laravel],
  ['mediaWiki', mediaWiki],
  ['mozillaAddons', mozillaAddons],
  ['nextcloud', nextcloud],
  ['plain503', (options) => plain503({ header: 'X-Maintenance', ...options })],
];

describe.each(dialects)('a gate and a page that use %s', (_, make) => {
  it.each(Object.entries(transports))(
    'a maintenance begins, says when it ends, and ends: %s',
    async (_name, send) => {
      const origin = await serve(make({}));
      const platform = createFakePlatform({ href: location.href });
      const dialect = make({ checkUrl: `${origin}/status` });
      const monitor = createMaintenanceMonitor({ platform, apis: [origin], dialects: [dialect] });
      const stops = [watchFetch(monitor), watchXhr(monitor)];
      onTestFinished(() => stops.forEach((stop) => stop()));

      await send('POST', `${origin}/notes`);
      await platform.advance(0);
      expect(monitor.getSnapshot().status).toBe('operational');

      isOn = true;
      await platform.advance(1);
      await send('POST', `${origin}/notes`);
      await expect
        .poll(() => monitor.getSnapshot())
        .toMatchObject({
          status: 'maintenance',
          notice: { retryAfterMs: 120_000 },
        });
      await platform.advance(1);
      const found = await monitor.checkNow();
      expect(['maintenance', 'unavailable']).toContain(found);
      expect(monitor.getSnapshot().status).toBe('maintenance');

      isOn = false;
      await platform.advance(1);
      const asked = monitor.checkNow();
      await platform.advance(5_000);
      expect(await asked).toBe('operational');
      expect(monitor.getSnapshot().status).toBe('operational');
    },
  );
});

describe('a gate in a dialect', () => {
  it('rejects reads too if the maintenance of the dialect does', async () => {
    const origin = await serve(laravel());
    isOn = true;
    expect((await fetch(`${origin}/notes`)).status).toBe(503);
  });

  it('lets reads pass otherwise', async () => {
    const origin = await serve(gitlab());
    isOn = true;
    expect((await fetch(`${origin}/notes`)).status).toBe(200);
  });

  it('keeps the headers of a rejection', async () => {
    const origin = await serve(plain503({ header: 'X-Maintenance' }));
    isOn = true;
    const { headers } = await fetch(`${origin}/notes`, {
      method: 'POST',
      headers: { origin: 'https://app.example' },
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-maintenance': '1',
      'retry-after': '120',
      'cache-control': 'no-store',
      'access-control-allow-origin': 'https://app.example',
      'access-control-expose-headers': 'Retry-After, X-Maintenance, Age',
    });
  });

  it('MK209: the dialect has no answers for a gate', () => {
    const dialect = defineDialect({ name: 'listens', recognize: () => true });
    expect(() => createMaintenanceGate({ isActive: true, dialect })).toThrow(/^MK209/);
  });
});
