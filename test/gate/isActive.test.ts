// @vitest-environment node
import { describe, expect, it, test, vi } from 'vitest';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import type { MaintenanceGateOptions } from '../../src/gate/gateOptions.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

interface Read {
  readonly resolve: (isOn: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** Creates a gate whose flag store answers when the test decides. */
function createGate(options: Partial<MaintenanceGateOptions> = {}) {
  const platform = createFakePlatform();
  const reads: Read[] = [];
  const onError = vi.fn<(error: unknown) => void>();
  const gate = createMaintenanceGate({
    isActive: () => new Promise((resolve, reject) => reads.push({ resolve, reject })),
    setTimer: platform.setTimer,
    onError,
    ...options,
  });
  const statuses: (number | 'passed')[] = [];
  const send = async (method = 'POST'): Promise<void> => {
    const response = await gate.reject(new Request('https://api.example/notes', { method }));
    statuses.push(response?.status ?? 'passed');
  };
  return { platform, reads, onError, statuses, send };
}

const numbered = (number: string): unknown => expect.objectContaining({ number });

describe('a flag that never settles', () => {
  it('a request passes after two seconds', async () => {
    const { platform, statuses, send } = createGate();
    void send();
    await platform.advance(1999);
    expect(statuses).toEqual([]);
    await platform.advance(1);
    expect(statuses).toEqual(['passed']);
  });

  it('the last known answer is kept', async () => {
    const { platform, reads, statuses, send } = createGate();
    void send();
    reads[0]?.resolve(true);
    await platform.advance(0);
    void send();
    await platform.advance(2000);
    expect(statuses).toEqual([503, 503]);
  });

  it('an outage is reported once, and again after a successful read', async () => {
    const { platform, reads, onError, send } = createGate();
    void send();
    void send();
    await platform.advance(2000);
    void send();
    await platform.advance(2000);
    expect(onError).toHaveBeenCalledExactlyOnceWith(numbered('MK205'));

    void send();
    reads.at(-1)?.resolve(false);
    await platform.advance(0);
    void send();
    await platform.advance(2000);
    expect(onError).toHaveBeenCalledTimes(2);
  });

  it('a request waits for the application’s timeout', async () => {
    const { platform, statuses, send } = createGate({ isActiveTimeoutMs: 50 });
    void send();
    await platform.advance(49);
    expect(statuses).toEqual([]);
    await platform.advance(1);
    expect(statuses).toEqual(['passed']);
  });

  it('a development instance and the check don’t wait', async () => {
    const { platform, statuses, send } = createGate({ instance: 'development', checkPath: '/notes' });
    void send('GET');
    void send('PATCH');
    await platform.advance(2000);
    expect(statuses).toEqual([200, 'passed']);
  });
});

describe('a slow flag', () => {
  it('a late answer is used afterwards', async () => {
    const { platform, reads, statuses, send } = createGate();
    void send();
    await platform.advance(2000);
    reads[0]?.resolve(true);
    await platform.advance(0);
    void send();
    await platform.advance(2000);
    expect(statuses).toEqual(['passed', 503]);
  });

  it('a late answer that a newer one has overtaken is ignored', async () => {
    const { platform, reads, statuses, send } = createGate();
    void send();
    void send();
    reads[1]?.resolve(true);
    await platform.advance(0);
    reads[0]?.resolve(false);
    await platform.advance(0);
    expect(statuses).toEqual([503, 503]);
  });

  it('a late failure causes no second report', async () => {
    const { platform, reads, onError, send } = createGate();
    void send();
    await platform.advance(2000);
    reads[0]?.reject(new Error('too late'));
    await platform.advance(0);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it('no timer is left', async () => {
    const { platform, reads, send } = createGate();
    void send();
    void send();
    reads[0]?.resolve(true);
    reads[1]?.reject(new Error('no connection'));
    await platform.advance(0);
    expect(platform.timersDueAt).toEqual([]);
  });
});

describe('a failing flag', () => {
  it.each([
    ['rejects', () => Promise.reject(new Error('no connection'))],
    [
      'throws',
      () => {
        throw new Error('no connection');
      },
    ],
  ])('the last known answer stays if the flag %s, and the outage is reported once', async (_, fail) => {
    const isActive = vi.fn<() => boolean | Promise<boolean>>(() => true);
    const { onError, statuses, send } = createGate({ isActive });
    await send();
    isActive.mockImplementation(fail);
    await send();
    await send();
    isActive.mockImplementation(() => false);
    await send();
    isActive.mockImplementation(fail);
    await send();
    expect(statuses).toEqual([503, 503, 503, 'passed', 'passed']);
    expect(onError.mock.calls).toEqual([[new Error('no connection')], [new Error('no connection')]]);
  });
});

test('the server’s timer waits two seconds by default', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const gate = createMaintenanceGate({ isActive: () => new Promise(() => {}), onError: () => {} });
    const answer = gate.reject(new Request('https://api.example/', { method: 'POST' }));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await answer).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

describe('an application’s function that throws', () => {
  const broken = () => {
    throw new Error('broken');
  };
  const post = (options: Partial<MaintenanceGateOptions>) =>
    createMaintenanceGate({ isActive: true, ...options }).reject(
      new Request('https://api.example/', { method: 'POST', headers: { origin: 'https://app.example' } }),
    );

  it('an onError that throws fails no request', async () => {
    expect(await post({ isActive: broken, onError: broken })).toBeUndefined();
    expect((await post({ retryAfter: broken, onError: broken }))?.status).toBe(503);
  });

  it('a cors.origins that throws lets no page read the response', async () => {
    const onError = vi.fn<(error: unknown) => void>();
    const response = await post({ cors: { origins: broken }, onError });
    expect(response?.status).toBe(503);
    expect(response?.headers.has('access-control-allow-origin')).toBe(false);
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('broken'));
  });
});
