import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createMaintenanceMonitor,
  SystemUnderMaintenanceError,
  type Check,
  type Platform,
} from '../../src/index.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Starts in maintenance on a visible page. With `random` at 0.5 the first check runs after 45 s. */
async function inMaintenance(check?: Check) {
  const platform = createFakePlatform();
  const monitor = createMaintenanceMonitor({ platform, checkOnLoad: false, ...(check && { check }) });
  const stop = monitor.subscribe(() => {});
  await monitor.report(new SystemUnderMaintenanceError(), { api: '/' });
  return { platform, monitor, stop, status: () => monitor.getSnapshot().status };
}

describe('recovery', () => {
  it('the due check ends the maintenance', async () => {
    const check = vi.fn<Check>(async () => 'operational');
    const { platform, status } = await inMaintenance(check);
    await platform.advance(44_999);
    expect(check).not.toHaveBeenCalled();
    await platform.advance(1);
    expect(check).toHaveBeenCalledTimes(1);
    expect(status()).toBe('operational');
    expect(platform.timersDueAt).toEqual([]);
  });

  it('checks continue at random intervals during the maintenance', async () => {
    const askedAt: number[] = [];
    const { platform } = await inMaintenance(async () => {
      askedAt.push(platform.now());
      platform.setRandom(askedAt.length / 4);
      return 'maintenance';
    });
    const start = platform.now();
    await platform.advance(200_000);
    const waits = askedAt.map((at, index) => at - (askedAt[index - 1] ?? start));
    expect(waits).toEqual([45_000, 37_500, 45_000, 52_500]);
  });

  it.each<[string, Check]>([
    ['rejects', () => Promise.reject(new Error('offline'))],
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['has no answer', async () => undefined],
    ['never settles', () => new Promise(() => {})],
  ])('the maintenance continues, and another check follows, when the check %s', async (_name, answer) => {
    const check = vi.fn<Check>(answer);
    const { platform, status } = await inMaintenance(check);
    await platform.advance(200_000);
    expect(check.mock.calls.length).toBeGreaterThanOrEqual(3);
    expect(status()).toBe('maintenance');
  });

  it('an invalid result of the check is reported to the developer once', async () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
    // @ts-expect-error -- as plain JavaScript may
    const { platform, status } = await inMaintenance(async () => true);
    await platform.advance(300_000);
    expect(complain.mock.calls).toEqual([[expect.objectContaining({ number: 'MK403' })]]);
    expect(status()).toBe('maintenance');
  });

  it('no check runs on a hidden page, and a due one runs soon after the user returns', async () => {
    const check = vi.fn<Check>(async () => 'operational');
    const { platform } = await inMaintenance(check);
    platform.setAttended(false);
    await platform.advance(3_600_000);
    expect(check).not.toHaveBeenCalled();
    platform.setAttended(true);
    await platform.advance(2_499);
    expect(check).not.toHaveBeenCalled();
    await platform.advance(1);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('a check that is not due keeps its time when the user returns', async () => {
    const check = vi.fn<Check>(async () => 'operational');
    const { platform } = await inMaintenance(check);
    platform.setAttended(false);
    await platform.advance(20_000);
    platform.setAttended(true);
    await platform.advance(24_999);
    expect(check).not.toHaveBeenCalled();
    await platform.advance(1);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('mutations pass on trial without a check', async () => {
    const { platform, monitor, status } = await inMaintenance();
    await platform.advance(45_000);
    expect(status()).toBe('recovering');
    await monitor.report(new SystemUnderMaintenanceError());
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', attempt: 2 });
  });

  it('checks stop with the last subscriber and restart with the next one', async () => {
    const check = vi.fn<Check>(async () => 'operational');
    const { platform, monitor, stop } = await inMaintenance(check);
    stop();
    expect(platform.timersDueAt).toEqual([]);
    expect(platform.attentionListeners).toBe(0);
    await platform.advance(3_600_000);
    expect(check).not.toHaveBeenCalled();
    monitor.subscribe(() => {});
    await platform.advance(5_000);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('a Retry-After longer than the longest browser timer is respected', async () => {
    const platform = createFakePlatform();
    const check = vi.fn<Check>(async () => 'operational');
    const setTimer: Platform['setTimer'] = (run, delayMs) => platform.setTimer(run, Math.min(delayMs, 1_000));
    const capped = { ...platform, setTimer };
    const monitor = createMaintenanceMonitor({ platform: capped, check, checkOnLoad: false });
    monitor.subscribe(() => {});
    await monitor.report(new SystemUnderMaintenanceError());
    await platform.advance(44_000);
    expect(check).not.toHaveBeenCalled();
    await platform.advance(1_000);
    expect(check).toHaveBeenCalledTimes(1);
  });
});

describe('checkNow', () => {
  it('checks immediately', async () => {
    const { platform, monitor } = await inMaintenance(async () => 'operational');
    const state = monitor.checkNow();
    await platform.advance(0);
    expect(await state).toBe('operational');
    expect(monitor.getSnapshot()).toMatchObject({ status: 'operational' });
  });

  it('sends one check for many presses, and resolves each with its result', async () => {
    const check = vi.fn<Check>(async () => 'maintenance');
    const { platform, monitor } = await inMaintenance(check);
    const presses = Array.from({ length: 10 }, () => monitor.checkNow());
    await platform.advance(0);
    expect(await Promise.all(presses)).toEqual(Array.from({ length: 10 }, () => 'maintenance'));
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('waits until five seconds after the last check started', async () => {
    const results: Awaited<ReturnType<Check>>[] = ['maintenance', 'operational'];
    const check = vi.fn<Check>(async () => results.shift());
    const { platform, monitor } = await inMaintenance(check);
    void monitor.checkNow();
    await platform.advance(1_000);
    const pressed = Promise.all([monitor.checkNow(), monitor.checkNow()]);
    await platform.advance(3_999);
    expect(check).toHaveBeenCalledTimes(1);
    await platform.advance(1);
    expect(await pressed).toEqual(['operational', 'operational']);
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('waits until five seconds after a scheduled check too', async () => {
    const check = vi.fn<Check>(async () => 'maintenance');
    const { platform, monitor } = await inMaintenance(check);
    await platform.advance(45_000);
    void monitor.checkNow();
    await platform.advance(4_999);
    expect(check).toHaveBeenCalledTimes(1);
    await platform.advance(1);
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('shares a check in progress', async () => {
    const answers: ((answer: 'operational') => void)[] = [];
    const check = vi.fn<Check>(() => new Promise((resolve) => answers.push(resolve)));
    const { platform, monitor } = await inMaintenance(check);
    await platform.advance(45_000);
    const pressed = monitor.checkNow();
    await platform.advance(6_000);
    answers.forEach((answer) => answer('operational'));
    expect(await pressed).toBe('operational');
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('sends no check if the maintenance ends before it is allowed to', async () => {
    const check = vi.fn<Check>(async () => 'maintenance');
    const { platform, monitor } = await inMaintenance(check);
    void monitor.checkNow();
    await platform.advance(1_000);
    const pressed = monitor.checkNow();
    await platform.advance(1_000);
    monitor.reportProcessed({ api: '/' });
    await platform.advance(3_000);
    expect(await pressed).toBeUndefined();
    expect(check).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Check]>([
    ['rejects', () => Promise.reject(new Error('offline'))],
    ['has no answer', async () => undefined],
    ['never settles', () => new Promise(() => {})],
  ])('resolves to unanswered when the check %s', async (_name, check) => {
    const { platform, monitor } = await inMaintenance(check);
    const pressed = monitor.checkNow();
    await platform.advance(10_000);
    expect(await pressed).toBe('unanswered');
  });

  it('aborts a check that takes longer than the timeout, and no other', async () => {
    const signals: AbortSignal[] = [];
    const { platform, monitor } = await inMaintenance(({ signal }) => {
      signals.push(signal);
      return signals.length === 1 ? Promise.resolve('maintenance') : new Promise(() => {});
    });
    const pressed = monitor.checkNow();
    await platform.advance(9_999);
    await pressed;
    void monitor.checkNow();
    await platform.advance(9_999);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    await platform.advance(1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  });

  it('starts a trial without a check', async () => {
    const { monitor } = await inMaintenance();
    expect(await monitor.checkNow()).toBeUndefined();
    expect(monitor.getSnapshot()).toMatchObject({ status: 'recovering' });
  });

  it('sends no check while the service is operational', async () => {
    const check = vi.fn<Check>(async () => 'maintenance');
    const monitor = createMaintenanceMonitor({ platform: createFakePlatform(), check, checkOnLoad: false });
    expect(await monitor.checkNow()).toBeUndefined();
    expect(check).not.toHaveBeenCalled();
  });
});

describe('a clock that the user sets', () => {
  const HOUR = 3_600_000;

  it.each([
    ['back', -HOUR],
    ['forward', HOUR],
  ])('%s moves neither the next check nor the rate limit', async (_where, shiftMs) => {
    const check = vi.fn<Check>(async () => 'maintenance');
    const { platform, monitor } = await inMaintenance(check);
    platform.shiftClock(shiftMs);
    await platform.advance(44_999);
    expect(check).not.toHaveBeenCalled();
    await platform.advance(1);
    expect(check).toHaveBeenCalledTimes(1);
    void monitor.checkNow();
    platform.shiftClock(-shiftMs);
    await platform.advance(4_999);
    expect(check).toHaveBeenCalledTimes(1);
    await platform.advance(1);
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('a clock set back during a maintenance doesn’t prolong it', async () => {
    const { platform, monitor, status } = await inMaintenance(async () => 'operational');
    platform.shiftClock(-HOUR);
    await platform.advance(45_000);
    expect(status()).toBe('operational');
    await monitor.report(new SystemUnderMaintenanceError(), { api: '/' });
    await platform.advance(1);
    monitor.reportProcessed({ api: '/' });
    expect(status()).toBe('operational');
  });

  it('a clock set back after a maintenance doesn’t hide the next one', async () => {
    const { platform, monitor, status } = await inMaintenance(async () => 'operational');
    await platform.advance(45_000);
    platform.shiftClock(-HOUR);
    await monitor.report(new SystemUnderMaintenanceError());
    expect(status()).toBe('maintenance');
  });
});

describe('connect', () => {
  it('uses the newest check until it is disconnected', async () => {
    const own = vi.fn<Check>(async () => 'maintenance');
    const connected = vi.fn<Check>(async () => 'maintenance');
    const { platform, monitor } = await inMaintenance(own);
    const disconnect = monitor.connect({ check: connected });
    await platform.advance(45_000);
    expect([own.mock.calls.length, connected.mock.calls.length]).toEqual([0, 1]);
    disconnect();
    await platform.advance(60_000);
    expect([own.mock.calls.length, connected.mock.calls.length]).toEqual([1, 1]);
  });
});
