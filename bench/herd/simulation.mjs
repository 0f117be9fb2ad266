// @ts-check
import { createMaintenanceMonitor } from '../../dist/index.js';
import { watchEvents } from '../../dist/integrations/gate/index.js';
import { contractNotice, SystemUnderMaintenanceError } from '../../dist/protocol/index.js';

/** Milliseconds. */
const SECOND = 1000;
export const MAINTENANCE_MS = 30 * 60 * SECOND;
const LATENCY_MS = 100;

/**
 * @typedef {object} Scenario
 * @property {string} name
 * @property {number} browsers
 * @property {number} [tabsPerBrowser] The mean. Default: 2.2.
 * @property {number} [visible] The share of the pages that are visible. Default: 0.4.
 * @property {'burst' | 'one by one'} entry All within five seconds, or over the whole maintenance.
 * @property {number} [retryAfterMs] Default: no header.
 * @property {object} [recovery] The kit's `RecoveryPolicy`.
 * @property {boolean} [isShared] Whether the tabs of a browser share the state. Default: true.
 * @property {boolean} [isPushed] Whether the server pushes the begin and the end. It restarts in the middle of the
 *   maintenance, which breaks all streams. Default: false.
 * @property {number} [caches] The number of caches of a CDN in front of the origin. Default: none.
 * @property {(attempt: number) => number} [waitMs] Waits like this instead of the kit, in every tab, visible or not.
 *
 * @typedef {object} Outcome
 * @property {number} pages
 * @property {number} atOrigin Requests that no cache answered, in the busiest second.
 * @property {number} peak Requests in the busiest second.
 * @property {number} mean Requests per second of the maintenance.
 * @property {number} total
 * @property {readonly number[]} perSecond
 * @property {readonly number[]} noticedMs How long each visible page took to notice the end, in order.
 */

/** Mulberry32. @param {number} seed */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A clock whose timers run in order. */
function createClock() {
  /** @type {{ at: number, run: () => void }[]} */
  const heap = [];
  let now = 0;

  /** @param {{ at: number, run: () => void }} timer */
  function push(timer) {
    let index = heap.push(timer) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || above.at <= timer.at) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = timer;
  }

  function pop() {
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const left = heap[child];
      const right = heap[child + 1];
      if (left === undefined) break;
      if (right !== undefined && right.at < left.at) child += 1;
      const smaller = right !== undefined && right.at < left.at ? right : left;
      if (smaller.at >= last.at) break;
      heap[index] = smaller;
      index = child;
    }
    heap[index] = last;
    return first;
  }

  return {
    now: () => now,
    /** @param {() => void} run @param {number} delayMs */
    setTimer(run, delayMs) {
      const timer = { at: now + Math.max(0, delayMs), run };
      push(timer);
      return () => {
        timer.run = () => {};
      };
    },
    /** Runs timers until there are none, or `end`. @param {number} end */
    async runUntil(end) {
      await new Promise((resolve) => void setImmediate(resolve));
      for (let next = heap[0]; next !== undefined && next.at <= end; next = heap[0]) {
        pop();
        now = next.at;
        next.run();
        // Lets promises settle.
        await new Promise((resolve) => void setImmediate(resolve));
      }
      now = end;
    },
  };
}

