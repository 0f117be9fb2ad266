import * as newest from '@tanstack/react-query';
import {
  browserPlatform,
  createMaintenanceMonitor,
  watchFetch,
  type MaintenanceMonitor,
  SystemUnderMaintenanceError,
} from 'maintenance-kit';
import {
  guardedMutationOptions,
  maintenanceRetry,
  pauseMutations,
  type PauseMutationsOptions,
} from 'maintenance-kit/integrations/tanstack-query';
import { readServiceCheck } from 'maintenance-kit/protocol';
import * as oldest from 'query-core-oldest';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { sendJson } from './clients/sendJson.ts';
import { setMode, takeRequests } from './support/openService.ts';

const versions = [
  ['the newest version', newest],
  ['the oldest version', oldest as unknown as typeof newest],
] as const;

const addNote = (text: string): Promise<unknown> =>
  sendJson('/api/notes', { method: 'POST', body: JSON.stringify({ text }) });

const pausing = { mutationKey: ['addNote'], mutationFn: addNote, meta: { maintenance: 'pause' } };

interface PageOptions {
  readonly platform?: object;
  /** Answers the check. Default: the server. */
  readonly isOver?: () => Promise<Response>;
}

function watchPage({
  platform,
  isOver = () => fetch('/api/maintenance'),
}: PageOptions = {}): MaintenanceMonitor {
  const monitor = createMaintenanceMonitor({
    checkOnLoad: false,
    shared: false,
    check: async () => readServiceCheck(await isOver()),
    platform: { ...browserPlatform(), ...platform },
  });
  onTestFinished(watchFetch(monitor));
  return monitor;
}

async function begin(monitor: MaintenanceMonitor): Promise<void> {
  await setMode('maintenance');
  await sendJson('/api/notes', { method: 'POST' }).catch(() => {});
  await expect.poll(() => monitor.getSnapshot().status).toBe('maintenance');
  await takeRequests();
}

async function end(monitor: MaintenanceMonitor): Promise<void> {
  await setMode('operational');
  await monitor.checkNow();
  expect(monitor.getSnapshot().status).toBe('operational');
}

/** The texts of the notes that the server has received. */
const sentNotes = async (): Promise<readonly unknown[]> =>
  (await takeRequests())
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => (JSON.parse(body) as { readonly text: unknown }).text);

beforeEach(() => setMode('operational'));

