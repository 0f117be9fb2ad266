import { describe, expect, it, vi } from 'vitest';
import { createMaintenanceMonitor } from '../../src/monitor/createMaintenanceMonitor.ts';
import type { MaintenanceWindow } from '../../src/protocol/serviceStatus.ts';
import type { WindowSource } from '../../src/protocol/windowSource.ts';
import { createWindows, type WindowStore } from '../../src/stores/createWindows.ts';
import { formatLoadedWindows } from '../../src/stores/storedWindows.ts';
import { hashOf } from '../../src/stores/hashOf.ts';
import {
  createFakeBrowser,
  createFakePlatform,
  createTextStorage,
  type FakePlatform,
} from '../support/fakePlatform.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 0, 1, 12);

/** A window that starts and ends so many minutes after noon, when the clock of a test starts. */
function windowAt(startMinute: number, endMinute: number, id = 'planned'): MaintenanceWindow {
  const iso = (minute: number) => new Date(NOON + minute * MINUTE).toISOString();
  return { id, startsAt: iso(startMinute), endsAt: iso(endMinute) };
}

function createPage(platform: FakePlatform = createFakePlatform()) {
  const monitor = createMaintenanceMonitor({ platform });
  const store = createWindows({ monitor });
  const reject = async () => void (await monitor.report({ status: 503, code: 'maintenance_mode' }));
  return { platform, monitor, store, reject };
}

const announced = (store: WindowStore) => store.getSnapshot().announced;

describe('a list of windows', () => {
  it('announces a window from a day before its start', async () => {
    const { store, platform } = createPage();
    store.follow([windowAt(25 * 60, 26 * 60)]);
    expect(announced(store)).toBeUndefined();
    await platform.advance(59 * MINUTE);
    expect(announced(store)).toBeUndefined();
    await platform.advance(MINUTE);
    expect(announced(store)).toMatchObject({ id: 'planned', phase: 'upcoming' });
  });

  it('announces the earliest window that is ahead', () => {
    const { store } = createPage();
    store.follow([windowAt(120, 180, 'second'), windowAt(-60, -30, 'past'), windowAt(30, 60, 'first')]);
    expect(announced(store)?.id).toBe('first');
  });

  it('a window is live from its start to its end, and then gone', async () => {
    const { store, platform } = createPage();
    store.follow([windowAt(30, 60)]);
    await platform.advance(30 * MINUTE);
    expect(announced(store)?.phase).toBe('live');
    await platform.advance(30 * MINUTE);
    expect(announced(store)).toBeUndefined();
  });

  it('follows a clock that is set forward', async () => {
    const { store, platform } = createPage();
    store.follow([windowAt(120, 180)]);
    platform.shiftClock(2 * HOUR);
    await platform.advance(MINUTE);
    expect(announced(store)?.phase).toBe('live');
  });

  it('notifies its listeners once a minute at most', async () => {
    const { store, platform } = createPage();
    store.follow([windowAt(30, 60)]);
    const listener = vi.fn<() => void>();
    store.subscribe(listener);
    await platform.advance(5 * MINUTE);
    expect(listener).toHaveBeenCalledTimes(5);
  });

  it('sets no timer once every window is past, nor after it stops', async () => {
    const { store, platform } = createPage();
    const stop = store.follow([windowAt(1, 2)]);
    expect(platform.timersDueAt).toHaveLength(1);
    await platform.advance(3 * MINUTE);
    expect(platform.timersDueAt).toEqual([]);
    stop();
    const stopNext = store.follow([windowAt(30, 60)]);
    stopNext();
    expect(platform.timersDueAt).toEqual([]);
    expect(platform.attentionListeners).toBe(0);
    expect(announced(store)).toBeUndefined();
  });
});

