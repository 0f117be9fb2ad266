// @vitest-environment node
import { describe, expect, it, test, vi } from 'vitest';
import { createMaintenanceGate, type MaintenanceGateOptions } from '../../src/gate/createMaintenanceGate.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

interface Read {
  readonly resolve: (isOn: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** A gate whose flag is read from a store that answers when the test says so. */
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
  it('lets a request pass after two seconds', async () => {
    const { platform, statuses, send } = createGate();
    void send();
    await platform.advance(1999);
    expect(statuses).toEqual([]);
    await platform.advance(1);
    expect(statuses).toEqual(['passed']);
  });

  it('keeps the answer that was last known', async () => {
    const { platform, reads, statuses, send } = createGate();
    void send();
    reads[0]?.resolve(true);
    await platform.advance(0);
    void send();
    await platform.advance(2000);
    expect(statuses).toEqual([503, 503]);
  });

  it('is reported once, and once more after it could be read', async () => {
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

  it('holds a request for as long as the application says', async () => {
    const { platform, statuses, send } = createGate({ isActiveTimeoutMs: 50 });
    void send();
    await platform.advance(49);
    expect(statuses).toEqual([]);
    await platform.advance(1);
    expect(statuses).toEqual(['passed']);
  });

  it('does not hold a development instance, nor the check', async () => {
    const { platform, statuses, send } = createGate({ instance: 'development', checkPath: '/notes' });
    void send('GET');
    void send('PATCH');
    await platform.advance(2000);
    expect(statuses).toEqual([200, 'passed']);
  });
});

describe('a flag that is slow', () => {
  it('is known from its late answer on', async () => {
    const { platform, reads, statuses, send } = createGate();
    void send();
    await platform.advance(2000);
    reads[0]?.resolve(true);
    await platform.advance(0);
    void send();
    await platform.advance(2000);
    expect(statuses).toEqual(['passed', 503]);
  });

  it('is not known from an answer that a newer one has overtaken', async () => {
    const { platform, reads, statuses, send } = createGate();
    void send();
    void send();
    reads[1]?.resolve(true);
    await platform.advance(0);
    reads[0]?.resolve(false);
    await platform.advance(0);
    expect(statuses).toEqual([503, 503]);
  });

  it('fails late without a second report', async () => {
    const { platform, reads, onError, send } = createGate();
    void send();
    await platform.advance(2000);
    reads[0]?.reject(new Error('too late'));
    await platform.advance(0);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it('leaves no timer behind', async () => {
    const { platform, reads, send } = createGate();
    void send();
    void send();
    reads[0]?.resolve(true);
    reads[1]?.reject(new Error('no connection'));
    await platform.advance(0);
    expect(platform.timersDueAt).toEqual([]);
  });
});

describe('a flag that fails', () => {
  it.each([
    ['rejects', () => Promise.reject(new Error('no connection'))],
    [
      'throws',
      () => {
        throw new Error('no connection');
      },
    ],
  ])('keeps the last known answer when it %s, and is reported once', async (_, fail) => {
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

test('waits two seconds by the clock of the server by default', async () => {
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

  it('fails no request as onError', async () => {
    expect(await post({ isActive: broken, onError: broken })).toBeUndefined();
    expect((await post({ retryAfter: broken, onError: broken }))?.status).toBe(503);
  });

  it('allows no page to read the answer as cors.origins', async () => {
    const onError = vi.fn<(error: unknown) => void>();
    const response = await post({ cors: { origins: broken }, onError });
    expect(response?.status).toBe(503);
    expect(response?.headers.has('access-control-allow-origin')).toBe(false);
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('broken'));
  });
});
