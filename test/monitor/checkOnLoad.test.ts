import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  createMaintenanceMonitor,
  SystemUnderMaintenanceError,
  type Check,
  type MaintenanceMonitor,
  type MaintenanceMonitorOptions,
} from '../../src/index.ts';
import { SHARED_STATE_KEY } from '../../src/monitor/sharedText.ts';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { contractNotice } from '../../src/protocol/notice.ts';
import { maintenanceState } from '../../src/server/index.ts';
import { createFrontendApi } from '../../src/testing/frontend-api/index.ts';
import { answerFetch } from '../support/answers.ts';
import { createFakeBrowser, type FakePlatform } from '../support/fakePlatform.ts';

interface Opened {
  readonly monitor: MaintenanceMonitor;
  readonly platform: FakePlatform;
}

/** A browser whose tabs share one service. */
function createTabs(answer: Awaited<ReturnType<Check>> = 'maintenance') {
  const browser = createFakeBrowser();
  const check = vi.fn<Check>(async () => answer);
  return {
    browser,
    check,
    async open(options: MaintenanceMonitorOptions = {}): Promise<Opened> {
      const platform = browser.openTab();
      const monitor = createMaintenanceMonitor({ platform, check, ...options });
      onTestFinished(monitor.subscribe(() => {}));
      await browser.advance(0);
      return { monitor, platform };
    },
  };
}