describe('a window during maintenance', () => {
  it('says when the maintenance ends, and that it is late', async () => {
    const { store, platform, monitor, reject } = createPage();
    monitor.connect({ check: () => Promise.resolve('maintenance') });
    store.follow([windowAt(-10, 20)]);
    expect(store.getSnapshot().plannedEnd).toBeUndefined();
    await reject();
    expect(store.getSnapshot().plannedEnd).toEqual({ endsAt: NOON + 20 * MINUTE, isLate: false });
    await platform.advance(20 * MINUTE);
    expect(store.getSnapshot().plannedEnd).toEqual({ endsAt: NOON + 20 * MINUTE, isLate: true });
  });

  it('says the end of a dismissed window too', async () => {
    const { store, reject } = createPage();
    store.follow([windowAt(-10, 20)]);
    store.dismiss('planned');
    await reject();
    expect(store.getSnapshot().plannedEnd?.isLate).toBe(false);
  });

  it('a page that opens within an hour of the planned end shows that the maintenance is late', async () => {
    const { store, reject } = createPage();
    store.follow([windowAt(-120, -59)]);
    await reject();
    expect(store.getSnapshot().plannedEnd?.isLate).toBe(true);
  });

  it('says nothing of a maintenance that no window planned', async () => {
    const { store, reject } = createPage();
    store.follow([windowAt(-180, -61, 'over'), windowAt(30, 60, 'ahead')]);
    await reject();
    expect(store.getSnapshot().plannedEnd).toBeUndefined();
  });

  it('a live window is over when a maintenance ends in it', async () => {
    const { store, platform, monitor, reject } = createPage();
    monitor.connect({ check: () => Promise.resolve('operational') });
    store.follow([windowAt(-10, 120)]);
    await reject();
    await platform.advance(2 * MINUTE);
    expect(monitor.getSnapshot().status).toBe('operational');
    expect(announced(store)).toBeUndefined();
  });

  it('never changes the state of the service', async () => {
    const { store, platform, monitor } = createPage();
    store.follow([windowAt(1, 5)]);
    await platform.advance(10 * MINUTE);
    expect(monitor.getSnapshot().status).toBe('operational');
  });
});

describe('dismissing a window', () => {
  it('announces the next one', () => {
    const { store } = createPage();
    store.follow([windowAt(30, 60, 'first'), windowAt(120, 180, 'second')]);
    store.dismiss('first');
    expect(announced(store)?.id).toBe('second');
  });

  it('lasts over a reload, also when the window moves', () => {
    const sharedStorage = createTextStorage();
    const { store } = createPage(Object.assign(createFakePlatform(), { sharedStorage }));
    store.follow([windowAt(30, 60)]);
    store.dismiss('planned');
    const reloaded = createPage(Object.assign(createFakePlatform(), { sharedStorage })).store;
    reloaded.follow([windowAt(40, 70)]);
    expect(announced(reloaded)).toBeUndefined();
  });

  it('reaches the other tabs', async () => {
    const browser = createFakeBrowser();
    const [one, other] = [createPage(browser.openTab()).store, createPage(browser.openTab()).store];
    one.follow([windowAt(30, 60)]);
    other.follow([windowAt(30, 60)]);
    one.dismiss('planned');
    await browser.advance(0);
    expect(announced(other)).toBeUndefined();
  });

  it('lasts for the page if there is no storage', async () => {
    const { store, platform } = createPage();
    store.follow([windowAt(30, 60)]);
    store.dismiss('planned');
    await platform.advance(MINUTE);
    expect(announced(store)).toBeUndefined();
  });

  it('keeps the newest fifty ids', () => {
    const sharedStorage = createTextStorage();
    const { store } = createPage(Object.assign(createFakePlatform(), { sharedStorage }));
    for (let id = 0; id < 60; id += 1) store.dismiss(`window-${String(id)}`);
    const stored = JSON.parse(sharedStorage.getItem('maintenance-kit:dismissed-windows') ?? '') as string[];
    expect(stored).toHaveLength(50);
    expect(stored.at(-1)).toBe('window-59');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['an object', '{"planned":true}'],
    ['foreign values', '[1,null,{}]'],
    ['a huge text', `["planned","${'x'.repeat(20_000)}"]`],
  ])('ignores a storage that has %s', (_, text) => {
    const sharedStorage = createTextStorage();
    sharedStorage.setItem('maintenance-kit:dismissed-windows', text);
    const { store } = createPage(Object.assign(createFakePlatform(), { sharedStorage }));
    store.follow([windowAt(30, 60)]);
    expect(announced(store)?.id).toBe('planned');
  });

  it('works with a storage that throws', () => {
    const fail = (): never => {
      throw new Error('blocked');
    };
    const sharedStorage = { getItem: fail, setItem: fail, removeItem: fail };
    const { store } = createPage(Object.assign(createFakePlatform(), { sharedStorage }));
    store.follow([windowAt(30, 60)]);
    store.dismiss('planned');
    expect(announced(store)).toBeUndefined();
  });
});

