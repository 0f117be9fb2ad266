import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { createMaintenanceMonitor } from '../../src/index.ts';
import { watchEvents } from '../../src/integrations/gate/index.ts';
import { browserPlatform } from '../../src/platform/browserPlatform.ts';
import type { Platform } from '../../src/platform/platform.ts';

const change = (name: string): Promise<Response> => fetch(`/__gate/${name}`, { method: 'POST' });

// The tabs of a browser share it, and so would the tests.
beforeEach(() => localStorage.clear());
afterEach(() => change('operational'));

/** A page whose waits take a hundredth of their time, with a stream of the browser itself. */
function openPage() {
  const browser = browserPlatform();
  const platform = Object.assign(Object.create(browser) as Platform, {
    setTimer: (callback: () => void, delayMs: number) => browser.setTimer(callback, delayMs / 100),
  });
  const opened: EventSource[] = [];
  const monitor = createMaintenanceMonitor({ platform });
  const stop = watchEvents(monitor, {
    url: '/__gate/events',
    open(url) {
      const stream = new EventSource(url);
      opened.push(stream);
      return stream;
    },
  });
  onTestFinished(stop);
  return { opened, status: () => monitor.getSnapshot().status };
}

test('a page follows the events of a gate', async () => {
  const { status } = openPage();
  await change('maintenance');
  await expect.poll(status).toBe('maintenance');
  await change('operational');
  await expect.poll(status).toBe('operational');
});

test('a page that opens in a maintenance learns of it from the first event', async () => {
  await change('unavailable');
  const { status } = openPage();
  await expect.poll(status).toBe('maintenance');
});

test('a page follows a server that restarted', async () => {
  const { opened, status } = openPage();
  await expect.poll(() => opened[0]?.readyState).toBe(EventSource.OPEN);
  await change('restart');
  await change('maintenance');
  await expect.poll(status).toBe('maintenance');
  expect(opened).toHaveLength(2);
  expect(opened[0]?.readyState).toBe(EventSource.CLOSED);
});

test('two pages of a browser have one stream', async () => {
  const [first, second] = [openPage(), openPage()];
  await expect.poll(() => first.opened[0]?.readyState).toBe(EventSource.OPEN);
  await change('maintenance');
  await expect.poll(first.status).toBe('maintenance');
  expect(second.opened).toEqual([]);
});
