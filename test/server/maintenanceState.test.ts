// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { createMaintenanceMonitor, type MaintenanceState } from '../../src/index.ts';
import { contractNotice } from '../../src/protocol/notice.ts';
import { maintenanceResponse, parseServiceStatus } from '../../src/protocol/index.ts';
import { maintenanceState, readMaintenanceState } from '../../src/server/index.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

const nowMs = createFakePlatform().now();

/** The state as the page receives it. */
const sent = (state: MaintenanceState): MaintenanceState =>
  JSON.parse(JSON.stringify(state)) as MaintenanceState;

function open(initialState: MaintenanceState, random = 0.5) {
  const platform = createFakePlatform({ random });
  const check = vi.fn<() => Promise<'operational'>>(async () => 'operational');
  const monitor = createMaintenanceMonitor({ platform, initialState, check });
  monitor.subscribe(() => {});
  return { platform, monitor, check };
}

describe('maintenanceState', () => {
  it('without options, the service is in maintenance now', () => {
    expect(maintenanceState()).toMatchObject({
      status: 'maintenance',
      scope: 'mutations',
      notice: contractNotice,
    });
  });

  it('is the same value for the same time', () => {
    expect(maintenanceState({ retryAfter: 60, nowMs })).toEqual(maintenanceState({ retryAfter: 60, nowMs }));
  });

  it.each([
    ['seconds', 120],
    ['a date', new Date(nowMs + 120_000)],
  ])('Retry-After in %s is the earliest time of the first check', (_name, retryAfter) => {
    expect(maintenanceState({ retryAfter, nowMs })).toMatchObject({
      notice: { retryAfterMs: 120_000 },
      retryAfterAt: nowMs,
      floorMs: 120_000,
      nextCheckAt: nowMs + 120_000,
    });
  });

  it('a Retry-After that is over is left out', () => {
    const state = maintenanceState({ retryAfter: new Date(nowMs - 1), nowMs });
    expect(state).toMatchObject({ notice: contractNotice, floorMs: 30_000 });
    expect(state).not.toHaveProperty('retryAfterAt');
  });

  it('takes a status document as it was parsed', () => {
    const status = parseServiceStatus({
      maintenance_mode: true,
      mode: 'unavailable',
      since: new Date(nowMs - 60_000).toISOString(),
      retryAfter: 30,
    });
    if (!status) throw new Error('The document is valid.');
    expect(maintenanceState({ ...status, nowMs })).toMatchObject({
      status: 'maintenance',
      scope: 'all',
      since: nowMs - 60_000,
      floorMs: 30_000,
    });
  });

  it('a maintenance that began in the future began now', () => {
    expect(maintenanceState({ since: new Date(nowMs + 60_000), nowMs })).toMatchObject({ since: nowMs });
  });

  it('a status that could not be read is no maintenance, which the types hold', () => {
    // @ts-expect-error -- may be undefined
    expect(() => maintenanceState(parseServiceStatus('{}'))).not.toThrow();
  });

  it.each([
    ['mode', { mode: 'down' }],
    ['retryAfter', { retryAfter: -1 }],
    ['retryAfter', { retryAfter: Number.NaN }],
    ['retryAfter', { retryAfter: new Date(Number.NaN) }],
    ['since', { since: 'yesterday' }],
  ])('rejects a bad %s by number', (name, options) => {
    // @ts-expect-error -- as plain JavaScript may
    expect(() => maintenanceState(options)).toThrow(
      expect.objectContaining({ number: 'MK407', message: expect.stringContaining(name) as string }),
    );
  });
});

describe('readMaintenanceState', () => {
  it('reads a 503 with its Retry-After, of which reads are rejected too', async () => {
    const response = maintenanceResponse({ shortMessage: 'Upgrade', retryAfter: 90 });
    const state = await readMaintenanceState(response, { api: '/api', nowMs });
    expect(state).toMatchObject({
      scope: 'all',
      notice: { shortMessage: 'Upgrade', retryAfterMs: 90_000 },
      apis: ['/api'],
    });
    // The caller still reads the body.
    expect(await response.json()).toMatchObject({ code: 'maintenance_mode' });
  });

  it('a rejected mutation doesn’t say that reads are rejected', async () => {
    expect(await readMaintenanceState(maintenanceResponse(), { kind: 'mutation' })).toMatchObject({
      scope: 'mutations',
    });
  });

  it('reads a status document', async () => {
    expect(
      await readMaintenanceState(Response.json({ maintenance_mode: true, retryAfter: 60 })),
    ).toMatchObject({ scope: 'mutations', notice: { retryAfterMs: 60_000 } });
    expect(await readMaintenanceState(Response.json({ maintenance_mode: false }), { nowMs })).toEqual({
      status: 'operational',
      endedAt: nowMs,
    });
  });

  it.each([
    ['a plain 503', new Response('Bad gateway', { status: 503 })],
    ['another failure', new Response('{"maintenance_mode":true}', { status: 500 })],
    ['another document', Response.json({ ok: true })],
    ['a long body', new Response('x'.repeat(100_000))],
    ['no body', new Response(null, { status: 204 })],
  ])('knows nothing from %s', async (_name, response) => {
    expect(await readMaintenanceState(response)).toBeUndefined();
  });

  it('knows nothing from a body that was read before', async () => {
    const response = Response.json({ maintenance_mode: true });
    await response.text();
    expect(await readMaintenanceState(response)).toBeUndefined();
  });
});

describe('a page that begins with the state of its server', () => {
  it('checks after Retry-After, at a time of its own', () => {
    const state = sent(maintenanceState({ retryAfter: 120, nowMs }));
    const dueAt = [0, 0.25, 0.75].map((random) => open(state, random).platform.timersDueAt[0]);
    // A timer is set for a minute at most, and then again.
    expect(dueAt).toEqual([nowMs + 60_000, nowMs + 60_000, nowMs + 60_000]);
    const checkedAt = [0, 0.25, 0.75].map((random) => open(state, random).monitor.getSnapshot());
    expect(checkedAt).toMatchObject(
      [120_000, 150_000, 210_000].map((afterMs) => ({ nextCheckAt: nowMs + afterMs })),
    );
  });

  it('ends by that check', async () => {
    const { platform, monitor, check } = open(sent(maintenanceState({ retryAfter: 10, nowMs })));
    await platform.advance(24_999);
    expect(check).not.toHaveBeenCalled();
    await platform.advance(1);
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it('of a page that was rendered long ago, checks within half a minute', async () => {
    const { platform, check } = open(sent(maintenanceState({ nowMs: nowMs - 3_600_000 })), 0.999);
    await platform.advance(30_000);
    expect(check).toHaveBeenCalledOnce();
  });
});