/** Runs a scenario. @param {Scenario} scenario @param {number} seed @returns {Promise<Outcome>} */
export async function simulate(scenario, seed) {
  // As on a page that was idle once, each monitor has its code from the start.
  await createMaintenanceMonitor().checkNow();
  const random = createRandom(seed);
  const clock = createClock();
  /** @type {number[]} */
  const perSecond = [];
  /** @type {number[]} */
  const noticedMs = [];
  const end = MAINTENANCE_MS;
  /** @type {number[]} */
  const atOrigin = [];
  const caches = Array.from({ length: scenario.caches ?? 0 }, () => ({
    storedAt: -Infinity,
    result: /** @type {'maintenance' | 'operational'} */ ('operational'),
  }));
  let pages = 0;
  /** @type {Set<(type: 'status' | 'error') => void>} */
  const streams = new Set();
  let isRestarted = false;

  function statusText() {
    return JSON.stringify({ mode: clock.now() < end ? 'maintenance' : 'operational' });
  }

  /** The streams were open when the maintenance began, so only those of the restarted server are requests. */
  function openStream() {
    /** @type {Record<string, (event: { data?: unknown }) => void>} */
    const listeners = {};
    /** @param {'status' | 'error'} type */
    const send = (type) => {
      if (streams.has(send)) listeners[type]?.({ data: statusText() });
    };
    streams.add(send);
    if (isRestarted) countRequest(perSecond);
    clock.setTimer(() => send('status'), isRestarted ? LATENCY_MS : random() * SECOND);
    return {
      /** @param {string} type @param {(event: { data?: unknown }) => void} listener */
      addEventListener(type, listener) {
        listeners[type] = listener;
      },
      close: () => void streams.delete(send),
    };
  }

  function push() {
    for (const send of streams) clock.setTimer(() => send('status'), random() * SECOND);
  }

  function restart() {
    isRestarted = true;
    for (const send of streams) send('error');
  }

  /** @returns {Promise<'maintenance' | 'operational'>} */
  function check() {
    countRequest(perSecond);
    const result = caches.length > 0 ? askCache() : askOrigin();
    return new Promise((resolve) => void clock.setTimer(() => resolve(result), LATENCY_MS));
  }

  /** @param {number[]} counts */
  function countRequest(counts) {
    const second = Math.floor(clock.now() / SECOND);
    counts[second] = (counts[second] ?? 0) + 1;
  }

  function askOrigin() {
    countRequest(atOrigin);
    return clock.now() < end ? 'maintenance' : 'operational';
  }

  /** The document is fresh for 5 seconds, and may be served for 10 more while the cache asks for a new one. */
  function askCache() {
    const cache = caches[Math.floor(random() * caches.length)];
    if (cache === undefined) throw new Error('There is no cache.');
    const ageMs = clock.now() - cache.storedAt;
    const stored = cache.result;
    if (ageMs > 5 * SECOND) Object.assign(cache, { storedAt: clock.now(), result: askOrigin() });
    return ageMs > 15 * SECOND ? cache.result : stored;
  }

  for (let browser = 0; browser < scenario.browsers; browser += 1) {
    const extra = (scenario.tabsPerBrowser ?? 2.2) - 1;
    const tabs = 1 + Math.floor(extra) + Number(random() < extra - Math.floor(extra));
    pages += tabs;
    const visible = Array.from({ length: tabs }, () => random() < (scenario.visible ?? 0.4));
    const entersAt = scenario.entry === 'burst' ? random() * 5 * SECOND : random() * end;
    if (scenario.waitMs) for (const isVisible of visible) pollFrom(entersAt, scenario.waitMs, isVisible);
    else openBrowser(visible, entersAt);
  }

  /** @param {number} entersAt @param {(attempt: number) => number} waitMs @param {boolean} isVisible */
  function pollFrom(entersAt, waitMs, isVisible) {
    let attempt = 0;
    const next = () => {
      attempt += 1;
      clock.setTimer(() => void check().then(receive), waitMs(attempt));
    };
    /** @param {string} result */
    const receive = (result) => {
      if (result !== 'operational') next();
      else if (isVisible) noticedMs.push(clock.now() - end);
    };
    clock.setTimer(next, entersAt);
  }

  /** @param {readonly boolean[]} visible @param {number} entersAt */
  function openBrowser(visible, entersAt) {
    /** @type {string | null} */
    let stored = null;
    /** @type {Set<{ tab: number, listener: () => void }>} */
    const listeners = new Set();
    /** @type {Map<string, Promise<unknown>>} */
    const locks = new Map();
    const isShared = scenario.isShared ?? true;

    for (const [tab, isAttended] of visible.entries()) {
      const platform = {
        now: clock.now,
        monotonicNow: clock.now,
        setTimer: (/** @type {() => void} */ run, /** @type {number} */ delayMs) =>
          clock.setTimer(run, delayMs),
        random,
        href: 'https://app.example/',
        isAttended: () => isAttended,
        onAttentionChange: () => () => {},
        onPageHide: () => () => {},
        draftStorage: undefined,
        sharedStorage: isShared
          ? {
              getItem: () => stored,
              /** @param {string} _key @param {string} value */
              setItem(_key, value) {
                stored = value;
                for (const other of listeners) if (other.tab !== tab) queueMicrotask(other.listener);
              },
              removeItem() {},
            }
          : undefined,
        /** @param {string} _key @param {() => void} listener */
        onSharedChange(_key, listener) {
          const entry = { tab, listener };
          listeners.add(entry);
          return () => void listeners.delete(entry);
        },
        openChannel: () => undefined,
        /** @template Result @param {string} name @param {number} _waitMs @param {() => Promise<Result>} run */
        async runAlone(name, _waitMs, run) {
          const running = (locks.get(name) ?? Promise.resolve()).then(run);
          locks.set(
            name,
            running.catch(() => {}),
          );
          return await running;
        },
      };
      const monitor = createMaintenanceMonitor({ platform, check, recovery: scenario.recovery ?? {} });
      monitor.subscribe(() => {
        if (isAttended && clock.now() > end && monitor.getSnapshot().status === 'operational') {
          noticedMs.push(clock.now() - end);
        }
      });
      if (scenario.isPushed) watchEvents(monitor, { url: '/events', open: openStream });
      if (tab > 0 || scenario.isPushed) continue;
      const { retryAfterMs } = scenario;
      const notice = { ...contractNotice, ...(retryAfterMs !== undefined && { retryAfterMs }) };
      clock.setTimer(() => {
        void monitor.report(new SystemUnderMaintenanceError({ notice }), { api: '/' });
      }, entersAt);
    }
  }

  if (scenario.isPushed) {
    clock.setTimer(restart, end / 2);
    clock.setTimer(push, end);
  }
  await clock.runUntil(end + MAINTENANCE_MS);
  const counts = Array.from(perSecond, (count) => count ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    pages,
    atOrigin: Math.max(...Array.from(atOrigin, (count) => count ?? 0)),
    peak: Math.max(...counts),
    mean: counts.slice(0, end / SECOND).reduce((sum, count) => sum + count, 0) / (end / SECOND),
    total,
    perSecond: counts,
    noticedMs: noticedMs.toSorted((a, b) => a - b),
  };
}
