import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMaintenanceMonitor, watchFetch, watchXhr } from '../../src/index.ts';
import { answerFetch, maintenanceAnswer } from '../support/answers.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

let restore = (): void => {};
afterEach(() => restore());

function setUp() {
  const platform = createFakePlatform({ href: 'https://app.example/' });
  const monitor = createMaintenanceMonitor({ platform });
  restore = answerFetch(() => maintenanceAnswer());
  return { platform, monitor };
}

describe('watchFetch', () => {
  it('observes a bare fetch, and restores the original', async () => {
    const { platform, monitor } = setUp();
    const original = globalThis.fetch;
    const stop = watchFetch(monitor);
    await fetch('/api/notes', { method: 'POST' });
    await platform.advance(0);
    stop();
    expect(monitor.getSnapshot().status).toBe('maintenance');
    expect(globalThis.fetch).toBe(original);
  });

  it('becomes inactive below another patch, and leaves that patch in place', async () => {
    const { platform, monitor } = setUp();
    const stop = watchFetch(monitor);
    const inner = globalThis.fetch;
    const seenByOthers: unknown[] = [];
    const outer: typeof fetch = (input, init) => {
      seenByOthers.push(input);
      return inner(input, init);
    };
    globalThis.fetch = outer;
    stop();
    await fetch('/api/notes', { method: 'POST' });
    await platform.advance(0);
    expect(globalThis.fetch).toBe(outer);
    expect(seenByOthers).toEqual(['/api/notes']);
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it('does nothing without a fetch', () => {
    const { monitor } = setUp();
    Reflect.deleteProperty(globalThis, 'fetch');
    expect(() => watchFetch(monitor)()).not.toThrow();
    expect(globalThis.fetch).toBeUndefined();
  });

  it('separates a Request and its method from the options', async () => {
    const { platform, monitor } = setUp();
    const stop = watchFetch(monitor);
    await fetch(new Request('https://app.example/api/notes', { method: 'DELETE' }));
    await platform.advance(0);
    stop();
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope: 'mutations' });
  });
});

