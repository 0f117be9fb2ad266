import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createMaintenanceMonitor, watchFetch, watchXhr } from '../../src/index.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { gateDialects } from '../support/gateDialects.ts';

beforeEach(() => localStorage.clear());

/** The page's own `fetch`: no monitor observes the switch of the gate. */
const { fetch: unobserved } = globalThis;

async function sendByXhr(url: string): Promise<void> {
  await new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', url);
    xhr.addEventListener('loadend', resolve);
    xhr.send();
  });
}

const transports = {
  fetch: async (url: string) => {
    await fetch(url, { method: 'POST' });
  },
  XMLHttpRequest: sendByXhr,
};

describe.each(Object.entries(gateDialects))('a gate and a page that use %s', (name, make) => {
  it.each(Object.entries(transports))(
    'a maintenance begins, says when it ends, and ends: %s',
    async (_, send) => {
      const address = `/__dialects/${name}`;
      const turn = (change: 'on' | 'off'): Promise<Response> =>
        unobserved(`${address}/${change}`, { method: 'POST' });
      const platform = createFakePlatform({ href: location.href });
      const dialect = make({ checkUrl: new URL(`${address}/status`, location.href).href });
      const monitor = createMaintenanceMonitor({ platform, dialects: [dialect] });
      const stops = [watchFetch(monitor), watchXhr(monitor)];
      onTestFinished(async () => {
        for (const stop of stops) stop();
        await turn('off');
      });

      await send(`${address}/notes`);
      await platform.advance(0);
      expect(monitor.getSnapshot().status).toBe('operational');

      await turn('on');
      await platform.advance(1);
      await send(`${address}/notes`);
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

      await turn('off');
      await platform.advance(1);
      const asked = monitor.checkNow();
      await platform.advance(5_000);
      expect(await asked).toBe('operational');
      expect(monitor.getSnapshot().status).toBe('operational');
    },
  );
});
