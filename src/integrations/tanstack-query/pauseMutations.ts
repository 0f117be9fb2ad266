import type { MaintenanceMonitor } from '../../monitor/createMaintenanceMonitor.ts';
import { blocksMutations } from '../../monitor/selectors.ts';
import { pausesInMaintenance, type PausableMutation, type PausableQueryClient } from './PausableMutation.ts';

export interface PauseMutationsOptions {
  /**
   * The longest random delay before each mutation that goes on, in milliseconds, so that not all pages send theirs at
   * the same moment. Default: 1000.
   */
  readonly jitterMs?: number;
}

/**
 * Pauses the mutations of a client that have `meta: { maintenance: 'pause' }` while a maintenance is known, as TanStack
 * Query does while the device is offline: `isPaused` is true, `onMutate` has run, and a persister stores the mutation.
 * After the maintenance they go on one by one, in their order, each after a random delay. If the API rejects one, it
 * and those after it wait for the next end.
 *
 * Mutations that a persister restores go on in the same way. Set their `mutationFn` with `setMutationDefaults`.
 *
 * Other mutations run as before. Returns the function that stops it.
 */
export function pauseMutations(
  client: PausableQueryClient,
  monitor: MaintenanceMonitor,
  { jitterMs = 1000 }: PauseMutationsOptions = {},
): () => void {
  const cache = client.getMutationCache();
  const { platform } = monitor;
  const canRunBefore = cache.canRun.bind(cache);
  /** Go on when it is their turn. */
  const waiting = new Set<PausableMutation>();
  let turn: PausableMutation | undefined;
  let isStopped = false;
  let isResuming = false;

  const isClosed = (): boolean => isStopped || blocksMutations(monitor.getSnapshot());

  function canRun(mutation: PausableMutation): boolean {
    // A newer mutation doesn't overtake those that wait.
    const isBehind = mutation !== turn && (waiting.size > 0 || turn !== undefined);
    if (!isStopped && pausesInMaintenance(mutation) && (isClosed() || isBehind)) waiting.add(mutation);
    return !waiting.has(mutation) && canRunBefore(mutation);
  }

  /** Takes a mutation that was paused before this function knew it: in storage, or by an earlier call. */
  function adopt(mutation: PausableMutation): void {
    if (mutation.state.isPaused && pausesInMaintenance(mutation)) waiting.add(mutation);
  }

  /** Returns the oldest mutation that waits. A rejected one keeps its place. */
  const next = (): PausableMutation | undefined => cache.getAll().find((mutation) => waiting.has(mutation));

  async function resume(): Promise<void> {
    if (isResuming) return;
    isResuming = true;
    while (!isClosed() && next()) {
      await sleep(platform.random() * jitterMs);
      if (isClosed()) break;
      turn = next();
      if (turn) waiting.delete(turn);
      if (turn?.state.status === 'pending') await run(turn);
      turn = undefined;
    }
    isResuming = false;
  }

  /** Continues a mutation, and waits until it settles or pauses. */
  function run(mutation: PausableMutation): Promise<void> {
    return new Promise((resolve) => {
      const unsubscribe = cache.subscribe((event) => {
        if (event.mutation === mutation && event.action?.type === 'pause') end();
      });
      function end(): void {
        unsubscribe();
        resolve();
      }
      mutation.continue().then(end, end);
      // Offline, in a hidden page or behind another mutation of its scope, TanStack Query continues it later.
      void sleep(0).then(() => {
        if (mutation.state.isPaused) end();
      });
    });
  }

  function sleep(delayMs: number): Promise<void> {
    return new Promise((resolve) => void platform.setTimer(resolve, delayMs));
  }

  cache.canRun = canRun;
  cache.getAll().forEach(adopt);
  const stops = [
    monitor.subscribe(() => void resume()),
    cache.subscribe(({ type, mutation }) => {
      if (!mutation) return;
      if (type === 'removed') waiting.delete(mutation);
      if (type !== 'added' || !mutation.state.isPaused) return;
      adopt(mutation);
      void resume();
    }),
  ];
  void resume();

  return () => {
    isStopped = true;
    waiting.clear();
    stops.forEach((stop) => stop());
    if (cache.canRun === canRun) cache.canRun = canRunBefore;
  };
}
