import { describe, expect, it } from 'vitest';
import { createMaintenanceMonitor, SystemUnderMaintenanceError, type Check } from '../../src/index.ts';
import { watchEvents, type EventStream } from '../../src/integrations/gate/index.ts';
import { createFakeBrowser, createFakePlatform, type FakePlatform } from '../support/fakePlatform.ts';

const url = '/api/maintenance/events';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

interface FakeStream extends EventStream {
  readonly emit: (type: 'status' | 'error', event?: { data?: unknown; origin?: string }) => void;
  readonly isOpen: () => boolean;
}

/** A server whose streams a test fills. */
function createPush() {
  const streams: FakeStream[] = [];

  function open(): EventStream {
    const listeners: { type: string; listener: (event: object) => void }[] = [];
    let isOpen = true;
    const stream: FakeStream = {
      addEventListener: (type, listener) => void listeners.push({ type, listener }),
      close: () => void (isOpen = false),
      emit(type, event = {}) {
        for (const each of listeners) if (each.type === type) each.listener(event);
      },
      isOpen: () => isOpen,
    };
    streams.push(stream);
    return stream;
  }

  const current = (): FakeStream | undefined => streams.findLast((stream) => stream.isOpen());
  return {
    open,
    opened: () => streams.length,
    openNow: () => streams.filter((stream) => stream.isOpen()).length,
    push: (status: object) =>
      current()?.emit('status', { data: JSON.stringify(status), origin: 'https://app.example' }),
    emit: (event: { data?: unknown; origin?: string }) => current()?.emit('status', event),
    fail: () => current()?.emit('error'),
  };
}

function openPage(platform: FakePlatform, push: ReturnType<typeof createPush>, check?: Check) {
  const monitor = createMaintenanceMonitor({ platform, checkOnLoad: false, ...(check && { check }) });
  const unsubscribe = monitor.subscribe(() => {});
  const stop = watchEvents(monitor, { url, open: push.open });
  return {
    monitor,
    platform,
    status: () => monitor.getSnapshot().status,
    stop: () => {
      unsubscribe();
      stop();
    },
  };
}

/** A page of one tab, whose stream is open. */
function createPage(check?: Check) {
  const push = createPush();
  return { push, ...openPage(createFakePlatform(), push, check) };
}

const begin = { mode: 'maintenance', version: 2 };
const end = { mode: 'operational', version: 3 };

