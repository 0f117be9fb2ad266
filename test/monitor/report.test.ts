import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMaintenanceMonitor, SystemUnderMaintenanceError, watchFetch } from '../../src/index.ts';
import { answerFetch, maintenanceAnswer } from '../support/answers.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

const API = 'https://api.example/v1';
const PAYMENTS = 'https://payments.example/charges';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanup) => cleanup()));

function setUp() {
  const platform = createFakePlatform({ href: 'https://app.example/' });
  const monitor = createMaintenanceMonitor({ platform, apis: [API] });
  return { platform, monitor };
}

function watch(monitor: ReturnType<typeof setUp>['monitor']): void {
  const stopAnswering = answerFetch(() => maintenanceAnswer({ 'retry-after': '60' }));
  const stopWatching = watchFetch(monitor);
  cleanups.push(stopWatching, stopAnswering);
}

const body = { code: 'maintenance_mode' };

/** Returns errors with a URL, as each client keeps it. */
function errorsAbout(url: string): readonly (readonly [string, unknown])[] {
  const response = maintenanceAnswer();
  Object.defineProperty(response, 'url', { value: url });
  const failed = (members: object): Error =>
    Object.assign(new Error('Request failed'), { status: 503 }, members);
  const { origin, pathname } = new URL(url);
  return [
    ['a Response', response],
    ['response.url', failed({ response, data: body })],
    ['request.url (ky)', failed({ request: new Request(url), data: body })],
    ['request (ofetch)', failed({ request: url, data: body })],
    [
      'request.responseURL (axios)',
      failed({ request: { responseURL: url }, response: { status: 503, data: body } }),
    ],
    [
      'config (axios)',
      failed({ config: { baseURL: `${origin}/`, url: pathname }, response: { status: 503, data: body } }),
    ],
    [
      'config with an absolute URL',
      failed({ config: { baseURL: '/api', url }, response: { status: 503, data: body } }),
    ],
    ['url (Angular)', failed({ url, error: body })],
    ['the URL of its cause', new Error('Could not save', { cause: failed({ response, data: body }) })],
  ];
}

describe('an error with a URL', () => {
  it.each(errorsAbout(PAYMENTS))('the error of a third party doesn’t count: %s', async (_name, error) => {
    const { monitor } = setUp();
    expect(await monitor.report(error)).toBe(false);
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it.each(errorsAbout(`${API}/users`))(
    'the error of a trusted API counts for that API: %s',
    async (_name, error) => {
      const { monitor } = setUp();
      expect(await monitor.report(error)).toBe(true);
      expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', apis: [API] });
    },
  );

  it('the API in the report takes precedence over the error’s URL', async () => {
    const { monitor } = setUp();
    const error = Object.assign(new Error('no'), { status: 503, url: PAYMENTS, error: body });
    expect(await monitor.report(error, { api: API })).toBe(true);
    expect(monitor.getSnapshot()).toMatchObject({ apis: [API] });
  });

  it('a URL in the body is ignored', async () => {
    const { monitor } = setUp();
    const error = Object.assign(new Error('no'), {
      data: { ...body, url: 'https://status.example/' },
      status: 503,
    });
    expect(await monitor.report(error)).toBe(true);
  });
});

describe('an error without a URL', () => {
  const error = (): Error => Object.assign(new Error('no'), { status: 503, error: body });

  it('the report of an observed rejection counts once, however often it is repeated', async () => {
    const { monitor } = setUp();
    watch(monitor);
    await fetch(`${API}/users`, { method: 'POST' });
    // While the observer still reads the body.
    expect(await monitor.report(error())).toBe(true);
    expect(await monitor.report(error())).toBe(true);
    expect(monitor.getSnapshot()).toMatchObject({
      status: 'maintenance',
      attempt: 1,
      apis: [API],
      notice: { retryAfterMs: 60_000 },
    });
  });

  it('the report doesn’t let an unrelated success end the trial', async () => {
    const { platform, monitor } = setUp();
    watch(monitor);
    await fetch(`${API}/users`, { method: 'POST' });
    await monitor.report(error());
    monitor.subscribe(() => {});
    await platform.advance(10 * 60_000);
    expect(monitor.getSnapshot().status).toBe('recovering');
    monitor.reportProcessed({ api: 'https://app.example/api/events' });
    expect(monitor.getSnapshot().status).toBe('recovering');
  });

  it('the report doesn’t count if the observed maintenance is a third party’s', async () => {
    const { monitor } = setUp();
    watch(monitor);
    await fetch(PAYMENTS, { method: 'POST' });
    expect(await monitor.report(error())).toBe(false);
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it('the report is a new rejection if no rejection was observed since its request', async () => {
    const { platform, monitor } = setUp();
    watch(monitor);
    await fetch(`${API}/users`, { method: 'POST' });
    await platform.advance(1000);
    await monitor.report(error(), { startedAt: platform.monotonicNow() });
    expect(monitor.getSnapshot()).toMatchObject({ attempt: 2, apis: [API, ''] });
  });

  it('the report is a new rejection ten seconds after the last observed one', async () => {
    const { platform, monitor } = setUp();
    watch(monitor);
    await fetch(`${API}/users`, { method: 'POST' });
    await platform.advance(10_001);
    await monitor.report(error());
    expect(monitor.getSnapshot()).toMatchObject({ apis: [API, ''] });
  });
});

describe('a Response whose body never ends', () => {
  it('is judged by its beginning after 5 seconds', async () => {
    const { platform, monitor } = setUp();
    const beginning = new TextEncoder().encode('{"code": "maintenance_mode", "shortMessage": "Moving');
    const stream = new ReadableStream({ start: (controller) => controller.enqueue(beginning) });
    const reported = monitor.report(new Response(stream, { status: 503 }), { api: API });
    await platform.advance(4_999);
    expect(monitor.getSnapshot().status).toBe('operational');
    await platform.advance(1);
    expect(await reported).toBe(true);
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });
});

describe('a subscriber that throws', () => {
  it('a throwing subscriber affects neither other subscribers nor the request, and is reported', async () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const { platform, monitor } = setUp();
    const mistake = new Error('a mistake of the application');
    const listener = vi.fn<() => void>();
    monitor.subscribe(() => {
      throw mistake;
    });
    monitor.subscribe(listener);
    await monitor.report(new SystemUnderMaintenanceError(), { api: API });
    await platform.advance(1000);
    cleanups.push(answerFetch(() => new Response('{}')));
    const response = await monitor.fetch(`${API}/users`, { method: 'POST' });
    expect(response.status).toBe(200);
    expect(monitor.getSnapshot().status).toBe('operational');
    expect(listener).toHaveBeenCalledTimes(2);
    expect(reported.mock.calls).toEqual([[mistake], [mistake]]);
  });
});
