// @vitest-environment node
import { createServer, request as sendRequest, type Server } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { createMaintenanceSwitch } from '../../src/gate/createMaintenanceSwitch.ts';
import { nodeMiddleware } from '../../src/gate/nodeMiddleware.ts';
import { createMemoryStorage } from '../../src/gate/switchStorage.ts';
import { readMaintenanceNotice } from '../../src/protocol/readMaintenanceNotice.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { listen } from './listen.ts';

/** Creates a reverse proxy that sends each request to the next server. */
function createProxy(origins: readonly string[]): Server {
  let turn = 0;
  return createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming;
    const target = new URL(url, origins[turn++ % origins.length]);
    const forwarded = sendRequest(target, { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      outgoing.flushHeaders();
      response.pipe(outgoing);
    });
    outgoing.once('close', () => forwarded.destroy());
    forwarded.once('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
}

/** Starts two servers with one switch behind a proxy, which begins with the first one. */
async function start() {
  const platform = createFakePlatform();
  const storage = createMemoryStorage();
  const create = () => {
    const { now, setTimer, random } = platform;
    const service = createMaintenanceSwitch(storage, { now, setTimer, random });
    const guarded = nodeMiddleware(
      createMaintenanceGate({
        switch: service,
        checkPath: '/api/maintenance',
        eventsPath: '/api/maintenance/events',
      }),
    );
    const server = createServer((incoming, outgoing) =>
      guarded(incoming, outgoing, () => outgoing.end('passed')),
    );
    return { service, server };
  };
  const first = create();
  const second = create();
  const origins = [await listen(first.server), await listen(second.server)];
  const origin = await listen(createProxy(origins));
  const post = () => fetch(`${origin}/notes`, { method: 'POST' });
  const statuses = async () => [(await post()).status, (await post()).status];
  return { platform, first, second, origin, post, statuses };
}

describe('two servers behind a load balancer', () => {
  it('agree within half a second, and again at the end', async () => {
    const { platform, first, statuses } = await start();
    expect(await statuses()).toEqual([200, 200]);
    await first.service.set({ mode: 'maintenance' });
    // The other one has just read the storage.
    expect(await statuses()).toEqual([503, 200]);
    await platform.advance(500);
    expect(await statuses()).toEqual([503, 503]);
    await first.service.set({ mode: 'operational' });
    await platform.advance(500);
    expect(await statuses()).toEqual([200, 200]);
  });

  it('send the same document, so that any of them answers a check and revalidates', async () => {
    const { first, origin } = await start();
    await first.service.set({ mode: 'maintenance', retryAfter: 60 });
    const check = (headers: Record<string, string> = {}) => fetch(`${origin}/api/maintenance`, { headers });
    const [one, other] = [await check(), await check()];
    expect(await one.text()).toBe(await other.text());
    const etag = one.headers.get('etag') ?? '';
    expect(other.headers.get('etag')).toBe(etag);
    expect([
      (await check({ 'if-none-match': etag })).status,
      (await check({ 'if-none-match': etag })).status,
    ]).toEqual([304, 304]);
  });

  it('stay healthy in every mode, for a health check at the check path', async () => {
    const { platform, first, origin } = await start();
    for (const mode of ['maintenance', 'unavailable', 'operational'] as const) {
      await first.service.set({ mode });
      await platform.advance(500);
      for (let server = 0; server < 2; server += 1) {
        expect((await fetch(`${origin}/api/maintenance`)).status).toBe(200);
      }
    }
  });

  it('have their rejection and their events passed on', async () => {
    const { platform, first, second, origin, post } = await start();
    const stream = await fetch(`${origin}/api/maintenance/events`);
    await second.service.set({ mode: 'maintenance', retryAfter: 60 });
    const rejected = await post();
    expect((await readMaintenanceNotice(rejected))?.retryAfterMs).toBe(60_000);
    await platform.advance(1000);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('"mode":"maintenance"')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    await expect.poll(() => platform.timersDueAt).toEqual([]);
    first.service.close();
  });
});
