import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from '../../src/platform/whenIdle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('whenIdle', () => {
  it('calls back after five seconds on a page that is never idle', () => {
    // Such a page calls back only when the timeout is over.
    vi.stubGlobal('requestIdleCallback', (callback: () => void, options?: IdleRequestOptions) => {
      if (options?.timeout !== undefined) setTimeout(callback, options.timeout);
      return 1;
    });
    const callback = vi.fn<() => void>();
    whenIdle(callback);
    vi.advanceTimersByTime(4_999);
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledOnce();
  });

  it('does nothing on a server', () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    vi.stubGlobal('window', undefined);
    const callback = vi.fn<() => void>();
    whenIdle(callback);
    vi.runAllTimers();
    expect(callback).not.toHaveBeenCalled();
  });

  it('calls back soon in a browser without idle callbacks', () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    const callback = vi.fn<() => void>();
    whenIdle(callback);
    vi.advanceTimersByTime(200);
    expect(callback).toHaveBeenCalledOnce();
  });
});