describe('a source of windows', () => {
  it('is asked at once, and again after ten to twenty minutes', async () => {
    const { store, platform } = createPage();
    const load = vi.fn<WindowSource['load']>(() => Promise.resolve([windowAt(300, 360)]));
    store.follow({ load });
    await platform.advance(0);
    expect(announced(store)?.id).toBe('planned');
    await platform.advance(15 * MINUTE - 1);
    expect(load).toHaveBeenCalledTimes(1);
    await platform.advance(1);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it.each([0, -1, Number.NaN, 1_000])('is asked once a minute at most for everyMs %d', async (everyMs) => {
    const { store, platform } = createPage();
    platform.setRandom(0);
    const load = vi.fn<WindowSource['load']>(() => Promise.resolve([]));
    store.follow({ load, everyMs });
    await platform.advance(10 * MINUTE);
    expect(load).toHaveBeenCalledTimes(11);
  });

  it('is not asked while the page is hidden, and soon when the user returns', async () => {
    const { store, platform } = createPage();
    platform.setAttended(false);
    const load = vi.fn<WindowSource['load']>(() => Promise.resolve([]));
    store.follow({ load });
    await platform.advance(2 * HOUR);
    expect(load).not.toHaveBeenCalled();
    platform.setAttended(true);
    await platform.advance(5_000);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('a window that it cancels disappears', async () => {
    const { store, platform } = createPage();
    const load = vi.fn<WindowSource['load']>(() => Promise.resolve([]));
    load.mockResolvedValueOnce([windowAt(300, 360)]);
    store.follow({ load });
    await platform.advance(0);
    expect(announced(store)?.id).toBe('planned');
    await platform.advance(15 * MINUTE);
    expect(announced(store)).toBeUndefined();
  });

  it('a failure keeps the windows of the last answer', async () => {
    const { store, platform } = createPage();
    const load = vi.fn<WindowSource['load']>(() => Promise.reject(new Error('offline')));
    load.mockResolvedValueOnce([windowAt(300, 360)]);
    store.follow({ load });
    await platform.advance(HOUR);
    expect(load.mock.calls.length).toBeGreaterThan(2);
    expect(announced(store)?.id).toBe('planned');
  });

  it('leaves invalid windows out', async () => {
    const { store, platform } = createPage();
    const answer: unknown = [null, 'x', { id: 'no times' }, windowAt(60, 30, 'reversed'), windowAt(60, 90)];
    store.follow({ load: () => Promise.resolve(answer as MaintenanceWindow[]) });
    await platform.advance(0);
    expect(announced(store)?.id).toBe('planned');
  });

  it('chooses how long before its start a window is announced', async () => {
    const { store, platform } = createPage();
    store.follow({ load: () => Promise.resolve([windowAt(61, 90)]), announceBeforeMs: HOUR });
    await platform.advance(0);
    expect(announced(store)).toBeUndefined();
    await platform.advance(MINUTE);
    expect(announced(store)?.id).toBe('planned');
  });

  it('ignores an answer after it stops, and sets no timer', async () => {
    const { store, platform } = createPage();
    const stop = store.follow({ load: () => Promise.resolve([windowAt(60, 90)]) });
    stop();
    await platform.advance(0);
    expect(announced(store)).toBeUndefined();
    expect(platform.timersDueAt).toEqual([]);
  });

  it('one tab asks for all, also after a reload', async () => {
    const browser = createFakeBrowser();
    const load = vi.fn<WindowSource['load']>(() => Promise.resolve([windowAt(300, 360)]));
    const follow = () => {
      const { store } = createPage(browser.openTab());
      store.follow({ load, name: 'https://status.example' });
      return store;
    };
    follow();
    await browser.advance(9 * MINUTE);
    const other = follow();
    await browser.advance(0);
    expect(announced(other)?.id).toBe('planned');
    expect(load).toHaveBeenCalledTimes(1);
    await browser.advance(6 * MINUTE);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['of another source', { source: hashOf('another'), loadedAt: NOON, windows: [windowAt(60, 90)] }],
    ['of another day', { source: hashOf('page'), loadedAt: NOON - 24 * HOUR, windows: [windowAt(60, 90)] }],
    ['of the future', { source: hashOf('page'), loadedAt: NOON + 1, windows: [windowAt(60, 90)] }],
  ])('ignores the stored windows %s', async (_, stored) => {
    const sharedStorage = createTextStorage();
    sharedStorage.setItem('maintenance-kit:windows', formatLoadedWindows(stored));
    const { store, platform } = createPage(Object.assign(createFakePlatform(), { sharedStorage }));
    store.follow({ load: () => Promise.resolve([]), name: 'page' });
    expect(announced(store)).toBeUndefined();
    await platform.advance(0);
    expect(announced(store)).toBeUndefined();
  });
});
