import { describe, expect, it } from 'vitest';
import {
  createMaintenanceMonitor,
  SystemUnderMaintenanceError,
  type Check,
  type MaintenanceMonitor,
  type MaintenanceMonitorOptions,
} from '../../src/index.ts';
import { contractNotice } from '../../src/protocol/notice.ts';
import { createFakeBrowser, type FakePlatform } from '../support/fakePlatform.ts';

interface OpenTab {
  readonly monitor: MaintenanceMonitor;
  readonly platform: FakePlatform;
  readonly status: () => string;
}

/** Opens tabs of one browser. */
function createTabs() {
  const browser = createFakeBrowser();
  return {
    browser,
    advance: browser.advance,
    open(options: Omit<MaintenanceMonitorOptions, 'platform'> = {}): OpenTab {
      const platform = browser.openTab();
      const monitor = createMaintenanceMonitor({ platform, checkOnLoad: false, ...options });
      monitor.subscribe(() => {});
      return { monitor, platform, status: () => monitor.getSnapshot().status };
    },
  };
}

const reject = (tab: OpenTab, api = '/'): Promise<boolean> =>
  tab.monitor.report(new SystemUnderMaintenanceError(), { api });

describe('the tabs of a browser', () => {
  it('all enter a maintenance that one of them notices, and leave it together', async () => {
    const tabs = createTabs();
    const [first, second] = [tabs.open(), tabs.open()];
    await reject(first);
    await tabs.advance(0);
    expect(second.status()).toBe('maintenance');
    expect(second.monitor.getSnapshot()).toEqual(first.monitor.getSnapshot());

    second.monitor.reportProcessed({ api: '/' });
    await tabs.advance(0);
    expect([first.status(), second.status()]).toEqual(['operational', 'operational']);
  });

  it('open a trial together where there is no check', async () => {
    const tabs = createTabs();
    const [first, second] = [tabs.open(), tabs.open()];
    await reject(first);
    second.platform.setAttended(false);
    await tabs.advance(45_000);
    expect([first.status(), second.status()]).toEqual(['recovering', 'recovering']);
  });

  it('send one check for all', async () => {
    const tabs = createTabs();
    const askedAt: number[] = [];
    const check: Check = async () => {
      askedAt.push(first.platform.monotonicNow());
      return 'maintenance';
    };
    const [first, second] = [tabs.open({ check }), tabs.open({ check })];
    const start = first.platform.monotonicNow();
    await reject(first);
    await tabs.advance(400_000);
    expect(askedAt.map((at) => (at - start) / 1000)).toEqual([45, 90, 135, 180, 225, 270, 315, 360]);
    expect(second.monitor.getSnapshot()).toEqual(first.monitor.getSnapshot());
  });

  it('check in place of a tab that is frozen while it checks', async () => {
    const tabs = createTabs();
    const tab = tabs.open({ check: async () => 'operational' });
    await reject(tab);
    void tabs.browser.openTab().runAlone('maintenance-kit.check', 0, () => new Promise(() => {}));
    await tabs.advance(45_000 + 9_999);
    expect(tab.status()).toBe('maintenance');
    await tabs.advance(1);
    expect(tab.status()).toBe('operational');
  });

  it('catch up when they are shown after they were frozen', async () => {
    const tabs = createTabs();
    const [active, frozen] = [tabs.open(), tabs.open()];
    frozen.platform.setAttended(false);
    await reject(active);
    active.monitor.reportProcessed({ api: '/' });
    await reject(active);
    await tabs.advance(0);
    frozen.platform.setAttended(true);
    expect(frozen.monitor.getSnapshot()).toEqual(active.monitor.getSnapshot());
  });

  it('keep the order of requests: an end of which the newest rejection did not know changes nothing', async () => {
    const tabs = createTabs();
    const [first, second] = [tabs.open(), tabs.open()];
    await reject(first);
    await tabs.advance(1000);
    const sentAt = second.platform.monotonicNow();
    await tabs.advance(1000);
    await reject(first);
    await tabs.advance(0);
    second.monitor.reportProcessed({ api: '/', startedAt: sentAt });
    await tabs.advance(0);
    expect([first.status(), second.status()]).toEqual(['maintenance', 'maintenance']);
  });

  it('ignore the maintenance of an API that they do not trust', async () => {
    const tabs = createTabs();
    const [own, foreign] = [tabs.open({ apis: ['https://api.example/v1'] }), tabs.open()];
    await reject(own, 'https://api.example/v1');
    await tabs.advance(0);
    expect([own.status(), foreign.status()]).toEqual(['maintenance', 'operational']);
  });

  it('share nothing with `shared: false`', async () => {
    const tabs = createTabs();
    const [first, second] = [tabs.open({ shared: false }), tabs.open()];
    await reject(first);
    await tabs.advance(0);
    expect(second.status()).toBe('operational');
  });

  it.each(['getItem', 'setItem'] as const)('work alone where the storage throws in %s', async (method) => {
    const tabs = createTabs();
    const [first, second] = [tabs.open(), tabs.open()];
    for (const { platform } of [first, second]) {
      const { sharedStorage } = platform;
      if (!sharedStorage) throw new Error('A tab has a storage.');
      platform.sharedStorage = {
        ...sharedStorage,
        [method]: () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        },
      };
    }
    await reject(first);
    await tabs.advance(0);
    expect([first.status(), second.status()]).toEqual(['maintenance', 'operational']);
  });
});

describe('a new tab or a reload', () => {
  it('shows the maintenance once the engine is loaded, and checks soon', async () => {
    const tabs = createTabs();
    const first = tabs.open();
    const notice = { ...contractNotice, retryAfterMs: 3_600_000 };
    await first.monitor.report(new SystemUnderMaintenanceError({ notice }), { api: '/' });
    await tabs.advance(1000);

    const { monitor, platform } = tabs.open();
    expect(monitor.getSnapshot()).toMatchObject({
      status: 'maintenance',
      nextCheckAt: platform.monotonicNow() + 15_000,
    });
    // Hydration repeats what the server rendered.
    expect(monitor.getServerSnapshot()).toEqual({ status: 'operational' });
  });

  it('starts operational when the stored state has expired', async () => {
    const tabs = createTabs();
    const first = tabs.open({ check: async () => undefined });
    await reject(first);
    first.platform.setAttended(false);
    await tabs.advance(45_000 + 600_000);
    expect(tabs.open().status()).toBe('operational');
  });
});