describe.each(versions)(
  'a mutation that pauses, with %s',
  (_version, { QueryClient, MutationObserver, ...core }) => {
    function open({ jitterMs = 0, ...page }: PauseMutationsOptions & PageOptions = {}) {
      const monitor = watchPage(page);
      const client = new QueryClient();
      const stop = pauseMutations(client, monitor, { jitterMs });
      onTestFinished(stop);
      const options = guardedMutationOptions(monitor, pausing);
      const mutate = (text: string, others: object = {}) => {
        const observer = new MutationObserver(client, { ...options, ...others });
        onTestFinished(observer.subscribe(() => {}));
        const result = observer.mutate(text);
        result.catch(() => {});
        return { result, state: () => observer.getCurrentResult() };
      };
      return { monitor, client, stop, options, mutate };
    }

    it('pauses during a known maintenance, and is sent after it', async () => {
      const { monitor, mutate } = open();
      await begin(monitor);
      const { result, state } = mutate('A');
      await expect.poll(state).toMatchObject({ status: 'pending', isPaused: true });
      expect(await sentNotes()).toEqual([]);
      await end(monitor);
      expect(await result).toMatchObject({ text: 'Second' });
      expect(await sentNotes()).toEqual(['A']);
    });

    it('goes on after the one before it has settled, each after a random delay', async () => {
      const delays: number[] = [];
      const { setTimer } = browserPlatform();
      const platform = {
        random: () => 0.5,
        setTimer(callback: () => void, delayMs: number) {
          delays.push(delayMs);
          return setTimer(callback, delayMs);
        },
      };
      const { monitor, mutate } = open({ jitterMs: 26, platform });
      await begin(monitor);
      const log: string[] = [];
      const mutationFn = async (text: string): Promise<void> => {
        log.push(`begin ${text}`);
        await addNote(text);
        log.push(`end ${text}`);
      };
      const results = ['A', 'B', 'C'].map((text) => mutate(text, { mutationFn }).result);
      await end(monitor);
      await Promise.all(results);
      expect(log).toEqual(['begin A', 'end A', 'begin B', 'end B', 'begin C', 'end C']);
      expect(delays.filter((delayMs) => delayMs === 13)).toHaveLength(3);
    });

    it('pauses if it is rejected as the maintenance begins', async () => {
      const { monitor, mutate } = open();
      await setMode('maintenance');
      const { result, state } = mutate('A');
      await expect.poll(state).toMatchObject({
        isPaused: true,
        failureReason: { name: 'SystemUnderMaintenance', blocked: false },
      });
      expect(await sentNotes()).toEqual(['A']);
      await end(monitor);
      await result;
      expect(await sentNotes()).toEqual(['A']);
    });

    it('waits again, with those after it, if it is rejected again', async () => {
      // The check says that the maintenance is over, and the mutations are still rejected.
      const isOver = () => Promise.resolve(Response.json({ maintenance_mode: false }));
      const { monitor, mutate } = open({ isOver });
      await begin(monitor);
      const mutations = ['A', 'B'].map((text) => mutate(text));
      await monitor.checkNow();
      await expect.poll(() => mutations.map(({ state }) => state().failureCount)).toEqual([1, 0]);
      await expect.poll(() => mutations.map(({ state }) => state().isPaused)).toEqual([true, true]);
      await takeRequests();
      await setMode('operational');
      monitor.reportProcessed({ api: '/' });
      await Promise.all(mutations.map(({ result }) => result));
      expect(await sentNotes()).toEqual(['A', 'B']);
    });

    it('is not sent when TanStack Query resumes its own paused mutations', async () => {
      const { monitor, client, mutate } = open();
      await begin(monitor);
      const { state } = mutate('A');
      await expect.poll(state).toMatchObject({ isPaused: true });
      void client.resumePausedMutations();
      core.focusManager.setFocused(false);
      core.focusManager.setFocused(true);
      onTestFinished(() => core.focusManager.setFocused(undefined));
      await sendJson('/api/notes');
      expect(state()).toMatchObject({ isPaused: true });
      expect(await sentNotes()).toEqual([]);
    });

    it('is not overtaken by a newer one', async () => {
      const { monitor, mutate } = open({ jitterMs: 20 });
      await begin(monitor);
      const before = ['A', 'B'].map((text) => mutate(text).result);
      await end(monitor);
      await Promise.all([...before, mutate('C').result]);
      expect(await sentNotes()).toEqual(['A', 'B', 'C']);
    });

    it('leaves other mutations alone: they fail at once, and their update is rolled back', async () => {
      const { monitor, client, mutate } = open();
      client.setQueryData(['notes'], ['First']);
      await begin(monitor);
      const { result } = mutate('A', {
        meta: {},
        retry: 0,
        onMutate: (text: string) => {
          client.setQueryData(['notes'], ['First', text]);
          return ['First'];
        },
        onError: (_error: unknown, _text: string, before: unknown) => client.setQueryData(['notes'], before),
      });
      await expect(result).rejects.toMatchObject({ name: 'SystemUnderMaintenance', blocked: true });
      expect(client.getQueryData(['notes'])).toEqual(['First']);
      expect(await sentNotes()).toEqual([]);
    });

    it('keeps its optimistic update until it has settled', async () => {
      const { monitor, client, mutate } = open();
      client.setQueryData(['notes'], ['First']);
      await begin(monitor);
      const { result, state } = mutate('A', {
        onMutate: (text: string) => client.setQueryData(['notes'], ['First', text]),
      });
      await expect.poll(state).toMatchObject({ isPaused: true });
      expect(client.getQueryData(['notes'])).toEqual(['First', 'A']);
      await end(monitor);
      await result;
      expect(client.getQueryData(['notes'])).toEqual(['First', 'A']);
    });

    it('is stored by a persister, and goes on in the next page', async () => {
      const { monitor, client, options, mutate } = open();
      await begin(monitor);
      const paused = ['A', 'B'].map((text) => mutate(text));
      await expect.poll(() => paused.map(({ state }) => state().isPaused)).toEqual([true, true]);
      const stored = JSON.stringify(core.dehydrate(client));
      client.clear();

      const next = new QueryClient();
      next.setMutationDefaults(['addNote'], options);
      onTestFinished(pauseMutations(next, monitor, { jitterMs: 0 }));
      core.hydrate(next, JSON.parse(stored) as ReturnType<typeof core.dehydrate>);
      void next.resumePausedMutations();
      await sendJson('/api/notes');
      expect(await sentNotes()).toEqual([]);
      await end(monitor);
      await expect.poll(() => next.isMutating()).toBe(0);
      expect(await sentNotes()).toEqual(['A', 'B']);
    });

    it('waits for the connection if the device is offline when the maintenance ends', async () => {
      const { monitor, client, mutate } = open();
      client.mount();
      onTestFinished(() => client.unmount());
      await begin(monitor);
      const { result, state } = mutate('A');
      await expect.poll(state).toMatchObject({ isPaused: true });
      core.onlineManager.setOnline(false);
      onTestFinished(() => core.onlineManager.setOnline(true));
      await end(monitor);
      await sendJson('/api/notes');
      expect(await sentNotes()).toEqual([]);
      core.onlineManager.setOnline(true);
      await result;
      expect(await sentNotes()).toEqual(['A']);
    });

    it('is sent in the order of its scope', async () => {
      const { monitor, mutate } = open();
      await begin(monitor);
      const scope = { id: 'notes' };
      const results = ['A', 'B', 'C'].map((text) => mutate(text, { scope }).result);
      await end(monitor);
      await Promise.all(results);
      expect(await sentNotes()).toEqual(['A', 'B', 'C']);
    });

    it('fails after its retries if nothing pauses it', async () => {
      const { monitor, stop, mutate } = open();
      stop();
      await begin(monitor);
      const { result } = mutate('A', { retryDelay: 0 });
      await expect(result).rejects.toMatchObject({ name: 'SystemUnderMaintenance', blocked: true });
      expect(await sentNotes()).toEqual([]);
    });
  },
);

