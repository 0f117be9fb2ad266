// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import {
  createMaintenanceSwitch,
  type MaintenanceSwitchOptions,
} from '../../src/gate/createMaintenanceSwitch.ts';
import type { SwitchStorage } from '../../src/gate/switchStorage.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

const KEY = 'maintenance-kit:switch';
const upgrade = { id: 'upgrade', startsAt: '2026-01-02T22:00:00.000Z', endsAt: '2026-01-02T23:30:00.000Z' };
const numbered = (number: string): unknown => expect.objectContaining({ number });

/** Creates a storage that counts its reads, and fails or hangs when the test says so. */
function createStorage() {
  const values = new Map<string, unknown>();
  const state = { reads: 0, health: 'works' as 'works' | 'rejects' | 'hangs' };
  const answer = async <Value>(act: () => Value): Promise<Value> => {
    if (state.health === 'hangs') await new Promise(() => {});
    if (state.health === 'rejects') throw new Error('no connection');
    return act();
  };
  const storage: SwitchStorage = {
    getItem(key) {
      state.reads += 1;
      return answer(() => values.get(key) ?? null);
    },
    setItem: (key, value) => answer(() => void values.set(key, value)),
  };
  return { storage, values, state };
}

function createSwitch(options: MaintenanceSwitchOptions = {}, shared = createStorage()) {
  const platform = createFakePlatform();
  const onError = vi.fn<(error: unknown) => void>();
  const create = () => {
    const { setTimer, now, random } = platform;
    return createMaintenanceSwitch(shared.storage, { setTimer, now, random, onError, ...options });
  };
  return { ...shared, platform, onError, create, service: create() };
}

describe('the switch', () => {
  it('is operational at first', async () => {
    expect(await createMaintenanceSwitch().read()).toEqual({ mode: 'operational', windows: [], version: 0 });
  });

  it('keeps its state in memory without a storage', async () => {
    const service = createMaintenanceSwitch();
    await service.set({ mode: 'unavailable', retryAfter: 60 });
    expect(await service.read()).toMatchObject({ mode: 'unavailable', retryAfter: 60 });
  });

  it('knows since when its mode is what it is', async () => {
    const { service, platform } = createSwitch();
    await service.set({ mode: 'maintenance' });
    await platform.advance(1000);
    expect(await service.set({ mode: 'maintenance', retryAfter: 30 })).toMatchObject({
      since: '2026-01-01T12:00:00.000Z',
      retryAfter: 30,
    });
    const ended = await service.set({ mode: 'operational' });
    expect(ended.since).toBe('2026-01-01T12:00:01.000Z');
    expect(ended).not.toHaveProperty('retryAfter');
  });

  it('keeps the windows when the mode changes, and the mode when the windows change', async () => {
    const { service } = createSwitch();
    await service.schedule(upgrade);
    await service.set({ mode: 'maintenance' });
    expect(await service.schedule({ ...upgrade, id: 'second' })).toMatchObject({
      mode: 'maintenance',
      windows: [upgrade, { id: 'second' }],
    });
    await service.cancel('upgrade');
    expect(await service.read()).toMatchObject({ mode: 'maintenance', windows: [{ id: 'second' }] });
  });

  it('loses no change that is made while another one is stored', async () => {
    const { service } = createSwitch();
    const ids = ['a', 'b', 'c'];
    await Promise.all([
      ...ids.map((id) => service.schedule({ ...upgrade, id })),
      service.set({ mode: 'maintenance' }),
    ]);
    const { mode, windows } = await service.read();
    expect([mode, ...windows.map(({ id }) => id)]).toEqual(['maintenance', ...ids]);
  });

  it('has a version that grows, also when the clock was set back', async () => {
    const { service, platform } = createSwitch();
    const first = await service.set({ mode: 'maintenance' });
    platform.shiftClock(-3_600_000);
    const second = await service.set({ mode: 'operational' });
    expect(second.version).toBeGreaterThan(first.version ?? Infinity);
  });

  it('moves a window whose id it has, and drops windows that ended more than a day ago', async () => {
    const { service, platform } = createSwitch();
    await service.schedule(upgrade);
    const moved = { ...upgrade, startsAt: '2026-01-02T21:00:00.000Z' };
    expect((await service.schedule(moved)).windows).toEqual([moved]);
    await platform.advance(3 * 86_400_000);
    const next = { id: 'next', startsAt: '2026-02-01T22:00:00.000Z', endsAt: '2026-02-01T23:00:00.000Z' };
    expect((await service.schedule(next)).windows).toEqual([next]);
  });

  it.each([
    ['MK224', 'an unknown mode', { mode: 'closed' }],
    ['MK224', 'a negative retryAfter', { mode: 'maintenance', retryAfter: -1 }],
    ['MK224', 'a retryAfter of two days', { mode: 'maintenance', retryAfter: 172_800 }],
  ])('rejects with %s for %s', async (number, _, change) => {
    const { service, values } = createSwitch();
    await expect(service.set(change as Parameters<typeof service.set>[0])).rejects.toEqual(numbered(number));
    expect(values.size).toBe(0);
  });

  it.each([
    ['without an offset from UTC', { ...upgrade, startsAt: '2026-01-02T22:00' }],
    ['that ends before it starts', { ...upgrade, endsAt: '2026-01-02T21:00:00Z' }],
    ['that has ended', { id: 'old', startsAt: '2025-01-02T22:00:00Z', endsAt: '2025-01-02T23:00:00Z' }],
    ['without an id', { ...upgrade, id: '' }],
  ])('rejects a window %s with MK225', async (_, window) => {
    await expect(createSwitch().service.schedule(window)).rejects.toEqual(numbered('MK225'));
  });

  it('rejects a window too many, and the end of one that it does not have, with MK225', async () => {
    const { service } = createSwitch();
    for (let index = 0; index < 20; index += 1) await service.schedule({ ...upgrade, id: String(index) });
    await expect(service.schedule(upgrade)).rejects.toEqual(numbered('MK225'));
    await expect(service.cancel('unknown')).rejects.toEqual(numbered('MK225'));
    expect((await service.read()).windows).toHaveLength(20);
  });

  it.each([
    { timeoutMs: 0 },
    { timeoutMs: Number.NaN },
    { maxEventStreams: -1 },
    { timeoutMs: 2_147_483_648 },
  ])('throws MK223 for %j', (options) => {
    expect(() => createMaintenanceSwitch(undefined, options)).toThrow(numbered('MK223'));
  });
});

