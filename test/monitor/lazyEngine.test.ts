import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MaintenanceMonitor } from '../../src/index.ts';
import { answerFetch, maintenanceAnswer } from '../support/answers.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

const page = { href: 'https://app.example/' };
const code = ['../../src/monitor/engine.ts', '../../src/protocol/noticeReader.ts'];

let restore = (): void => {};
beforeEach(() => {
  // Each test begins on a page that has loaded no code of a maintenance.
  vi.resetModules();
});
afterEach(() => {
  restore();
  for (const module of code) vi.doUnmock(module);
  vi.resetModules();
});

async function setUp(check?: () => Promise<'operational' | 'maintenance'>) {
  const kit = await import('../../src/index.ts');
  const platform = createFakePlatform(page);
  const monitor: MaintenanceMonitor = kit.createMaintenanceMonitor({ platform, ...(check && { check }) });
  const unsubscribe = monitor.subscribe(() => {});
  return { kit, platform, monitor, unsubscribe };
}

function network(answer: Parameters<typeof answerFetch>[0]): void {
  restore = answerFetch(answer);
}

describe('the first rejection of a page that is not idle yet', () => {
  it('is read even if the caller reads the body first', async () => {
    network(() => maintenanceAnswer({ 'retry-after': '120' }));
    const { monitor } = await setUp();
    const response = await monitor.fetch('/notes', { method: 'POST' });
    await response.json();
    await vi.waitFor(() =>
      expect(monitor.getSnapshot()).toMatchObject({
        status: 'maintenance',
        scope: 'mutations',
        notice: { retryAfterMs: 120_000 },
      }),
    );
  });

  it('is read to the limit of time if its body hangs', async () => {
    network(
      () =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{"code":"maintenance_mode","shortMessage":"Soon'));
            },
          }),
          { status: 503 },
        ),
    );
    const { monitor, platform } = await setUp();
    await monitor.fetch('/notes', { method: 'POST' });
    await vi.waitFor(() => expect(platform.timersDueAt).toHaveLength(1));
    await platform.advance(5_000);
    await vi.waitFor(() => expect(monitor.getSnapshot().status).toBe('maintenance'));
  });

  it('fails a guarded mutation with the maintenance', async () => {
    network(() => maintenanceAnswer());
    const { kit, monitor } = await setUp();
    const saving = kit.guardMutation(monitor, () => monitor.fetch('/notes', { method: 'POST' }));
    await expect(saving).rejects.toMatchObject({ name: 'SystemUnderMaintenance', blocked: false });
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('is known from a reported error', async () => {
    const { monitor } = await setUp();
    expect(await monitor.report({ status: 503, body: { code: 'maintenance_mode' } })).toBe(true);
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });
});

describe('a page whose code a release has removed', () => {
  beforeEach(() => {
    for (const module of code) {
      vi.doMock(module, () => {
        throw new TypeError('Failed to fetch dynamically imported module');
      });
    }
  });

  it('blocks mutations after the first rejection, and recovers by a check', async () => {
    network(() => maintenanceAnswer({ 'retry-after': '60' }));
    const check = vi.fn<() => Promise<'operational' | 'maintenance'>>();
    check.mockResolvedValueOnce('maintenance').mockResolvedValueOnce('operational');
    const { kit, monitor, platform } = await setUp(check);
    await monitor.fetch('/notes', { method: 'POST' });
    await vi.waitFor(() => expect(monitor.getSnapshot().status).toBe('maintenance'));
    const send = vi.fn<() => Promise<void>>();
    await expect(kit.guardMutation(monitor, send)).rejects.toMatchObject({ blocked: true });
    expect(send).not.toHaveBeenCalled();
    await platform.advance(125_000);
    expect(check).toHaveBeenCalledTimes(1);
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', attempt: 2 });
    await platform.advance(125_000);
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it('lets mutations through on trial where there is no check, and recovers by a success', async () => {
    network(() => maintenanceAnswer());
    const { kit, monitor, platform } = await setUp();
    await monitor.fetch('/notes', { method: 'POST' });
    await vi.waitFor(() => expect(monitor.getSnapshot().status).toBe('maintenance'));
    await platform.advance(65_000);
    expect(monitor.getSnapshot().status).toBe('recovering');
    restore();
    network(() => Response.json({ saved: true }));
    await kit.guardMutation(monitor, () => monitor.fetch('/notes', { method: 'POST' }));
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it('takes no other 503 for a maintenance', async () => {
    network(() => new Response('Overloaded', { status: 503 }));
    const { kit, monitor } = await setUp();
    const response = await kit.guardMutation(monitor, () => monitor.fetch('/notes', { method: 'POST' }));
    expect(response.status).toBe(503);
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it('uses its own code as soon as that can be loaded', async () => {
    network(() => maintenanceAnswer());
    const { monitor } = await setUp();
    await monitor.fetch('/notes', { method: 'POST' });
    await vi.waitFor(() => expect(monitor.getSnapshot().status).toBe('maintenance'));
    // Only the whole code reads a body of this form.
    const envelope = { status: 503, body: { errors: [{ code: 'maintenance_mode' }] } };
    expect(await monitor.report(envelope)).toBe(false);
    for (const module of code) vi.doUnmock(module);
    await vi.waitFor(async () => expect(await monitor.report({ ...envelope })).toBe(true));
  });
});
