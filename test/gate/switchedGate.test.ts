// @vitest-environment node
import { createServer, type RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { createMaintenanceSwitch, type MaintenanceSwitch } from '../../src/gate/createMaintenanceSwitch.ts';
import type { MaintenanceGateOptions } from '../../src/gate/gateOptions.ts';
import { nodeMiddleware } from '../../src/gate/nodeMiddleware.ts';
import { readMaintenanceNotice } from '../../src/protocol/readMaintenanceNotice.ts';
import { readServiceCheck } from '../../src/protocol/serviceCheck.ts';
import { parseServiceStatus } from '../../src/protocol/serviceStatus.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { listen } from './listen.ts';

const checkPath = '/api/maintenance';
const eventsPath = '/api/maintenance/events';
const upgrade = { id: 'upgrade', startsAt: '2126-01-02T22:00:00.000Z', endsAt: '2126-01-02T23:30:00.000Z' };

/** Returns the status of a gate's response, or "passed". */
async function outcome(service: MaintenanceSwitch, method: string, path = '/notes') {
  const gate = createMaintenanceGate({ switch: service });
  const response = await gate.reject(new Request(`https://api.example${path}`, { method }));
  return response?.status ?? 'passed';
}

describe('a gate with a switch', () => {
  it.each([
    ['operational', 'passed', 'passed', 'passed'],
    ['maintenance', 'passed', 'passed', 503],
    ['unavailable', 503, 503, 503],
  ] as const)('%s: a GET %s, a session refresh %s, a POST %s', async (mode, get, refresh, post) => {
    const service = createMaintenanceSwitch();
    await service.set({ mode });
    expect(await outcome(service, 'GET')).toBe(get);
    expect(await outcome(service, 'POST', '/v1/client/sessions/sess_1/touch')).toBe(refresh);
    expect(await outcome(service, 'POST')).toBe(post);
  });

  it('sends the Retry-After of the switch, else its own', async () => {
    const service = createMaintenanceSwitch();
    const gate = createMaintenanceGate({ switch: service, retryAfter: 60 });
    const retryAfter = async () => {
      const response = await gate.reject(new Request('https://api.example/', { method: 'POST' }));
      return response && (await readMaintenanceNotice(response))?.retryAfterMs;
    };
    await service.set({ mode: 'maintenance', retryAfter: 120 });
    expect(await retryAfter()).toBe(120_000);
    await service.set({ mode: 'maintenance' });
    expect(await retryAfter()).toBe(60_000);
  });
});

/** Two ways to serve the same gate. */
const servers: readonly (readonly [string, (options: MaintenanceGateOptions) => RequestListener])[] = [
  [
    'as a handler of requests',
    (options) => {
      const handler = createMaintenanceGate(options).wrap(() => new Response('passed'));
      const listener = getRequestListener(handler, { overrideGlobalObjects: false });
      return (incoming, outgoing) => void listener(incoming, outgoing);
    },
  ],
  [
    'as a middleware',
    (options) => {
      const guarded = nodeMiddleware(createMaintenanceGate(options));
      return (incoming, outgoing) => guarded(incoming, outgoing, () => outgoing.end('passed'));
    },
  ],
];

describe.each(servers)('the status document, served %s', (_, create) => {
  async function start(service = createMaintenanceSwitch()) {
    const origin = await listen(createServer(create({ switch: service, checkPath })));
    const get = (headers: Record<string, string> = {}) =>
      fetch(`${origin}${checkPath}`, { headers: { origin: 'https://app.example', ...headers } });
    return { service, get };
  }

  it('says everything about the service', async () => {
    const { service, get } = await start();
    await service.schedule(upgrade);
    const status = await service.set({ mode: 'maintenance', retryAfter: 120 });
    const body: unknown = await (await get()).json();
    expect(body).toEqual({ maintenance_mode: true, ...status });
    expect(parseServiceStatus(body)).toEqual(status);
  });

  it.each(['operational', 'maintenance', 'unavailable'] as const)(
    'a check finds the service %s',
    async (mode) => {
      const { service, get } = await start();
      await service.set({ mode });
      expect(await readServiceCheck(await get())).toBe(mode);
    },
  );

  it.each([
    ['operational', 2],
    ['maintenance', 15],
    ['unavailable', 15],
  ] as const)('caches may serve it while it is %s for %d seconds', async (mode, seconds) => {
    const { service, get } = await start();
    await service.set({ mode });
    const cacheControl = (await get()).headers.get('cache-control') ?? '';
    const [, maxAge, stale] =
      /^public, max-age=(\d+), stale-while-revalidate=(\d+)$/.exec(cacheControl) ?? [];
    expect(Number(maxAge) + Number(stale)).toBe(seconds);
  });

  it('answers 304 until the status changes', async () => {
    const { service, get } = await start();
    await service.set({ mode: 'maintenance' });
    const first = await get();
    const etag = first.headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const second = await get({ 'if-none-match': known });
      expect([known, second.status, await second.text()]).toEqual([known, 304, '']);
      expect(second.headers.get('etag')).toBe(etag);
      expect(second.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
      expect(second.headers.get('access-control-allow-origin')).toBe('https://app.example');
    }
    await service.schedule(upgrade);
    const changed = await get({ 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('lets pages of other origins read its age', async () => {
    const { get } = await start();
    expect((await get()).headers.get('access-control-expose-headers')).toContain('Age');
  });
});

/** Reads a stream of events. */
function createReader(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    /** Resolves to the text up to the end of the next event. */
    async next(): Promise<string> {
      while (!text.includes('\n\n')) {
        const { done, value = '' } = (await reader?.read()) ?? { done: true };
        if (done) return 'end';
        text += value;
      }
      const end = text.indexOf('\n\n');
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      return event;
    },
    cancel: () => reader?.cancel(),
  };
}

describe.each(servers)('pushed events, served %s', (_, create) => {
  async function start(options: Parameters<typeof createMaintenanceSwitch>[1] = {}) {
    const platform = createFakePlatform();
    const { setTimer, random } = platform;
    const service = createMaintenanceSwitch(undefined, { setTimer, random, ...options });
    const server = createServer(create({ switch: service, checkPath, eventsPath }));
    const origin = await listen(server);
    const connect = () => fetch(`${origin}${eventsPath}`, { headers: { origin: 'https://app.example' } });
    return { platform, service, server, connect };
  }

  it('tell the status, and then the begin, the windows and the end', async () => {
    const { service, connect } = await start();
    const response = await connect();
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
    const events = createReader(response);
    expect(await events.next()).toBe('retry: 20000');
    const seen = async () => {
      const [, id, data] = /^event: status\nid: (\d+)\ndata: (.+)$/.exec(await events.next()) ?? [];
      return { id: Number(id), status: parseServiceStatus(data) };
    };
    expect(await seen()).toEqual({ id: 0, status: { mode: 'operational', windows: [], version: 0 } });
    for (const change of [
      () => service.set({ mode: 'maintenance', retryAfter: 120 }),
      () => service.schedule(upgrade),
      () => service.cancel('upgrade'),
      () => service.set({ mode: 'operational' }),
    ]) {
      const status = await change();
      expect(await seen()).toEqual({ id: status.version, status });
    }
    await events.cancel();
  });

  it('beat every 25 seconds', async () => {
    const { platform, connect } = await start();
    const events = createReader(await connect());
    await events.next();
    await events.next();
    await platform.advance(25_000);
    expect(await events.next()).toBe(':');
    await platform.advance(25_000);
    expect(await events.next()).toBe(':');
    await events.cancel();
  });

  it('leave no timer when the client leaves', async () => {
    const { platform, connect } = await start();
    const events = createReader(await connect());
    await events.next();
    await events.next();
    expect(platform.timersDueAt).not.toEqual([]);
    await events.cancel();
    await vi.waitFor(() => expect(platform.timersDueAt).toEqual([]));
  });

  it('end when the switch is closed, and the server can close', async () => {
    const { service, server, platform, connect } = await start();
    const events = createReader(await connect());
    await events.next();
    await events.next();
    service.close();
    expect(await events.next()).toBe('end');
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    expect(platform.timersDueAt).toEqual([]);
  });

  it('are limited in number, without the code of a maintenance', async () => {
    const { connect } = await start({ maxEventStreams: 1 });
    const events = createReader(await connect());
    await events.next();
    const second = await connect();
    expect(second.status).toBe(503);
    expect(await readMaintenanceNotice(second)).toBeUndefined();
    await events.cancel();
    await vi.waitFor(async () => {
      const third = await connect();
      expect(third.status).toBe(200);
      await third.body?.cancel();
    });
  });

  it('are pushed to an unavailable service’s clients too', async () => {
    const { service, connect } = await start();
    await service.set({ mode: 'unavailable' });
    const events = createReader(await connect());
    await events.next();
    expect(await events.next()).toContain('"mode":"unavailable"');
    await events.cancel();
  });
});

test('a client that reads nothing loses its stream', async () => {
  const platform = createFakePlatform();
  const service = createMaintenanceSwitch(undefined, { setTimer: platform.setTimer });
  const response = service.stream();
  onTestFinished(() => service.close());
  for (let id = 0; id < 10; id += 1) {
    await service.schedule({ ...upgrade, id: String(id) });
    await service.cancel(String(id));
  }
  expect(platform.timersDueAt).toEqual([]);
  expect(await response.text()).toContain('event: status');
});
