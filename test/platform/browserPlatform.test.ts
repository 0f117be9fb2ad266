import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserPlatform } from '../../src/index.ts';

const HOUR = 3_600_000;

describe('monotonicNow', () => {
  let wall = 0;
  let ticks = 0;
  const go = (wallMs: number, ticksMs = wallMs): void => {
    wall += wallMs;
    ticks += ticksMs;
  };

  beforeEach(() => {
    [wall, ticks] = [1_800_000_000_000, 500];
    vi.spyOn(Date, 'now').mockImplementation(() => Math.floor(wall));
    vi.spyOn(performance, 'now').mockImplementation(() => ticks);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('starts at the wall clock and follows it', () => {
    const { monotonicNow } = browserPlatform();
    expect(monotonicNow()).toBe(1_800_000_000_000);
    go(1_234);
    expect(monotonicNow()).toBe(1_800_000_001_234);
  });

  it('continues when the wall clock is set back', () => {
    const { monotonicNow } = browserPlatform();
    const start = monotonicNow();
    go(-HOUR, 100);
    expect(monotonicNow() - start).toBe(100);
    go(100);
    expect(monotonicNow() - start).toBe(200);
  });

  it('includes sleep, whether the browser’s clock does or not', () => {
    const { monotonicNow } = browserPlatform();
    const start = monotonicNow();
    go(HOUR, 10);
    expect(monotonicNow() - start).toBe(HOUR);
    go(HOUR, HOUR);
    expect(monotonicNow() - start).toBe(2 * HOUR);
  });

  it('doesn’t drift with the number of reads', () => {
    const { monotonicNow } = browserPlatform();
    const start = monotonicNow();
    for (let look = 0; look < 10_000; look += 1) {
      go(0.4);
      monotonicNow();
    }
    expect(monotonicNow() - start).toBeCloseTo(4_000, 3);
  });
});

describe('onPageHide', () => {
  const showAs = (state: DocumentVisibilityState): void => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('calls back when the page is hidden and before it goes, not when it is shown', () => {
    const listener = vi.fn<() => void>();
    const stop = browserPlatform().onPageHide(listener);
    showAs('hidden');
    expect(listener).toHaveBeenCalledTimes(1);
    showAs('visible');
    expect(listener).toHaveBeenCalledTimes(1);
    globalThis.dispatchEvent(new Event('pagehide'));
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    showAs('hidden');
    globalThis.dispatchEvent(new Event('pagehide'));
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