describe('maintenanceRetry', () => {
  const { retry, retryDelay } = maintenanceRetry();
  const failing = (headers: unknown, others: object = {}) =>
    Object.assign(new Error('HTTP 503'), { response: { status: 503, headers }, ...others });

  it('never retries a maintenance', async () => {
    const monitor = watchPage();
    await setMode('unavailable');
    const client = new newest.QueryClient({ defaultOptions: { queries: maintenanceRetry() } });
    const queryFn = async (): Promise<never> => {
      const response = await fetch('/api/notes');
      // As ky and axios do.
      const data: unknown = await response.json();
      throw Object.assign(new Error('HTTP 503'), { status: response.status, data });
    };
    await expect(client.query({ queryKey: ['notes'], queryFn, retry })).rejects.toThrow('HTTP 503');
    expect(await takeRequests()).toHaveLength(1);
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope: 'all' });
    expect(retry(0, new SystemUnderMaintenanceError())).toBe(false);
  });

  it('retries other errors three times, or as often as you say', () => {
    const error = new Error('no connection');
    expect([0, 1, 2, 3].map((count) => retry(count, error))).toEqual([true, true, true, false]);
    expect(maintenanceRetry({ retries: 0 }).retry(0, error)).toBe(false);
  });

  it.each([
    ['no Retry-After', failing(new Headers()), [1000, 2000, 30_000]],
    ['a short one', failing(new Headers({ 'retry-after': '1' })), [1000, 2000, 30_000]],
    ['a longer one', failing(new Headers({ 'retry-after': '5' })), [5000, 5000, 30_000]],
    ['headers in an object', failing({ 'retry-after': '5' }), [5000, 5000, 30_000]],
    ['headers of the error', { headers: new Headers({ 'retry-after': '5' }) }, [5000, 5000, 30_000]],
  ])('waits for the Retry-After of the response: %s', (_name, error, expected) => {
    expect([0, 1, 9].map((count) => retryDelay(count, error))).toEqual(expected);
  });

  it('doesn’t retry an error that asks for more than 30 seconds', () => {
    expect(retry(0, failing(new Headers({ 'retry-after': '30' })))).toBe(true);
    expect(retry(0, failing(new Headers({ 'retry-after': '31' })))).toBe(false);
  });
});

describe('guardedMutationOptions', () => {
  const monitor = createMaintenanceMonitor({ shared: false });
  const error = new Error('no connection');
  const retryOf = (retry?: boolean | number | ((count: number) => boolean)) =>
    guardedMutationOptions(monitor, { retry }).retry as unknown as (count: number, error: unknown) => boolean;

  it('retries other errors as the options say', () => {
    expect(retryOf()(0, error)).toBe(false);
    expect(retryOf(true)(9, error)).toBe(true);
    expect([0, 1].map((count) => retryOf(1)(count, error))).toEqual([true, false]);
    expect([0, 1].map((count) => retryOf((failures) => failures < 1)(count, error))).toEqual([true, false]);
  });

  it('waits as the options say', () => {
    const delayOf = (retryDelay?: number | ((count: number) => number)) =>
      guardedMutationOptions(monitor, { retryDelay }).retryDelay as unknown as (
        count: number,
        error: unknown,
      ) => number;
    expect(delayOf()(1, error)).toBe(2000);
    expect(delayOf(5)(1, error)).toBe(5);
    expect(delayOf((count) => count + 1)(1, error)).toBe(2);
  });
});
