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
  it('observes a bare fetch, and puts back what was there', async () => {
    const { platform, monitor } = setUp();
    const original = globalThis.fetch;
    const stop = watchFetch(monitor);
    await fetch('/api/notes', { method: 'POST' });
    await platform.advance(0);
    stop();
    expect(monitor.getSnapshot().status).toBe('maintenance');
    expect(globalThis.fetch).toBe(original);
  });

  it('falls silent, and leaves the patch of others alone, where it is not the outermost', async () => {
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

  it('does nothing where there is no fetch', () => {
    const { monitor } = setUp();
    Reflect.deleteProperty(globalThis, 'fetch');
    expect(() => watchFetch(monitor)()).not.toThrow();
    expect(globalThis.fetch).toBeUndefined();
  });

  it('keeps a Request and its method apart from the options', async () => {
    const { platform, monitor } = setUp();
    const stop = watchFetch(monitor);
    await fetch(new Request('https://app.example/api/notes', { method: 'DELETE' }));
    await platform.advance(0);
    stop();
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope: 'mutations' });
  });
});

describe('watchers that come and go', () => {
  it('leave nothing behind, whatever the order in which they stop', () => {
    const { monitor } = setUp();
    const original = globalThis.fetch;
    const [first, second, third] = [watchFetch(monitor), watchFetch(monitor), watchFetch(monitor)];
    first();
    third();
    expect(globalThis.fetch).not.toBe(original);
    second();
    expect(globalThis.fetch).toBe(original);
  });

  it('share one wrapper, however often they overlap', async () => {
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

  it('stop for themselves alone', async () => {
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

  it('see nothing of a request that was under way when they stopped', async () => {
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
    ['makes anew', ({ body, status, headers }) => new Response(body, { status, headers })],
  ])('count a response once that other code between them %s', async (_what, change) => {
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
  it('may send a request of its own first, which counts as its own', async () => {
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

  it('may make an error of the response', async () => {
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

describe('a fetch that cannot be replaced', () => {
  const locks: readonly [name: string, property: (native: typeof fetch) => PropertyDescriptor][] = [
    ['has only a getter', (native) => ({ get: () => native })],
    ['is read-only', (native) => ({ value: native, writable: false })],
    [
      'has a setter that refuses',
      (native) => ({
        get: () => native,
        set: () => {
          throw new TypeError('locked');
        },
      }),
    ],
    ['has a setter that does nothing', (native) => ({ get: () => native, set: () => {} })],
  ];

  it.each(locks)('is left alone with one warning where it %s', async (_name, property) => {
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
});

describe('the observer of a response', () => {
  it('never reaches the one who sent the request when it throws', async () => {
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
    vi.unstubAllGlobals();
    expect(report.mock.calls).toEqual([[broken], [broken]]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a value', { ok: true }],
  ])('lets a fetch of a test return %s', (_name, value) => {
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
  ])('lets a fetch of a test resolve with %s', async (_name, value) => {
    const { monitor } = setUp();
    globalThis.fetch = (() => Promise.resolve(value)) as never;
    const stop = watchFetch(monitor);
    expect(await fetch('/api/notes')).toBe(value);
    stop();
  });

  it('lets a fetch throw', () => {
    const { monitor } = setUp();
    globalThis.fetch = () => {
      throw new Error('no network in tests');
    };
    const stop = watchFetch(monitor);
    expect(() => fetch('/api/notes')).toThrow('no network in tests');
    stop();
  });
});

describe('a URL that is one by its text', () => {
  it.each<[string, object]>([
    ['an object', { toString: () => 'https://third.example/' }],
    ['an object with a url of its own', { url: '/api/notes', toString: () => 'https://third.example/' }],
    ['a link', Object.assign(document.createElement('a'), { href: 'https://third.example/' })],
  ])('is not of the page: %s', async (_name, url) => {
    const { platform, monitor } = setUp();
    await monitor.fetch(url as URL, { method: 'POST' });
    await platform.advance(0);
    expect(monitor.getSnapshot().status).toBe('operational');
    await monitor.fetch({ toString: () => '/api/notes' } as URL, { method: 'POST' });
    await platform.advance(0);
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('counts as it was when the request was sent', async () => {
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
  it('is decided on by its beginning after 5 seconds', async () => {
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

  it('sets no timer for any other status', async () => {
    const { platform, monitor } = setUp();
    restore();
    restore = answerFetch(() => new Response(null, { status: 500 }));
    await monitor.fetch('/api/notes', { method: 'POST' });
    expect(platform.timersDueAt).toEqual([]);
  });
});

describe('watchXhr', () => {
  it('leaves a frozen prototype alone with one warning', () => {
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

  it('replaces both of its functions or none', () => {
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

  it('puts back what was there, whatever the order in which observers stop', () => {
    const { monitor } = setUp();
    const original = { ...Object.getOwnPropertyDescriptors(XMLHttpRequest.prototype) };
    const [first, second] = [watchXhr(monitor), watchXhr(monitor)];
    second();
    first();
    const { open, send } = Object.getOwnPropertyDescriptors(XMLHttpRequest.prototype);
    expect([open.value, send.value]).toEqual([original.open.value, original.send.value]);
  });

  it('does nothing where there is no XMLHttpRequest', () => {
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
