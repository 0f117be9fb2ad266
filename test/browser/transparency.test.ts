import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { MaintenanceMonitor } from '../../src/index.ts';
import type { PageKit } from '../support/pageModule.ts';

/** A page without a test runner. */
type Page = Window & typeof globalThis & { readonly kit: PageKit };

const frames = new Set<HTMLIFrameElement>();
afterAll(() => {
  frames.forEach((frame) => frame.remove());
  frames.clear();
});

async function openPage(): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.src = '/__transparency/page';
  frames.add(frame);
  document.body.append(frame);
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  const page = frame.contentWindow as Page;
  // As on a page that was idle once.
  await page.kit.loadEngine();
  return page;
}

/** Watches a page in maintenance. Every response there is described and classified. */
async function watch(page: Page): Promise<MaintenanceMonitor> {
  const monitor = page.kit.createMaintenanceMonitor();
  await monitor.report({ status: 503, code: 'maintenance_mode' });
  page.kit.watchFetch(monitor);
  page.kit.watchXhr(monitor);
  return monitor;
}

async function outcomeOf(run: () => unknown): Promise<unknown> {
  try {
    const value: unknown = await run();
    return typeof value === 'object' && value !== null && 'status' in value
      ? `status ${String(value.status)}`
      : value;
  } catch (error) {
    return String(error);
  }
}

const macrotask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

type Case = readonly [behavior: string, run: (page: Page) => unknown];

function itIsTheSame(cases: readonly Case[]): void {
  let bare: Page;
  let watched: Page;
  beforeAll(async () => {
    bare = await openPage();
    watched = await openPage();
    await watch(watched);
  });
  test.each(cases)('%s', async (_behavior, run) => {
    const expected = await outcomeOf(() => run(bare));
    expect(expected).toBeDefined();
    expect(await outcomeOf(() => run(watched))).toEqual(expected);
  });
}

const ok = '/__transparency/ok';
const maintenance = '/__transparency/maintenance';

function call(page: Page, input: readonly unknown[], receiver: unknown = page): unknown {
  const sent: unknown = Reflect.apply(page.fetch as (...given: unknown[]) => unknown, receiver, input);
  return sent;
}

function shapeOf(owner: object, name: string): unknown {
  const property = Object.getOwnPropertyDescriptor(owner, name);
  const method = property?.value as () => unknown;
  return {
    ...property,
    value: undefined,
    type: typeof method,
    length: Object.getOwnPropertyDescriptor(method, 'length'),
    name: Object.getOwnPropertyDescriptor(method, 'name'),
    members: Reflect.ownKeys(method),
    isNative: String(method).includes('[native code]'),
    isConstructor: (() => {
      try {
        return Boolean(Reflect.construct(Object, [], method));
      } catch {
        return false;
      }
    })(),
  };
}

describe('a watched fetch is like the native one:', () => {
  itIsTheSame([
    ['its property and its own members', (page) => shapeOf(page, 'fetch')],
    ['it returns a promise of the page', (page) => page.fetch(ok) instanceof page.Promise],
    ['without arguments it rejects', (page) => call(page, [])],
    ['undefined is an address', (page) => call(page, [undefined])],
    ['null is an address', (page) => call(page, [null])],
    ['null is no options', (page) => call(page, [ok, null])],
    ['a number is no options', (page) => call(page, [ok, 7])],
    ['an address that cannot be parsed rejects', (page) => page.fetch('http://')],
    ['a body with GET rejects', (page) => page.fetch(ok, { body: 'text' })],
    [
      'a link is an address',
      (page) => page.fetch(Object.assign(page.document.createElement('a'), { href: maintenance }) as never),
    ],
    ['a receiver is not needed', (page) => call(page, [ok], null)],
    ['an illegal receiver rejects', (page) => call(page, [ok], {})],
    [
      'a text that throws rejects',
      (page) =>
        page.fetch({
          toString: () => {
            throw new page.Error('no text');
          },
        } as never),
    ],
    [
      'options that throw reject',
      (page) =>
        page.fetch(ok, {
          get method(): string {
            throw new page.Error('no method');
          },
        }),
    ],
    [
      'a request is sent once',
      async (page) => {
        const request = new page.Request(ok, { method: 'POST', body: 'text' });
        await page.fetch(request);
        return [request.bodyUsed, await outcomeOf(() => page.fetch(request))];
      },
    ],
    [
      'a request is sent again where it has no body',
      async (page) => {
        const request = new page.Request(maintenance);
        return [(await page.fetch(request)).status, (await page.fetch(request)).status];
      },
    ],
    [
      'a subclass of Request',
      async (page) => {
        class Own extends page.Request {}
        return (await page.fetch(new Own(maintenance, { method: 'PUT' }))).status;
      },
    ],
    [
      'keepalive',
      async (page) =>
        (await page.fetch(maintenance, { method: 'POST', keepalive: true, body: 'text' })).status,
    ],
  ]);
});

