import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createMaintenanceMonitor,
  guardMutation,
  SystemUnderMaintenanceError,
  watchFetch,
  type MaintenanceMonitorOptions,
  type MaintenanceState,
} from '../../src/index.ts';
import { answerFetch, maintenanceAnswer } from '../support/answers.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { english } from '../../src/messages/english.ts';

const API = 'https://api.example/v1';

function setUp(options: MaintenanceMonitorOptions = {}) {
  const platform = createFakePlatform({ href: 'https://app.example/' });
  const monitor = createMaintenanceMonitor({ platform, ...options });
  return { platform, monitor, status: () => monitor.getSnapshot().status };
}

let restore = (): void => {};
afterEach(() => restore());
function network(answer: Parameters<typeof answerFetch>[0]): void {
  restore = answerFetch(answer);
}

describe('monitor.fetch', () => {
  it('returns the untouched Response', async () => {
    const answer = Response.json({ ok: true });
    network(() => answer);
    const { monitor } = setUp();
    expect(await monitor.fetch('/api/notes')).toBe(answer);
  });

  it.each([200, 201, 204, 302, 404, 422, 429, 500])(
    'neither clones nor reads a response with status %d',
    async (status) => {
      const answer = new Response(null, { status });
      const clone = vi.spyOn(answer, 'clone');
      const body = vi.spyOn(answer, 'body', 'get');
      network(() => answer);
      const { monitor } = setUp();
      await monitor.fetch('/api/notes', { method: 'POST' });
      expect(clone).not.toHaveBeenCalled();
      expect(body).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['operational', 'GET', undefined],
    ['operational', 'POST', undefined],
    ['in maintenance', 'GET', 'POST'],
  ])('while the service is %s, the URL of a %s that succeeds is not parsed', async (_, method, rejected) => {
    network(({ method: sent }) => (sent === rejected ? maintenanceAnswer() : Response.json({})));
    const { platform, monitor } = setUp({ rules: [{ kind: 'read', method: 'POST', path: '/api/search' }] });
    if (rejected !== undefined) await monitor.fetch('/api/notes', { method: rejected });
    await platform.advance(0);
    const parse = vi.spyOn(globalThis, 'URL');
    const describeRequest = vi.fn<() => { method: string; url: string }>(() => ({
      method,
      url: '/api/notes',
    }));
    monitor.observe(describeRequest)({ status: 200, source: {}, readNotice: async () => undefined });
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('detects a rejected mutation, and leaves its body readable', async () => {
    network(() => maintenanceAnswer({ 'retry-after': '120' }));
    const { platform, monitor } = setUp();
    const response = await monitor.fetch('/api/notes', { method: 'POST' });
    await platform.advance(0);
    expect(monitor.getSnapshot()).toMatchObject({
      status: 'maintenance',
      scope: 'mutations',
      notice: { shortMessage: english.maintenance.title, retryAfterMs: 120_000 },
    });
    expect(await response.json()).toMatchObject({ code: 'maintenance_mode' });
  });

  it('recognizes a session refresh below any prefix, as behind a proxy', async () => {
    network(({ url }) => (url.endsWith('/touch') ? new Response() : maintenanceAnswer()));
    const { platform, monitor, status } = setUp();
    await monitor.fetch('/__clerk/v1/me', { method: 'PATCH' });
    await platform.advance(1);
    await monitor.fetch('/__clerk/v1/client/sessions/sess_1/touch', { method: 'POST' });
    await platform.advance(0);
    expect(status()).toBe('maintenance');
    restore();
    network(() => maintenanceAnswer());
    await monitor.fetch('/__clerk/v1/client/sessions/sess_1/touch', { method: 'POST' });
    await platform.advance(0);
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope: 'all' });
  });

  it.each<[string, () => Response]>([
    ['a plain 503', () => new Response('Service Unavailable', { status: 503 })],
    ['an HTML 503', () => new Response('<h1>maintenance_mode</h1>', { status: 503 })],
    ['another code', () => Response.json({ code: 'overloaded' }, { status: 503 })],
    ['another status', () => Response.json({ code: 'maintenance_mode' }, { status: 500 })],
    ['user data under a success', () => Response.json({ code: 'maintenance_mode' })],
  ])('doesn’t mistake %s for a maintenance', async (_name, answer) => {
    network(answer);
    const { platform, monitor, status } = setUp();
    await monitor.fetch('/api/notes', { method: 'POST' });
    await platform.advance(0);
    expect(status()).toBe('operational');
  });

  it.each([
    { url: 'https://app.example/anything', trusted: true, why: "the page's own origin" },
    { url: 'https://api.example/v1/users', trusted: true, why: 'an address below a base URL' },
    { url: 'https://api.example/v1', trusted: true, why: 'a base URL itself' },
    { url: 'https://api.example/v10/users', trusted: false, why: 'a path that only begins alike' },
    { url: 'https://api.example.evil.example/v1', trusted: false, why: 'an origin that only begins alike' },
    { url: 'http://api.example/v1/users', trusted: false, why: 'another scheme' },
    { url: 'https://metrics.example/', trusted: false, why: 'a third party' },
  ])('trusts $why: $trusted', async ({ url, trusted }) => {
    network(() => maintenanceAnswer());
    const { platform, monitor, status } = setUp({ apis: [API] });
    await monitor.fetch(url, { method: 'POST' });
    await platform.advance(0);
    expect(status()).toBe(trusted ? 'maintenance' : 'operational');
  });

  it('only a success of the rejecting API ends the maintenance', async () => {
    let isOn = true;
    network(({ url }) => (isOn && url.startsWith(API) ? maintenanceAnswer() : new Response('{}')));
    const { platform, monitor, status } = setUp({ apis: [API] });
    await monitor.fetch(`${API}/users`, { method: 'POST' });
    await platform.advance(10);
    isOn = false;
    await monitor.fetch('/api/events', { method: 'POST' });
    await monitor.fetch(`${API}/users`);
    expect(status()).toBe('maintenance');
    await monitor.fetch(`${API}/organizations`, { method: 'PATCH' });
    expect(status()).toBe('operational');
  });

  it.each([
    { apis: [], url: '/notes/42', status: 'operational' },
    { apis: [], url: '/', status: 'operational' },
    { apis: [], url: 'https://api.example/v1/notes', status: 'maintenance' },
    { apis: ['/api', '/auth'], url: '/api/profile', status: 'operational' },
    { apis: ['/api', '/auth'], url: '/auth/sign-in', status: 'maintenance' },
    { apis: ['/api', '/auth'], url: '/apiary', status: 'maintenance' },
    { apis: ['/api', '/auth'], url: '/notes', status: 'maintenance' },
  ])("$url leaves the page's API $status, with $apis separate", async ({ apis, url, status }) => {
    let isOn = true;
    network(() => (isOn ? maintenanceAnswer() : new Response('{}')));
    const { platform, monitor } = setUp({ apis: [API, ...apis] });
    await monitor.fetch('/api/notes', { method: 'POST' });
    await platform.advance(10);
    isOn = false;
    await monitor.fetch(url, { method: 'PUT' });
    expect(monitor.getSnapshot()).toMatchObject({ status });
  });

  it('a 422 to a mutation proves that the API processed it', async () => {
    let status = 503;
    network(() => (status === 503 ? maintenanceAnswer() : new Response('{}', { status })));
    const { platform, monitor } = setUp();
    await monitor.fetch('/api/notes', { method: 'POST' });
    await platform.advance(10);
    const after = async (next: number): Promise<string> => {
      status = next;
      await monitor.fetch('/api/notes', { method: 'POST' });
      return monitor.getSnapshot().status;
    };
    expect(await after(500)).toBe('maintenance');
    expect(await after(429)).toBe('maintenance');
    expect(await after(404)).toBe('maintenance');
    expect(await after(401)).toBe('maintenance');
    expect(await after(422)).toBe('operational');
  });

  it('applies the application’s rules', async () => {
    network(() => maintenanceAnswer());
    const { platform, monitor } = setUp({
      rules: [{ kind: 'read', method: 'POST', path: '/api/:resource/search' }],
    });
    await monitor.fetch('/api/users/search', { method: 'POST' });
    await platform.advance(0);
    expect(monitor.getSnapshot()).toMatchObject({ scope: 'all' });
  });

  it('passes on a network failure without evidence', async () => {
    network(() => {
      throw new TypeError('Failed to fetch');
    });
    const { monitor, status } = setUp();
    await expect(monitor.fetch('/api/notes', { method: 'POST' })).rejects.toThrow('Failed to fetch');
    expect(status()).toBe('operational');
  });

  it('rejects with an error without a fetch', async () => {
    network(() => new Response());
    Reflect.deleteProperty(globalThis, 'fetch');
    const { monitor } = setUp();
    await expect(monitor.fetch('/api/notes')).rejects.toMatchObject({ number: 'MK405' });
  });
});

