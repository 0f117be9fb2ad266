/** The two clocks drift apart by less than this between two reads, unless the device slept. */
const SLEPT_FROM_MS = 1000;

/**
 * Creates a clock that never goes back and includes sleep, in milliseconds since the epoch.
 *
 * `performance.now()` never goes back, but stops in many browsers while the device sleeps. `Date.now()` includes sleep,
 * but the user can set it. So the clock follows the first, and the second when it is ahead. A clock that the user sets
 * forward looks like sleep: the next check comes early, which is harmless.
 */
export function createMonotonicClock(): () => number {
  let offset = Date.now() - performance.now();
  let lastAhead = offset;
  return () => {
    const ticks = performance.now();
    const ahead = Date.now() - ticks;
    if (ahead - lastAhead > SLEPT_FROM_MS) offset += ahead - lastAhead;
    lastAhead = ahead;
    return ticks + offset;
  };
}