describe('a watched fetch fails like the native one:', () => {
  const order = async (page: Page, start: (log: string[]) => void): Promise<string[]> => {
    const log: string[] = [];
    start(log);
    void page.Promise.resolve().then(() => log.push('next microtask'));
    await macrotask();
    return log;
  };
  itIsTheSame([
    [
      'a signal that is aborted rejects at once',
      (page) =>
        order(
          page,
          (log) =>
            void page.fetch(ok, { signal: page.AbortSignal.abort() }).catch(() => log.push('rejected')),
        ),
    ],
    [
      'the signal of a request that is aborted rejects at once',
      (page) =>
        order(page, (log) => {
          const request = new page.Request(ok, { signal: page.AbortSignal.abort() });
          void page.fetch(request).catch(() => log.push('rejected'));
        }),
    ],
    [
      'the reason of a signal that is aborted',
      async (page) => {
        const reason = new page.Error('changed their mind');
        return (
          (await page
            .fetch(ok, { signal: page.AbortSignal.abort(reason) })
            .catch((error: unknown) => error)) === reason
        );
      },
    ],
    [
      'a request that is aborted under way',
      async (page) => {
        const controller = new page.AbortController();
        const sent = page.fetch('/__transparency/slow', { signal: controller.signal });
        controller.abort();
        return await outcomeOf(() => sent);
      },
    ],
    [
      'a body that is aborted under way',
      async (page) => {
        const controller = new page.AbortController();
        const response = await page.fetch('/__transparency/hanging', { signal: controller.signal });
        const text = response.text();
        controller.abort();
        return await outcomeOf(() => text);
      },
    ],
    ...(['http://', 'http://127.0.0.1:1/'] as const).map((url): Case => [
      `an unhandled failure is reported once: ${url}`,
      async (page) => {
        const reasons: string[] = [];
        page.addEventListener('unhandledrejection', (event) => {
          event.preventDefault();
          reasons.push(String(event.reason));
        });
        await page.fetch(url).catch(() => {});
        void page.fetch(url);
        await page.fetch(url).catch(() => {});
        await macrotask();
        await macrotask();
        return reasons;
      },
    ]),
    [
      'an unhandled aborted request is reported once',
      async (page) => {
        let count = 0;
        page.addEventListener('unhandledrejection', (event) => {
          event.preventDefault();
          count += 1;
        });
        void page.fetch(ok, { signal: page.AbortSignal.abort() });
        await macrotask();
        await macrotask();
        return count;
      },
    ],
  ]);
});

describe('a 503 that a watched fetch hands on is like the native one:', () => {
  itIsTheSame([
    [
      'it is unread',
      async (page) => {
        const response = await page.fetch(maintenance);
        return [response.bodyUsed, response.body?.locked, response.body === response.body];
      },
    ],
    [
      'its members',
      async (page) => {
        const { ok: isOk, type, url, redirected, statusText } = await page.fetch(maintenance);
        return { isOk, type, url, redirected, statusText };
      },
    ],
    [
      'its text is read once',
      async (page) => {
        const response = await page.fetch(maintenance);
        return [await response.text(), response.bodyUsed, await outcomeOf(() => response.text())];
      },
    ],
    [
      'its clone',
      async (page) => {
        const response = await page.fetch(maintenance);
        return [await response.clone().text(), await response.text()];
      },
    ],
    ['it belongs to the page', async (page) => (await page.fetch(maintenance)) instanceof page.Response],
    [
      'it can be read by bytes',
      async (page) => {
        const { body } = await page.fetch(maintenance);
        const reader = body?.getReader({ mode: 'byob' });
        const read = await reader?.read(new page.Uint8Array(8));
        return new TextDecoder().decode(read?.value);
      },
    ],
    [
      'its body can be canceled',
      async (page) => {
        const { body } = await page.fetch('/__transparency/hanging');
        return await outcomeOf(async () => {
          // The reader of a copy continues until the time limit, so don't wait for the source.
          void body?.cancel();
          return body?.locked;
        });
      },
    ],
  ]);
});