describe('one response', () => {
  it('counts once for several observers', async () => {
    const answer = maintenanceAnswer();
    network(() => answer);
    const { platform, monitor } = setUp();
    const stops = [watchFetch(monitor), watchFetch(monitor)];
    const listener = vi.fn<() => void>();
    monitor.subscribe(listener);
    const response = await monitor.fetch('/api/notes', { method: 'POST' });
    await monitor.report({ response, data: (await response.clone().json()) as unknown, status: 503 });
    await platform.advance(0);
    stops.forEach((stop) => stop());
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe('monitor.report', () => {
  it('detects a maintenance in an error that a client threw', async () => {
    const { monitor } = setUp();
    const error = Object.assign(new Error('Request failed'), {
      response: { status: 503, data: { code: 'maintenance_mode' }, headers: { 'retry-after': '60' } },
    });
    expect(await monitor.report(error)).toBe(true);
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', notice: { retryAfterMs: 60_000 } });
  });

  it('reads an unread Response', async () => {
    const { monitor, status } = setUp();
    expect(await monitor.report(maintenanceAnswer())).toBe(true);
    expect(status()).toBe('maintenance');
  });

  it('ignores a Response whose body was read', async () => {
    const { monitor, status } = setUp();
    const response = maintenanceAnswer();
    await response.text();
    expect(await monitor.report(response)).toBe(false);
    expect(status()).toBe('operational');
  });

  it('ignores an error of a request that the kit blocked', async () => {
    const { monitor, status } = setUp();
    expect(await monitor.report(new SystemUnderMaintenanceError({ blocked: true }))).toBe(true);
    expect(status()).toBe('operational');
  });

  it('never rejects, for any value', async () => {
    const { monitor } = setUp();
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(await monitor.report(proxy)).toBe(false);
    await fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true, withBigInt: true }), async (value) => {
        expect(await monitor.report(value)).toBe(false);
      }),
    );
  });
});