describe('a page that watches events', () => {
  it.each([
    ['maintenance', 'mutations'],
    ['unavailable', 'all'],
  ])('enters a maintenance as soon as %s is pushed', async (mode, scope) => {
    const { push, platform, monitor } = createPage();
    push.push({ mode });
    await platform.advance(0);
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope });
  });

  it('waits as long as the pushed event asks for', async () => {
    const { push, platform, monitor } = createPage();
    const start = platform.monotonicNow();
    push.push({ ...begin, retryAfter: 120 });
    await platform.advance(0);
    expect(monitor.getSnapshot()).toMatchObject({
      floorMs: 120 * SECOND,
      nextCheckAt: start + 180 * SECOND,
    });
    push.push({ ...begin, version: 4, retryAfter: 240 });
    await platform.advance(0);
    expect(monitor.getSnapshot()).toMatchObject({
      floorMs: 240 * SECOND,
      nextCheckAt: start + 360 * SECOND,
    });
  });

  it.each([
    [0, 0],
    [0.5, 5],
    [0.999, 9.99],
  ])('leaves it within ten seconds, at a random moment: %d', async (random, seconds) => {
    const { push, platform, status } = createPage();
    push.push(begin);
    await platform.advance(MINUTE / 4);
    platform.setRandom(random);
    push.push(end);
    await platform.advance(seconds * SECOND - 1);
    expect(status()).toBe('maintenance');
    await platform.advance(1);
    expect(status()).toBe('operational');
  });

  it('stays in a maintenance that begins again before it has left', async () => {
    const { push, platform, status } = createPage();
    push.push(begin);
    push.push(end);
    await platform.advance(SECOND);
    push.push({ mode: 'maintenance', version: 4 });
    await platform.advance(20 * SECOND);
    expect(status()).toBe('maintenance');
  });

  it('believes a rejection that is newer than the pushed end', async () => {
    const { push, platform, monitor, status } = createPage();
    push.push(begin);
    push.push(end);
    await platform.advance(SECOND);
    await monitor.report(new SystemUnderMaintenanceError(), { api: '/' });
    await platform.advance(20 * SECOND);
    expect(status()).toBe('maintenance');
  });

  it('ignores a status that is older than the newest one', async () => {
    const { push, platform, status } = createPage();
    push.push(begin);
    push.push({ mode: 'operational', version: 1 });
    await platform.advance(20 * SECOND);
    expect(status()).toBe('maintenance');
  });

  it.each<[string, { data?: unknown; origin?: string }]>([
    ['another origin', { data: JSON.stringify(begin), origin: 'https://app.example.evil.example' }],
    ['no data', {}],
    ['a text', { data: 'maintenance' }],
    ['an unknown mode', { data: '{"mode":"on"}' }],
    ['a list', { data: '[{"mode":"maintenance"}]' }],
    ['a megabyte', { data: JSON.stringify({ ...begin, filler: 'x'.repeat(1_000_000) }) }],
  ])('ignores a message of %s', async (_, event) => {
    const { push, platform, status } = createPage();
    push.emit(event);
    await platform.advance(0);
    expect(status()).toBe('operational');
  });

  it('shows none of the texts of a message', async () => {
    const { push, platform, monitor } = createPage();
    push.push({ ...begin, shortMessage: '<b>Pay</b>', longMessage: '<b>now</b>' });
    await platform.advance(0);
    expect(JSON.stringify(monitor.getSnapshot())).not.toContain('<b>');
  });

  it('checks as before when the stream is broken', async () => {
    let checks = 0;
    const { push, platform, status } = createPage(async () => {
      checks += 1;
      return checks === 1 ? 'maintenance' : 'operational';
    });
    push.push(begin);
    push.fail();
    await platform.advance(45 * SECOND);
    expect([checks, status()]).toEqual([1, 'maintenance']);
    await platform.advance(45 * SECOND);
    expect([checks, status()]).toEqual([2, 'operational']);
  });

  it('opens a broken stream again after 5 to 95 seconds', async () => {
    const { push, platform } = createPage();
    platform.setRandom(0);
    push.fail();
    expect(push.openNow()).toBe(0);
    await platform.advance(5 * SECOND - 1);
    expect(push.opened()).toBe(1);
    await platform.advance(1);
    expect(push.openNow()).toBe(1);
    push.push(begin);
    platform.setRandom(0.999);
    push.fail();
    await platform.advance(94.9 * SECOND);
    expect(push.opened()).toBe(2);
    await platform.advance(0.1 * SECOND);
    expect(push.opened()).toBe(3);
  });

  it('opens a stream that keeps failing every few minutes only', async () => {
    const { push, platform } = createPage();
    for (let minute = 0; minute < 120; minute += 1) {
      push.fail();
      await platform.advance(MINUTE);
    }
    expect(push.opened()).toBeGreaterThan(8);
    expect(push.opened()).toBeLessThan(30);
  });

  it('has no stream while the user does not look at it', async () => {
    const { push, platform } = createPage();
    platform.setAttended(false);
    await platform.advance(MINUTE);
    expect(push.openNow()).toBe(0);
    platform.setAttended(true);
    await platform.advance(2.5 * SECOND - 1);
    expect(push.openNow()).toBe(0);
    await platform.advance(1);
    expect([push.openNow(), push.opened()]).toEqual([1, 2]);
  });

  it('opens no stream for a short look', async () => {
    const { push, platform } = createPage();
    for (const isAttended of [false, true, false]) platform.setAttended(isAttended);
    await platform.advance(MINUTE);
    expect(push.opened()).toBe(1);
  });

  it('leaves no stream, timer or listener when it is stopped', async () => {
    const { push, platform, stop } = createPage();
    push.push(end);
    await platform.advance(0);
    stop();
    expect([push.openNow(), platform.attentionListeners]).toEqual([0, 0]);
    expect(platform.timersDueAt).toEqual([]);
  });

  it('ignores what a closed stream still delivers', async () => {
    const push = createPush();
    const platform = createFakePlatform();
    let stream: FakeStream | undefined;
    const monitor = createMaintenanceMonitor({ platform });
    watchEvents(monitor, { url, open: () => (stream = push.open() as FakeStream) });
    platform.setAttended(false);
    stream?.emit('status', { data: JSON.stringify(begin) });
    stream?.emit('error');
    await platform.advance(MINUTE);
    expect([monitor.getSnapshot().status, push.opened()]).toEqual(['operational', 1]);
  });

  it.each([
    [
      'forbids it',
      (): EventStream => {
        throw new DOMException('blocked', 'SecurityError');
      },
    ],
    ['has none', (): undefined => undefined],
  ])('works without a stream where the browser %s', async (_, open) => {
    const platform = createFakePlatform();
    const stop = watchEvents(createMaintenanceMonitor({ platform }), { url, open });
    await platform.advance(MINUTE);
    stop();
    expect(platform.timersDueAt).toEqual([]);
  });

  it.each(['', 'javascript:alert(1)', 'file:///etc/passwd', 'https://'])(
    'throws MK322 for the address %j',
    (bad) => {
      const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
      expect(() => watchEvents(monitor, { url: bad })).toThrow('MK322');
    },
  );
});

describe('the tabs of a browser that watch events', () => {
  it('have one stream, and all follow it', async () => {
    const browser = createFakeBrowser();
    const push = createPush();
    const tabs = [1, 2, 3].map(() => openPage(browser.openTab(), push));
    await browser.advance(0);
    expect(push.opened()).toBe(1);
    push.push(begin);
    await browser.advance(0);
    expect(tabs.map(({ status }) => status())).toEqual(['maintenance', 'maintenance', 'maintenance']);
    push.push(end);
    await browser.advance(5 * SECOND);
    expect(tabs.map(({ status }) => status())).toEqual(['operational', 'operational', 'operational']);
  });

  it('hand the stream over when its tab is hidden or closed', async () => {
    const browser = createFakeBrowser();
    const push = createPush();
    const [first, second, third] = [1, 2, 3].map(() => openPage(browser.openTab(), push));
    await browser.advance(0);
    first?.platform.setAttended(false);
    await browser.advance(0);
    expect([push.opened(), push.openNow()]).toEqual([2, 1]);
    second?.stop();
    await browser.advance(0);
    expect([push.opened(), push.openNow()]).toEqual([3, 1]);
    push.push(begin);
    await browser.advance(0);
    expect([first?.status(), third?.status()]).toEqual(['maintenance', 'maintenance']);
  });

  it('leave the stream to another tab when one is hidden while it waits', async () => {
    const browser = createFakeBrowser();
    const push = createPush();
    const [first, second] = [1, 2].map(() => openPage(browser.openTab(), push));
    await browser.advance(0);
    second?.platform.setAttended(false);
    first?.platform.setAttended(false);
    await browser.advance(MINUTE);
    expect(push.openNow()).toBe(0);
    second?.platform.setAttended(true);
    await browser.advance(MINUTE);
    expect(push.openNow()).toBe(1);
  });
});