describe('two processes with one storage', () => {
  it('see the change of the other one within half a second', async () => {
    const { service, create, platform } = createSwitch();
    const other = create();
    await service.read();
    await other.set({ mode: 'maintenance' });
    await platform.advance(499);
    expect((await service.read()).mode).toBe('operational');
    await platform.advance(1);
    expect((await service.read()).mode).toBe('maintenance');
  });

  it('share a read among the requests of half a second', async () => {
    const { service, state, platform } = createSwitch();
    await Promise.all([service.read(), service.read(), service.read()]);
    await platform.advance(499);
    await service.read();
    expect(state.reads).toBe(1);
    await platform.advance(1);
    await service.read();
    expect(state.reads).toBe(2);
  });

  it('see a change at once after the clock was set back', async () => {
    const { service, create, platform } = createSwitch();
    await service.read();
    platform.shiftClock(-3_600_000);
    await create().set({ mode: 'maintenance' });
    expect((await service.read()).mode).toBe('maintenance');
  });

  it('tell their subscribers each change once, and read nothing without subscribers', async () => {
    const { service, create, platform, state } = createSwitch();
    const modes: string[] = [];
    const unsubscribe = service.subscribe(({ mode }) => void modes.push(mode));
    await create().set({ mode: 'maintenance' });
    await platform.advance(2000);
    await service.set({ mode: 'operational' });
    await platform.advance(2000);
    expect(modes).toEqual(['maintenance', 'operational']);
    unsubscribe();
    const { reads } = state;
    await platform.advance(2000);
    expect(state.reads).toBe(reads);
    expect(platform.timersDueAt).toEqual([]);
  });

  it('tell the other subscribers if one throws', async () => {
    const { service, onError } = createSwitch();
    const listener = vi.fn<() => void>();
    service.subscribe(() => {
      throw new Error('broken');
    });
    service.subscribe(listener);
    await service.set({ mode: 'maintenance' });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('broken'));
  });

  it('ignore the older state of a replica', async () => {
    const { service, values, platform } = createSwitch();
    await service.set({ mode: 'maintenance' });
    const older = values.get(KEY);
    await platform.advance(1000);
    await service.set({ mode: 'operational' });
    values.set(KEY, older);
    await platform.advance(1000);
    expect((await service.read()).mode).toBe('operational');
  });

  it('follow a state that an operator wrote by hand', async () => {
    const { service, values, platform } = createSwitch();
    await service.set({ mode: 'operational' });
    values.set(KEY, { mode: 'maintenance' });
    await platform.advance(500);
    expect((await service.read()).mode).toBe('maintenance');
    expect((await service.set({ mode: 'operational' })).mode).toBe('operational');
  });
});

