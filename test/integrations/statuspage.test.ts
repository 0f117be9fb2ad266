// @vitest-environment node
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statuspageWindows } from '../../src/integrations/statuspage.ts';
import { createMaintenanceMonitor } from '../../src/monitor/createMaintenanceMonitor.ts';
import { watchFetch } from '../../src/monitor/watchFetch.ts';
import { createWindows } from '../../src/stores/createWindows.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const UPCOMING = '/api/v2/scheduled-maintenances/upcoming.json';
const ACTIVE = '/api/v2/scheduled-maintenances/active.json';

const requests: IncomingMessage[] = [];
let answers: Record<string, Answer> = {};
let origin = '';

const server = createServer((request, response) => {
  requests.push(request);
  const answer = answers[request.url ?? ''];
  if (answer) answer(request, response);
  else response.writeHead(404).end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests.length = 0;
  answers = { [UPCOMING]: maintenances(), [ACTIVE]: maintenances() };
});

const json =
  (body: unknown, status = 200): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** An answer as Statuspage sends it: with members that the kit doesn't read. */
function maintenances(...entries: unknown[]): Answer {
  return json({ page: { id: 'page', name: 'Example' }, scheduled_maintenances: entries });
}

const scheduled = {
  id: 'w1306lqf',
  name: 'Database upgrade',
  status: 'scheduled',
  impact: 'maintenance',
  scheduled_for: '2026-06-01T20:00:00.000Z',
  scheduled_until: '2026-06-01T23:30:00.000+02:00',
  components: [],
  incident_updates: [],
};

const scheduledWindow = {
  id: 'w1306lqf',
  startsAt: '2026-06-01T20:00:00.000Z',
  endsAt: '2026-06-01T21:30:00.000Z',
};

describe('statuspageWindows', () => {
  it('reads the upcoming windows and those that are on', async () => {
    const active = { ...scheduled, id: 'active', status: 'in_progress' };
    const verifying = { ...scheduled, id: 'verifying', status: 'verifying' };
    answers = { [UPCOMING]: maintenances(scheduled), [ACTIVE]: maintenances(active, verifying) };
    expect(await statuspageWindows({ url: origin }).load()).toEqual([
      scheduledWindow,
      { ...scheduledWindow, id: 'active' },
      { ...scheduledWindow, id: 'verifying' },
    ]);
    expect(requests.map(({ method, url }) => `${String(method)} ${String(url)}`)).toEqual([
      `GET ${UPCOMING}`,
      `GET ${ACTIVE}`,
    ]);
  });

  it('a window that begins between both requests is in the list once', async () => {
    answers = {
      [UPCOMING]: maintenances(scheduled),
      [ACTIVE]: maintenances({ ...scheduled, status: 'in_progress' }),
    };
    expect(await statuspageWindows({ url: origin }).load()).toEqual([scheduledWindow]);
  });

  it('leaves completed and invalid windows out', async () => {
    answers[UPCOMING] = maintenances(
      { ...scheduled, id: 'completed', status: 'completed' },
      { ...scheduled, id: 'unknown status', status: 'maintenance_mode' },
      { ...scheduled, id: 7 },
      { ...scheduled, id: 'no time', scheduled_for: null },
      { ...scheduled, id: 'reversed', scheduled_until: '2026-05-01T20:00:00Z' },
      null,
      'text',
      scheduled,
    );
    expect(await statuspageWindows({ url: origin }).load()).toEqual([scheduledWindow]);
  });

  it.each<[string, Answer, string]>([
    ['an error', json({ scheduled_maintenances: [] }, 500), 'answered 500'],
    ['another document', json({ windows: [] }), 'scheduled_maintenances'],
    ['a page', (_, response) => void response.end('<!doctype html>'), 'JSON'],
    ['a broken connection', (request) => void request.socket.destroy(), 'fetch failed'],
    ['a body of 300 kB', maintenances({ ...scheduled, name: 'x'.repeat(300_000) }), 'bytes'],
  ])('rejects for %s, so that the last windows stay', async (_, answer, reason) => {
    answers[ACTIVE] = answer;
    await expect(statuspageWindows({ url: origin }).load()).rejects.toThrow(reason);
  });

  it('sends no cookies and no referrer', async () => {
    await statuspageWindows({ url: origin }).load();
    expect(requests[0]?.headers).not.toHaveProperty('cookie');
    expect(requests[0]?.headers).not.toHaveProperty('referer');
  });

  it('keeps a path of the address', async () => {
    answers = {
      [`/status${UPCOMING}`]: maintenances(scheduled),
      [`/status${ACTIVE}`]: maintenances(),
    };
    expect(await statuspageWindows({ url: `${origin}/status/` }).load()).toHaveLength(1);
  });

  it.each(['', 'status.example.com', '/status', 'javascript:alert(1)'])(
    'throws MK321 for the address %j',
    (url) => {
      expect(() => statuspageWindows({ url })).toThrow('MK321');
    },
  );
});

describe('a page that follows a status page', () => {
  it('asks it every ten minutes at most, and shows its windows', async () => {
    const platform = createFakePlatform({ now: Date.parse('2026-06-01T12:00Z') });
    answers[UPCOMING] = maintenances(scheduled);
    const store = createWindows({ monitor: createMaintenanceMonitor({ platform }) });
    const stop = store.follow(statuspageWindows({ url: origin }));
    await expect.poll(() => store.getSnapshot().announced?.id).toBe('w1306lqf');
    await platform.advance(10 * 60_000);
    expect(requests).toHaveLength(2);
    stop();
  });

  it('a status page can not switch maintenance on', async () => {
    const platform = createFakePlatform();
    const monitor = createMaintenanceMonitor({ platform, apis: ['https://api.example'] });
    const stopWatching = watchFetch(monitor);
    const disconnect = monitor.connect({ apis: ['https://api.example'] });
    answers[UPCOMING] = json({ code: 'maintenance_mode', maintenance_mode: true }, 503);
    await expect(statuspageWindows({ url: origin }).load()).rejects.toThrow('answered 503');
    await platform.advance(60_000);
    expect(monitor.getSnapshot().status).toBe('operational');
    disconnect();
    stopWatching();
  });
});