describe('a watched XMLHttpRequest is like the native one:', () => {
  const apply = (page: Page, name: 'open' | 'send', receiver: unknown, input: readonly unknown[]): unknown =>
    Reflect.apply(page.XMLHttpRequest.prototype[name] as (...given: unknown[]) => unknown, receiver, input);

  const events = [
    'readystatechange',
    'loadstart',
    'progress',
    'load',
    'error',
    'abort',
    'timeout',
    'loadend',
  ];

  /** Logs every event until the request ends. */
  function logOf(xhr: XMLHttpRequest): { readonly log: string[]; readonly ended: Promise<void> } {
    const log: string[] = [];
    for (const type of events) {
      xhr.addEventListener(type, () => log.push(`${type} ${xhr.readyState} ${xhr.status}`));
    }
    return { log, ended: new Promise((resolve) => xhr.addEventListener('loadend', () => resolve())) };
  }

  async function exchange(
    page: Page,
    method: string,
    url: string,
    prepare = (_xhr: XMLHttpRequest): void => {},
  ) {
    const xhr = new page.XMLHttpRequest();
    const { log, ended } = logOf(xhr);
    xhr.open(method, url);
    prepare(xhr);
    xhr.send();
    await ended;
    return { log, status: `${xhr.status}`, response: String(xhr.response) };
  }

  itIsTheSame([
    ['the property of open and its own members', (page) => shapeOf(page.XMLHttpRequest.prototype, 'open')],
    ['the property of send and its own members', (page) => shapeOf(page.XMLHttpRequest.prototype, 'send')],
    ['the properties of the prototype, in their order', (page) => Object.keys(page.XMLHttpRequest.prototype)],
    ...[
      [],
      ['GET'],
      ['GET', ok],
      ['GET', ok, undefined],
      ['GET', 'http://'],
      ['TRACE', ok],
      ['G E T', ok],
    ].map((input): Case => [
      `open with ${JSON.stringify(input)}`,
      (page) => {
        const xhr = new page.XMLHttpRequest();
        apply(page, 'open', xhr, input);
        return xhr.readyState;
      },
    ]),
    ...[undefined, null, {}, 'text'].flatMap((receiver): Case[] => [
      [`open of ${JSON.stringify(receiver)}`, (page) => apply(page, 'open', receiver, ['GET', ok])],
      [`send of ${JSON.stringify(receiver)}`, (page) => apply(page, 'send', receiver, [])],
    ]),
    ['send before open', (page) => new page.XMLHttpRequest().send()],
    [
      'send twice',
      async (page) => {
        const xhr = new page.XMLHttpRequest();
        const { log, ended } = logOf(xhr);
        xhr.open('POST', maintenance);
        xhr.send();
        const second = await outcomeOf(() => xhr.send());
        await ended;
        return { second, log };
      },
    ],
    ['a success and its events', (page) => exchange(page, 'GET', ok)],
    ['a rejection and its events', (page) => exchange(page, 'POST', maintenance)],
    ['a failure and its events', (page) => exchange(page, 'GET', 'http://127.0.0.1:1/')],
    [
      'an abort and its events',
      (page) => exchange(page, 'GET', '/__transparency/slow', (xhr) => setTimeout(() => xhr.abort(), 0)),
    ],
    [
      'a time limit and its events',
      (page) =>
        exchange(page, 'GET', '/__transparency/slow', (xhr) => {
          xhr.timeout = 20;
        }),
    ],
    [
      'a type of response',
      (page) =>
        exchange(page, 'POST', maintenance, (xhr) => {
          xhr.responseType = 'blob';
        }),
    ],
    ...[ok, maintenance].map((url): Case => [
      `without async: ${url}`,
      (page) => {
        const xhr = new page.XMLHttpRequest();
        const { log } = logOf(xhr);
        xhr.open('GET', url, false);
        xhr.send();
        return { log, text: xhr.responseText };
      },
    ]),
    [
      'without async a failure throws',
      (page) => {
        const xhr = new page.XMLHttpRequest();
        xhr.open('GET', 'http://127.0.0.1:1/', false);
        xhr.send();
      },
    ],
    [
      'a listener that stops the others',
      (page) =>
        exchange(page, 'POST', maintenance, (xhr) =>
          xhr.addEventListener('load', (event) => event.stopImmediatePropagation()),
        ),
    ],
    [
      'a subclass',
      async (page) => {
        class Own extends page.XMLHttpRequest {
          calls = 0;
          override open(method: string, url: string): void {
            this.calls += 1;
            super.open(method, url);
          }
        }
        const xhr = new Own();
        const { log, ended } = logOf(xhr);
        xhr.open('POST', maintenance);
        xhr.send();
        await ended;
        return { log, calls: xhr.calls };
      },
    ],
    [
      'opened again in its own load',
      async (page) => {
        const xhr = new page.XMLHttpRequest();
        const { log } = logOf(xhr);
        xhr.open('POST', maintenance);
        const ended = new Promise<void>((resolve) => {
          xhr.addEventListener('load', () => {
            if (xhr.status === 200) return;
            xhr.open('GET', ok);
            xhr.send();
          });
          xhr.addEventListener('loadend', () => {
            if (xhr.status === 200) resolve();
          });
        });
        xhr.send();
        await ended;
        return { log, text: xhr.responseText };
      },
    ],
  ]);
});

