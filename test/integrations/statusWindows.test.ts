// @vitest-environment node
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { createMaintenanceSwitch } from '../../src/gate/createMaintenanceSwitch.ts';
import { nodeMiddleware } from '../../src/gate/nodeMiddleware.ts';
import { statusWindows } from '../../src/integrations/gate/statusWindows.ts';
import { createMaintenanceMonitor } from '../../src/monitor/createMaintenanceMonitor.ts';
import { createWindows } from '../../src/stores/createWindows.ts';
import { listen } from '../gate/listen.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

const checkPath = '/api/maintenance';
const upgrade = { id: 'upgrade', startsAt: '2126-01-02T22:00:00.000Z', endsAt: '2126-01-02T23:30:00.000Z' };

/** Serves a gate and nothing else. */
async function startGate() {
  const service = createMaintenanceSwitch();
  const gate = nodeMiddleware(createMaintenanceGate({ switch: service, checkPath }));
  const requests: string[] = [];
  const origin = await listen(
    createServer((request, response) => {
      requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
      gate(request, response, () => response.writeHead(404).end());
    }),
  );
  return { service, requests, url: origin + checkPath };
}

describe('statusWindows', () => {
  it.each(['operational', 'maintenance', 'unavailable'] as const)(
    'reads the windows of a gate in the mode %s',
    async (mode) => {
      const { service, url } = await startGate();
      await service.set({ mode });
      await service.schedule(upgrade);
      expect(await statusWindows({ url }).load()).toEqual([upgrade]);
    },
  );

  it.each([
    ['an error', 404, '', 'answered 404'],
    ['another document', 200, '{"windows":[]}', 'status document'],
    ['a page', 200, '<!doctype html>', 'status document'],
    ['a body of 100 kB', 200, JSON.stringify({ mode: 'operational', filler: 'x'.repeat(100_000) }), 'bytes'],
  ])('rejects for %s, so that the last windows stay', async (_, status, body, reason) => {
    const origin = await listen(
      createServer((_request, response) => void response.writeHead(status).end(body)),
    );
    await expect(statusWindows({ url: origin }).load()).rejects.toThrow(reason);
  });

  it.each(['', 'javascript:alert(1)', 'file:///etc/passwd'])('throws MK322 for the address %j', (url) => {
    expect(() => statusWindows({ url })).toThrow('MK322');
  });
});

describe('a page that follows the status document', () => {
  it('asks every ten minutes at most, and announces what the gate plans', async () => {
    const { service, requests, url } = await startGate();
    await service.schedule(upgrade);
    const platform = createFakePlatform({ now: Date.parse('2126-01-02T12:00Z') });
    const monitor = createMaintenanceMonitor({ platform });
    const store = createWindows({ monitor });
    const stop = store.follow(statusWindows({ url }));
    await expect.poll(() => store.getSnapshot().announced?.id).toBe('upgrade');
    await platform.advance(10 * 60_000);
    expect(requests).toEqual(['GET /api/maintenance']);
    stop();
  });

  it('does not take the mode of the document for evidence', async () => {
    const { service, url } = await startGate();
    await service.set({ mode: 'maintenance' });
    const platform = createFakePlatform();
    const monitor = createMaintenanceMonitor({ platform });
    const store = createWindows({ monitor });
    const stop = store.follow(statusWindows({ url }));
    await platform.advance(60_000);
    expect(monitor.getSnapshot().status).toBe('operational');
    stop();
  });
});