describe('when it loads, a page', () => {
  it.each([
    ['maintenance', 'mutations'],
    ['unavailable', 'all'],
  ] as const)('knows that the service answers "%s" before its first mutation', async (answer, scope) => {
    const tabs = createTabs(answer);
    const { monitor } = await tabs.open();
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope });
    expect(tabs.check).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ maxAgeMs: 60_000 }));
  });

  it.each(['operational', undefined] as const)('stays operational after the answer %s', async (answer) => {
    const tabs = createTabs();
    tabs.check.mockResolvedValue(answer);
    const { monitor } = await tabs.open();
    await tabs.browser.advance(3_600_000);
    expect(monitor.getSnapshot()).toEqual({ status: 'operational' });
    expect(tabs.check).toHaveBeenCalledOnce();
  });

  it('checks when the user looks at it', async () => {
    const tabs = createTabs();
    const platform = tabs.browser.openTab();
    platform.setAttended(false);
    const monitor = createMaintenanceMonitor({ platform, check: tabs.check });
    onTestFinished(monitor.subscribe(() => {}));
    await tabs.browser.advance(60_000);
    expect(tabs.check).not.toHaveBeenCalled();
    platform.setAttended(true);
    await tabs.browser.advance(0);
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('checks immediately when the user asks for it soon afterwards', async () => {
    const tabs = createTabs();
    const { monitor } = await tabs.open();
    await monitor.checkNow();
    expect(tabs.check).toHaveBeenCalledTimes(2);
  });

  it('leaves the check to another tab that made it in the last minute', async () => {
    const tabs = createTabs('operational');
    await Promise.all([tabs.open(), tabs.open()]);
    await tabs.browser.advance(59_999);
    await tabs.open();
    expect(tabs.check).toHaveBeenCalledOnce();
    await tabs.browser.advance(1);
    await tabs.open();
    expect(tabs.check).toHaveBeenCalledTimes(2);
  });

  it('sends no check if the browser remembers a maintenance, or the server has just said what it knows', async () => {
    const tabs = createTabs();
    const { monitor } = await tabs.open({ checkOnLoad: false });
    await monitor.report(new SystemUnderMaintenanceError(), { api: '/' });
    await tabs.open();
    const nowMs = tabs.browser.openTab().now();
    await createTabs().open({ initialState: maintenanceState({ mode: 'operational', nowMs }) });
    expect(tabs.check).not.toHaveBeenCalled();
  });

  it('checks if the server’s answer comes from an old cache', async () => {
    const tabs = createTabs();
    const nowMs = tabs.browser.openTab().now() - 60_000;
    const { monitor } = await tabs.open({ initialState: maintenanceState({ mode: 'operational', nowMs }) });
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('ends the maintenance of a tab that slept until nothing of it was stored', async () => {
    const tabs = createTabs('operational');
    const slept = await tabs.open({ checkOnLoad: false });
    await slept.monitor.report(new SystemUnderMaintenanceError(), { api: '/' });
    slept.platform.setAttended(false);
    await tabs.browser.advance(30 * 60_000);
    expect(slept.monitor.getSnapshot().status).toBe('maintenance');
    await tabs.open();
    expect(tabs.check).toHaveBeenCalledOnce();
    const ended = slept.monitor.getSnapshot();
    expect(ended.status).toBe('operational');
    await tabs.browser.advance(30 * 60_000);
    await tabs.open();
    expect(slept.monitor.getSnapshot()).toBe(ended);
  });

  it('does not end a maintenance that has begun before, because the answer may be older', async () => {
    const { browser, check } = createTabs('operational');
    const platform = browser.openTab();
    const monitor = createMaintenanceMonitor({ platform, check });
    let endBody = (): void => {};
    const notice = new Promise<typeof contractNotice>((resolve) => {
      endBody = () => resolve(contractNotice);
    });
    const receive = monitor.observe(() => ({ method: 'POST', url: '/notes' }));
    receive({ status: 503, source: {}, readNotice: () => notice });
    await browser.advance(10);
    check.mockImplementation(async () => {
      endBody();
      await new Promise((resolve) => platform.setTimer(() => resolve(undefined), 10));
      return 'operational';
    });
    onTestFinished(monitor.subscribe(() => {}));
    await browser.advance(20);
    expect(check).toHaveBeenCalledOnce();
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('stores nothing where no maintenance was', async () => {
    const tabs = createTabs('operational');
    const { platform } = await tabs.open();
    expect(platform.sharedStorage?.getItem(SHARED_STATE_KEY)).toBeNull();
  });

  it('checks alone where it has no storage', async () => {
    const tabs = createTabs('operational');
    await tabs.open({ shared: false });
    await tabs.open({ shared: false });
    expect(tabs.check).toHaveBeenCalledTimes(2);
  });
});

describe('with checkOnLoad={false}, a page', () => {
  it('sends no check while it knows no maintenance', async () => {
    const tabs = createTabs();
    await tabs.open({ checkOnLoad: false });
    await tabs.browser.advance(3_600_000);
    expect(tabs.check).not.toHaveBeenCalled();
  });
});

describe('the Frontend API adapter', () => {
  const requestsOf = (api: ReturnType<typeof createFrontendApi>): readonly string[] =>
    api.requests.map(({ method, path }) => `${method} ${path}`);

  it('answers the check on load with the environment that the sign-in form has loaded', async () => {
    const api = createFrontendApi();
    onTestFinished(answerFetch((request) => api.fetch(request)));
    api.setMode('maintenance');
    const adapter = frontendApiAdapter({ baseUrl: '/__api' });
    const [options, answer] = await Promise.all([
      adapter.loadAuthOptions?.(),
      adapter.checkService?.({ maxAgeMs: 60_000 }),
    ]);
    expect(options).toHaveProperty('identifiers');
    expect(answer).toBe('maintenance');
    expect(await adapter.checkService?.({ maxAgeMs: 60_000 })).toBe('maintenance');
    expect(requestsOf(api)).toEqual(['GET /v1/environment']);
  });

  it('asks again whether a maintenance is over', async () => {
    const api = createFrontendApi();
    onTestFinished(answerFetch((request) => api.fetch(request)));
    api.setMode('maintenance');
    const adapter = frontendApiAdapter({ baseUrl: '/__api' });
    await adapter.loadAuthOptions?.();
    api.setMode('operational');
    expect(await adapter.checkService?.()).toBe('operational');
    expect(requestsOf(api)).toHaveLength(2);
  });
});