async function openWatched() {
  const page = await openPage();
  const timers: (() => void)[] = [];
  const monitor = page.kit.createMaintenanceMonitor({
    // The other pages of these tests are in maintenance.
    shared: false,
    platform: {
      ...page.kit.browserPlatform(),
      setTimer: (callback) => {
        timers.push(callback);
        return () => {};
      },
    },
  });
  const stops = [page.kit.watchFetch(monitor), page.kit.watchXhr(monitor)];
  /** The first state that differs. */
  const changed = new Promise<unknown>((resolve) => monitor.subscribe(() => resolve(monitor.getSnapshot())));
  return { page, monitor, timers, stops, changed };
}

describe('a watched page', () => {
  it.each(['hanging', 'unfinished'])('judges a %s body of a fetch when its time is over', async (body) => {
    const { page, timers, changed } = await openWatched();
    const controller = new page.AbortController();
    await page.fetch(`/__transparency/${body}`, { method: 'POST', signal: controller.signal });
    await expect.poll(() => timers.length).toBe(1);
    // Reading a copy shows that the bytes have arrived.
    await settled();
    timers.forEach((run) => run());
    expect(await changed).toMatchObject({
      status: 'maintenance',
      scope: 'mutations',
      notice: { retryAfterMs: 120_000 },
    });
    controller.abort();
  });

  it.each(['hanging', 'unfinished'])(
    'judges a %s body of an XMLHttpRequest when its time is over',
    async (body) => {
      const { page, timers, changed } = await openWatched();
      const xhr = new page.XMLHttpRequest();
      const loading = new Promise((resolve) => xhr.addEventListener('progress', resolve));
      xhr.open('POST', `/__transparency/${body}`);
      xhr.send();
      await loading;
      timers.forEach((run) => run());
      expect(await changed).toMatchObject({
        status: 'maintenance',
        scope: 'mutations',
        notice: { retryAfterMs: 120_000 },
      });
      xhr.abort();
    },
  );

  it('classifies a repeated request by its last open()', async () => {
    const { page, changed } = await openWatched();
    const xhr = new page.XMLHttpRequest();
    xhr.open('GET', '/__transparency/slow');
    xhr.send();
    xhr.abort();
    xhr.open('POST', maintenance);
    xhr.send();
    expect(await changed).toMatchObject({ status: 'maintenance', scope: 'mutations' });
  });

  it('keeps the method and URL of a request if open() fails the second time', async () => {
    const { page, changed } = await openWatched();
    const xhr = new page.XMLHttpRequest();
    xhr.open('POST', maintenance);
    expect(() => xhr.open('TRACE', ok)).toThrow('TRACE');
    xhr.send();
    expect(await changed).toMatchObject({ status: 'maintenance', scope: 'mutations' });
  });
});

/** Waits until received data is read. */
async function settled(): Promise<void> {
  await fetch(ok);
  await macrotask();
}