describe('watchers that come and go', () => {
  it('watchers restore the original in any order of stopping', () => {
    const { monitor } = setUp();
    const original = globalThis.fetch;
    const [first, second, third] = [watchFetch(monitor), watchFetch(monitor), watchFetch(monitor)];
    first();
    third();
    expect(globalThis.fetch).not.toBe(original);
    second();
    expect(globalThis.fetch).toBe(original);
  });

  it('overlapping watchers share one wrapper', async () => {
    const { platform, monitor } = setUp();
    let stop = watchFetch(monitor);
    const wrapper = globalThis.fetch;
    for (let mount = 0; mount < 26_000; mount += 1) {
      const next = watchFetch(monitor);
      stop();
      stop = next;
    }
    expect(globalThis.fetch).toBe(wrapper);
    await fetch('/api/notes', { method: 'POST' });
    await platform.advance(0);
    expect(monitor.getSnapshot()).toMatchObject({ attempt: 1 });
    stop();
  });

  it('stopping one watcher leaves the others active', async () => {
    const { platform, monitor } = setUp();
    const other = createMaintenanceMonitor({ platform });
    const [stop, stopOther] = [watchFetch(monitor), watchFetch(other)];
    stop();
    stop();
    await fetch('/api/notes', { method: 'POST' });
    await platform.advance(0);
    stopOther();
    expect([monitor.getSnapshot().status, other.getSnapshot().status]).toEqual([
      'operational',
      'maintenance',
    ]);
  });

  it('a stopped watcher ignores pending requests', async () => {
    const { platform, monitor } = setUp();
    const stop = watchFetch(monitor);
    const sent = fetch('/api/notes', { method: 'POST' });
    stop();
    await sent;
    await platform.advance(0);
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it.each<[string, (response: Response) => Response]>([
    ['copies', (response) => response.clone()],
    ['rebuilds it', ({ body, status, headers }) => new Response(body, { status, headers })],
  ])('a response counts once if other code between the watchers %s', async (_what, change) => {
    const { platform, monitor } = setUp();
    const stop = watchFetch(monitor);
    const inner = globalThis.fetch;
    globalThis.fetch = async (...request) => change(await inner(...request));
    const stopOuter = watchFetch(monitor);
    await monitor.fetch('/api/notes', { method: 'POST' });
    await platform.advance(0);
    stop();
    stopOuter();
    expect(monitor.getSnapshot()).toMatchObject({ attempt: 1 });
  });
});

describe('other code between two watchers', () => {
  it('a request that other code sends counts separately', async () => {
    const { platform, monitor } = setUp();
    restore();
    restore = answerFetch(({ url }) => (url.endsWith('/notes') ? maintenanceAnswer() : new Response('{}')));
    const stop = watchFetch(monitor);
    const inner = globalThis.fetch;
    globalThis.fetch = async (...request) => {
      await inner('/api/token', { method: 'POST' });
      return await inner(...request);
    };
    const stopOuter = watchFetch(monitor);
    await fetch('/api/notes', { method: 'POST' });
    await platform.advance(0);
    stop();
    stopOuter();
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('other code can turn the response into an error', async () => {
    const { platform, monitor } = setUp();
    const stop = watchFetch(monitor);
    const inner = globalThis.fetch;
    globalThis.fetch = async (...request) => {
      const { status } = await inner(...request);
      throw new Error(`status ${status}`);
    };
    const stopOuter = watchFetch(monitor);
    await expect(fetch('/api/notes', { method: 'POST' })).rejects.toThrow('status 503');
    await platform.advance(0);
    stop();
    stopOuter();
    expect(monitor.getSnapshot()).toMatchObject({ attempt: 1 });
  });
});

describe('a locked fetch', () => {
  const locks: readonly [name: string, property: (native: typeof fetch) => PropertyDescriptor][] = [
    ['has only a getter', (native) => ({ get: () => native })],
    [
      'has a setter that throws',
      (native) => ({
        get: () => native,
        set: () => {
          throw new TypeError('locked');
        },
      }),
    ],
    ['has a setter that does nothing', (native) => ({ get: () => native, set: () => {} })],
  ];

  it.each(locks)('a fetch that %s stays unchanged with one warning', async (_name, property) => {
    const { monitor } = setUp();
    const native = globalThis.fetch;
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    Object.defineProperty(globalThis, 'fetch', { ...property(native), configurable: true });
    try {
      watchFetch(monitor)();
      watchFetch(monitor)();
      expect(globalThis.fetch).toBe(native);
      expect(warn.mock.calls).toEqual([[expect.objectContaining({ number: 'MK406' })]]);
      expect((await monitor.fetch('/api/notes')).status).toBe(503);
    } finally {
      Object.defineProperty(globalThis, 'fetch', { value: native, writable: true, configurable: true });
    }
  });

  // Mock Service Worker leaves such a fetch in happy-dom.
  it('a read-only fetch that can be redefined is observed, and is as before afterwards', async () => {
    const { platform, monitor } = setUp();
    const native = globalThis.fetch;
    const property = { value: native, writable: false, configurable: true, enumerable: true };
    Object.defineProperty(globalThis, 'fetch', property);
    try {
      const stop = watchFetch(monitor);
      await fetch('/api/notes', { method: 'POST' });
      await platform.advance(0);
      expect(monitor.getSnapshot().status).toBe('maintenance');
      stop();
      expect(Object.getOwnPropertyDescriptor(globalThis, 'fetch')).toEqual(property);
    } finally {
      Object.defineProperty(globalThis, 'fetch', { value: native, writable: true, configurable: true });
    }
  });
});

describe('the observer of a response', () => {
  it('an observer that throws doesn’t affect the request', async () => {
    const { platform } = setUp();
    const report = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', report);
    const broken = new Error('broken observer');
    const stops = [
      watchFetch({
        platform,
        observe: () => {
          throw broken;
        },
      }),
      watchFetch({
        platform,
        observe: () => () => {
          throw broken;
        },
      }),
    ];
    expect((await fetch('/api/notes')).status).toBe(503);
    stops.forEach((stop) => stop());
    expect(report.mock.calls).toEqual([[broken], [broken]]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a value', { ok: true }],
  ])('a test’s fetch may return %s', (_name, value) => {
    const { monitor } = setUp();
    globalThis.fetch = (() => value) as never;
    const stop = watchFetch(monitor);
    expect(fetch('/api/notes')).toBe(value);
    stop();
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['an object', { ok: true }],
    [
      'an object whose status throws',
      {
        get status() {
          throw new Error('hostile');
        },
      },
    ],
  ])('a test’s fetch may resolve to %s', async (_name, value) => {
    const { monitor } = setUp();
    globalThis.fetch = (() => Promise.resolve(value)) as never;
    const stop = watchFetch(monitor);
    expect(await fetch('/api/notes')).toBe(value);
    stop();
  });

  it('a test’s fetch may throw', () => {
    const { monitor } = setUp();
    globalThis.fetch = () => {
      throw new Error('no network in tests');
    };
    const stop = watchFetch(monitor);
    expect(() => fetch('/api/notes')).toThrow('no network in tests');
    stop();
  });
});

describe('a URL-like object', () => {
  it.each<[string, object]>([
    ['an object', { toString: () => 'https://third.example/' }],
    ['an object with its own url', { url: '/api/notes', toString: () => 'https://third.example/' }],
    ['a link', Object.assign(document.createElement('a'), { href: 'https://third.example/' })],
  ])('an object with the URL of another origin is not the page’s: %s', async (_name, url) => {
    const { platform, monitor } = setUp();
    await monitor.fetch(url as URL, { method: 'POST' });
    await platform.advance(0);
    expect(monitor.getSnapshot().status).toBe('operational');
    await monitor.fetch({ toString: () => '/api/notes' } as URL, { method: 'POST' });
    await platform.advance(0);
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('a URL counts as it was when the request was sent', async () => {
    const { platform, monitor } = setUp();
    const url = new URL('https://third.example/');
    const sent = monitor.fetch(url, { method: 'POST' });
    url.href = 'https://app.example/';
    await sent;
    await platform.advance(0);
    expect(monitor.getSnapshot().status).toBe('operational');
  });
});

describe('a body that never ends', () => {
  it('a body that never ends is judged by its beginning after 5 seconds', async () => {
    const { platform, monitor } = setUp();
    restore();
    const beginning = JSON.stringify({
      code: 'maintenance_mode',
      shortMessage: 'Moving',
      longMessage: 'Until',
    }).slice(0, -2);
    restore = answerFetch(
      () =>
        new Response(
          new ReadableStream({
            start: (controller) => controller.enqueue(new TextEncoder().encode(beginning)),
          }),
          { status: 503, headers: { 'retry-after': '60' } },
        ),
    );
    await monitor.fetch('/api/notes', { method: 'POST' });
    await platform.advance(4_999);
    expect(monitor.getSnapshot().status).toBe('operational');
    await platform.advance(1);
    expect(monitor.getSnapshot()).toMatchObject({
      status: 'maintenance',
      notice: { shortMessage: 'Moving', retryAfterMs: 60_000 },
    });
  });

  it('other statuses set no timer', async () => {
    const { platform, monitor } = setUp();
    restore();
    restore = answerFetch(() => new Response(null, { status: 500 }));
    await monitor.fetch('/api/notes', { method: 'POST' });
    expect(platform.timersDueAt).toEqual([]);
  });
});

describe('watchXhr', () => {
  it('leaves a frozen prototype unchanged with one warning', () => {
    const { monitor } = setUp();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const original = globalThis.XMLHttpRequest;
    class Frozen extends XMLHttpRequest {}
    Object.freeze(Frozen.prototype);
    globalThis.XMLHttpRequest = Frozen;
    try {
      watchXhr(monitor)();
      watchXhr(monitor)();
      expect(warn.mock.calls).toEqual([[expect.objectContaining({ number: 'MK406' })]]);
    } finally {
      globalThis.XMLHttpRequest = original;
    }
  });

  it('replaces both functions or none', () => {
    const { monitor } = setUp();
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const original = globalThis.XMLHttpRequest;
    class Locked extends XMLHttpRequest {}
    Object.defineProperty(Locked.prototype, 'send', { value: () => {}, writable: false });
    globalThis.XMLHttpRequest = Locked;
    try {
      watchXhr(monitor);
      expect(Object.keys(Locked.prototype)).toEqual([]);
      expect(Reflect.get(Locked.prototype, 'open')).toBe(Reflect.get(original.prototype, 'open'));
    } finally {
      globalThis.XMLHttpRequest = original;
    }
  });

  it('restores the original in any order of stopping', () => {
    const { monitor } = setUp();
    const { prototype } = XMLHttpRequest;
    const functions = (): unknown[] => [Reflect.get(prototype, 'open'), Reflect.get(prototype, 'send')];
    const original = functions();
    const [first, second] = [watchXhr(monitor), watchXhr(monitor)];
    second();
    first();
    expect(functions()).toEqual(original);
  });

  it('does nothing without an XMLHttpRequest', () => {
    const { monitor } = setUp();
    const original = globalThis.XMLHttpRequest;
    Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
    try {
      expect(() => watchXhr(monitor)()).not.toThrow();
    } finally {
      globalThis.XMLHttpRequest = original;
    }
  });
});