describe('a storage that fails', () => {
  it.each([
    ['rejects', (made: ReturnType<typeof createStorage>) => void (made.state.health = 'rejects')],
    ['hangs', (made: ReturnType<typeof createStorage>) => void (made.state.health = 'hangs')],
    ['lost the state', (made: ReturnType<typeof createStorage>) => made.values.clear()],
    ['returns something else', (made: ReturnType<typeof createStorage>) => void made.values.set(KEY, 'on')],
  ])('keeps the last known mode and is reported once, if it %s', async (_, fail) => {
    const made = createSwitch();
    const { service, platform, onError } = made;
    await service.set({ mode: 'maintenance' });
    const kept = made.values.get(KEY);
    fail(made);
    for (let read = 0; read < 3; read += 1) {
      await platform.advance(1000);
      const status = service.read();
      await platform.advance(2000);
      expect((await status).mode).toBe('maintenance');
    }
    expect(onError).toHaveBeenCalledExactlyOnceWith(numbered('MK221'));

    made.state.health = 'works';
    made.values.set(KEY, kept);
    await made.create().set({ mode: 'operational' });
    await platform.advance(1000);
    expect((await service.read()).mode).toBe('operational');
  });

  it('delays the requests of an outage by a tenth of a second at most', async () => {
    const { service, state, platform } = createSwitch();
    state.health = 'hangs';
    const first = vi.fn<() => void>();
    void service.read().then(first);
    await platform.advance(1999);
    expect(first).not.toHaveBeenCalled();
    await platform.advance(501);
    expect(first).toHaveBeenCalledTimes(1);
    const second = vi.fn<() => void>();
    void service.read().then(second);
    await platform.advance(100);
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('is reported as one line', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const storage: SwitchStorage = {
      getItem: () => Promise.reject(new Error('no\nconnection')),
      setItem: () => Promise.resolve(),
    };
    const service = createMaintenanceSwitch(storage);
    await Promise.all([service.read(), service.read()]);
    expect(error).toHaveBeenCalledTimes(1);
    expect(error.mock.calls[0]?.[0]).toMatch(/^MaintenanceKitError: MK221: .+no connection.+$/);
  });

  it.each(['rejects', 'hangs'] as const)(
    'changes nothing if it %s, and says so with MK222',
    async (health) => {
      const { service, state, values, platform } = createSwitch();
      await service.set({ mode: 'maintenance' });
      const kept = values.get(KEY);
      state.health = health;
      const failed = service.set({ mode: 'operational' }).catch((error: unknown) => error);
      await platform.advance(2000);
      expect(await failed).toEqual(numbered('MK222'));
      expect(values.get(KEY)).toBe(kept);
      state.health = 'works';
      expect((await service.read()).mode).toBe('maintenance');
      expect((await service.set({ mode: 'operational' })).mode).toBe('operational');
    },
  );

  it('is not overwritten if its value is something else', async () => {
    const { service, values } = createSwitch();
    values.set(KEY, 'on');
    await expect(service.set({ mode: 'maintenance' })).rejects.toEqual(numbered('MK222'));
    expect(values.get(KEY)).toBe('on');
  });

  it('gets its windows back when it lost them', async () => {
    const { service, values } = createSwitch();
    await service.schedule(upgrade);
    values.clear();
    expect((await service.set({ mode: 'maintenance' })).windows).toEqual([upgrade]);
  });
});
