import { afterEach, describe, expect, it } from 'vitest';
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

describe('watchXhr', () => {
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