describe('guardMutation', () => {
  it('doesn’t run in maintenance, and rejects as blocked', async () => {
    const { monitor } = setUp();
    await monitor.report(new SystemUnderMaintenanceError());
    const run = vi.fn<() => Promise<string>>(async () => 'sent');
    await expect(guardMutation(monitor, run)).rejects.toMatchObject({
      name: 'SystemUnderMaintenance',
      status: 503,
      blocked: true,
    });
    expect(run).not.toHaveBeenCalled();
  });

  it("rejects with the kit's error after a rejection by the API, with the client's own as its cause", async () => {
    const { monitor, status } = setUp();
    const thrown = Object.assign(new Error('no'), { status: 503, data: { code: 'maintenance_mode' } });
    const result = guardMutation(monitor, () => Promise.reject(thrown));
    await expect(result).rejects.toMatchObject({
      name: 'SystemUnderMaintenance',
      blocked: false,
      cause: thrown,
    });
    expect(status()).toBe('maintenance');
  });

  it('rethrows every other error unchanged', async () => {
    const { monitor } = setUp();
    const thrown = new Error('no');
    await expect(guardMutation(monitor, () => Promise.reject(thrown))).rejects.toBe(thrown);
  });

  it('ends the trial when it succeeds', async () => {
    const { platform, monitor, status } = setUp();
    await monitor.report(new SystemUnderMaintenanceError());
    monitor.subscribe(() => {});
    await platform.advance(60_000);
    expect(status()).toBe('recovering');
    await guardMutation(monitor, async () => 'done');
    expect(status()).toBe('operational');
  });
});

describe('createMaintenanceMonitor', () => {
  it.each<[string, MaintenanceMonitorOptions, string]>([
    ['a negative duration', { recovery: { floorMs: -1 } }, 'MK401'],
    ['a duration that is no number', { recovery: { floorMs: Number.NaN } }, 'MK401'],
    ['something that is no URL in apis', { apis: ['api.example'] }, 'MK402'],
    // @ts-expect-error -- as plain JavaScript may
    ['an initial state of another shape', { initialState: { status: 'down' } }, 'MK404'],
    // @ts-expect-error -- as plain JavaScript may
    ['an initial state without its notice', { initialState: { status: 'recovering', since: 1 } }, 'MK404'],
  ])('rejects %s with a documented number', (_name, options, number) => {
    expect(() => createMaintenanceMonitor(options)).toThrow(expect.objectContaining({ number }));
  });

  it('begins with the state of another monitor', async () => {
    const server = setUp();
    await server.monitor.report(new SystemUnderMaintenanceError());
    const initialState = JSON.parse(JSON.stringify(server.monitor.getSnapshot())) as MaintenanceState;
    const { monitor } = setUp({ initialState });
    expect(monitor.getSnapshot()).toEqual(server.monitor.getSnapshot());
    expect(monitor.getServerSnapshot()).toEqual(server.monitor.getSnapshot());
  });

  it.each([
    ['an hour ahead', 3_600_000],
    ['right', 0],
    ['an hour behind', -3_600_000],
  ])(
    'ends by a mutation and checks in time if the clock of the initial state is %s',
    async (_where, aheadMs) => {
      const server = createMaintenanceMonitor({
        platform: createFakePlatform({ now: createFakePlatform().now() + aheadMs }),
      });
      await server.report(new SystemUnderMaintenanceError(), { api: 'https://app.example' });
      const initialState = server.getSnapshot();
      const check = vi.fn<() => Promise<'maintenance'>>(async () => 'maintenance');
      const { platform, monitor, status } = setUp({ initialState, check });
      expect(monitor.getServerSnapshot()).toBe(initialState);
      monitor.subscribe(() => {});
      await platform.advance(45_000);
      expect(check).toHaveBeenCalled();
      await platform.advance(1);
      monitor.reportProcessed({ api: 'https://app.example' });
      expect(status()).toBe('operational');
    },
  );

  it('detects the next maintenance if the clock of the initial state is ahead', async () => {
    const { platform, monitor, status } = setUp({
      initialState: { status: 'operational', endedAt: createFakePlatform().now() + 3_600_000 },
    });
    await monitor.report(new SystemUnderMaintenanceError());
    await platform.advance(0);
    expect(status()).toBe('maintenance');
  });
});
