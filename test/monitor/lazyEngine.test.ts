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
afterEach(async () => {
  restore();
  // A page that still loads its code would get modules that are reset halfway.
  await vi.dynamicImportSettled();
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

describe('a new page of a browser that remembers a maintenance', () => {
  const stored = { version: 1, savedAt: 0, until: 60_000 };
  const maintenance = {
    status: 'maintenance',
    scope: 'mutations',
    notice: { code: 'maintenance_mode', shortMessage: 'a', longMessage: 'b' },
    since: 0,
    attempt: 1,
    noticedAt: 0,
    rejectedAt: 0,
    apis: ['https://app.example'],
    nextCheckAt: 30_000,
    floorMs: 30_000,
  };

  async function open(change: object, options: object = {}) {
    const kit = await import('../../src/index.ts');
    const platform = createFakePlatform(page);
    const now = platform.now();
    const text = JSON.stringify({
      ...stored,
      savedAt: now,
      until: now + 60_000,
      state: { ...maintenance, ...moved(now) },
      ...change,
    });
    platform.sharedStorage = { getItem: () => text, setItem: () => {}, removeItem: () => {} };
    return kit.createMaintenanceMonitor({ platform, ...options });
  }

  const moved = (ms: number) => ({
    since: ms,
    noticedAt: ms,
    rejectedAt: ms,
    nextCheckAt: ms + 30_000,
  });

  it('shows it before its code is loaded, and blocks mutations', async () => {
    const monitor = await open({});
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope: 'mutations' });
    // As a server renders, so that a page hydrates.
    expect(monitor.getServerSnapshot().status).toBe('operational');
    monitor.subscribe(() => {});
    await vi.waitFor(() => expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance' }));
  });

  it.each([
    ['another version', { version: 2 }],
    ['an expired state', { until: 1 }],
    ['a state from the future', { savedAt: 8.64e15 }],
    [
      'a state of an API that the page does not trust',
      { state: { ...maintenance, apis: ['https://evil.example'] } },
    ],
    ['a broken state', { state: { status: 'maintenance' } }],
    ['a text that is too long', { padding: ' '.repeat(20_000) }],
  ])('ignores %s', async (_, change) => {
    const monitor = await open(change);
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it('follows the server that rendered the page', async () => {
    const monitor = await open({}, { initialState: { status: 'operational', endedAt: 1 } });
    expect(monitor.getSnapshot().status).toBe('operational');
  });
});
