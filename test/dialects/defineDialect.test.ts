import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { defineDialect, type DialectDefinition } from '../../src/dialects/index.ts';
import { createMaintenanceMonitor, guardMutation, SystemUnderMaintenanceError } from '../../src/index.ts';
import { contractNotice, type KitError } from '../../src/protocol/index.ts';
import { maintenanceAnswer } from '../support/answers.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { recorded, responseOf } from './recordedAnswers.ts';
import { openPage } from './setUp.ts';

/** An API that locks: 423 with `{"locked": true, "why", "minutes"}`, and a header on every answer. */
const definition: DialectDefinition = {
  name: 'locks',
  mayReject: ({ status }) => status === 423,
  recognize: ({ json }) =>
    json('locked') === true && { longMessage: json('why'), retryAfterMs: Number(json('minutes')) * 60_000 },
  mode: ({ header }) => (({ yes: 'on', no: 'off' }) as const)[header('X-Locked') ?? ''],
};
const locks = defineDialect(definition);

const locked = (): Response => Response.json({ locked: true, why: 'We move.', minutes: 5 }, { status: 423 });
const says = (value: string) => () => Response.json({}, { headers: { 'X-Locked': value } });
const silent = (): Response => Response.json({});

const failing = (): never => {
  throw new Error('in the dialect');
};

describe('defineDialect', () => {
  it('recognizes by status and body, with the wait and the text of the API', async () => {
    const { platform, monitor, answer, send } = openPage([locks]);
    answer(locked);
    await send('POST');
    expect(monitor.getSnapshot()).toMatchObject({
      status: 'maintenance',
      scope: 'mutations',
      apis: ['https://app.example'],
      notice: { ...contractNotice, longMessage: 'We move.', retryAfterMs: 300_000 },
      nextCheckAt: platform.monotonicNow() + 300_000 + 150_000,
    });
  });

  it('returns the untouched response', async () => {
    const { answer, send } = openPage([locks]);
    const response = locked();
    answer(() => response);
    expect(await send('POST')).toBe(response);
    expect(await response.json()).toMatchObject({ locked: true });
  });

  it('trusts no third party', async () => {
    const { monitor, answer, send } = openPage([locks], ['https://api.example/v1']);
    answer(locked);
    await send('POST', 'https://elsewhere.example/');
    answer(says('yes'));
    await send('GET', 'https://api.example/v2/notes');
    expect(monitor.getSnapshot().status).toBe('operational');
    await send('GET', 'https://api.example/v1/notes');
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', apis: ['https://api.example/v1'] });
  });

  it('an API that is not in maintenance does not end that of another one', async () => {
    const { platform, monitor, answer, send } = openPage([locks], ['https://api.example']);
    answer(locked);
    await send('POST', 'https://api.example/notes');
    await platform.advance(1);
    answer(says('no'));
    await send('GET');
    expect(monitor.getSnapshot().status).toBe('maintenance');
    await send('GET', 'https://api.example/notes');
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it('an end that was sent before the newest rejection is stale', async () => {
    const { platform, monitor, answer, send } = openPage([locks]);
    answer(locked);
    await send('POST');
    await platform.advance(1);
    let finish = (): void => {};
    answer(
      () =>
        new Promise((resolve) => {
          finish = () => resolve(says('no')());
        }),
    );
    const slow = fetch('/api/notes');
    await platform.advance(1);
    answer(says('yes'));
    await send('GET');
    finish();
    await slow;
    await platform.advance(0);
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('a beginning that was sent before the end of the last maintenance is stale', async () => {
    const { platform, monitor, answer, send } = openPage([locks]);
    answer(locked);
    await send('POST');
    let finish = (): void => {};
    answer(
      () =>
        new Promise((resolve) => {
          finish = () => resolve(says('yes')());
        }),
    );
    const slow = fetch('/api/notes');
    await platform.advance(1);
    answer(says('no'));
    await send('GET');
    finish();
    await slow;
    await platform.advance(0);
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it('reads that say that it is on keep the text and the count of attempts', async () => {
    const { platform, monitor, answer, send } = openPage([locks]);
    answer(locked);
    await send('POST');
    await platform.advance(1);
    answer(says('yes'));
    await send('GET');
    expect(monitor.getSnapshot()).toMatchObject({
      attempt: 1,
      rejectedAt: platform.monotonicNow(),
      notice: { longMessage: 'We move.', retryAfterMs: 300_000 },
    });
  });

  it('without a `mode`, a read proves no end', async () => {
    const { mode: _, ...rest } = definition;
    const { platform, monitor, answer, send } = openPage([defineDialect(rest)]);
    answer(locked);
    await send('POST');
    await platform.advance(1);
    answer(says('no'));
    await send('GET');
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('the first dialect that recognizes an answer counts', async () => {
    const other = (longMessage: string) =>
      defineDialect({ name: 'other', recognize: () => ({ longMessage }) });
    const { monitor, answer, send } = openPage([locks, other('first'), other('second')]);
    answer(() => new Response('', { status: 503 }));
    await send('POST');
    expect(monitor.getSnapshot()).toMatchObject({ notice: { longMessage: 'first' } });
  });

  it('a rejected guarded mutation fails with the maintenance, whatever the client does', async () => {
    const { monitor, answer } = openPage([locks]);
    answer(locked);
    const clients: readonly ((response: Response) => unknown)[] = [
      (response) => response.status,
      (response) => {
        throw Object.assign(new Error('no'), { status: response.status });
      },
      () => failing(),
    ];
    for (const client of clients) {
      const failed = await guardMutation(monitor, async () =>
        client(await fetch('/api/notes', { method: 'POST' })),
      ).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(SystemUnderMaintenanceError);
      answer(says('no'));
      await fetch('/api/notes');
      await vi.waitFor(() => expect(monitor.getSnapshot().status).toBe('operational'));
      answer(locked);
    }
  });

  it.each([
    ['a Response', (response: Response) => response],
    ['an error with the Response', (response: Response) => Object.assign(new Error('no'), { response })],
    [
      'an error with plain parts',
      async (response: Response) =>
        Object.assign(new Error('no'), {
          response: { status: 423, headers: { 'X-Locked': 'yes' }, data: (await response.json()) as unknown },
        }),
    ],
  ])('a report recognizes %s', async (_, wrap) => {
    const platform = createFakePlatform();
    const monitor = createMaintenanceMonitor({ platform, dialects: [locks] });
    expect(await monitor.report(await wrap(locked()))).toBe(true);
    expect(monitor.getSnapshot()).toMatchObject({
      status: 'maintenance',
      notice: { longMessage: 'We move.' },
    });
  });

  it('a report of any other error or value is not a maintenance', async () => {
    const monitor = createMaintenanceMonitor({ platform: createFakePlatform(), dialects: [locks] });
    for (const value of [
      says('no')(),
      says('yes')(),
      silent(),
      undefined,
      'locked',
      { status: 423 },
      new Error('no'),
    ]) {
      expect(await monitor.report(value)).toBe(false);
    }
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it('the check of a dialect is used where there is no other', async () => {
    const checked = defineDialect({ ...definition, check: { url: '/lock' } });
    const { platform, monitor, answer, send } = openPage([checked]);
    answer(locked);
    await send('POST');
    answer(says('no'));
    expect(await monitor.checkNow()).toBe('operational');
    expect(monitor.getSnapshot().status).toBe('operational');
    const disconnect = monitor.connect({ check: async () => 'unavailable' });
    answer(locked);
    await platform.advance(1);
    await send('POST');
    const asked = monitor.checkNow();
    await platform.advance(5_000);
    expect(await asked).toBe('unavailable');
    disconnect();
  });

  it('a monitor understands the dialects of a connection while it lasts', async () => {
    const { monitor, answer, send } = openPage([]);
    answer(locked);
    monitor.connect({ dialects: [locks] })();
    await send('POST');
    expect(monitor.getSnapshot().status).toBe('operational');
    monitor.connect({ dialects: [locks] });
    await send('POST');
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });
});

/** Collects the numbers and texts of the errors that are logged. */
function logged(): () => readonly unknown[] {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => log.mock.calls.map(([error]) => [(error as KitError).number, (error as KitError).message]);
}

describe('a dialect that fails', () => {
  it.each<[string, Partial<DialectDefinition>]>([
    ['recognize throws', { recognize: failing }],
    ['recognize returns a promise', { recognize: (async () => true) as unknown as () => boolean }],
    ['mayReject throws', { mayReject: failing }],
    ['mode throws', { mode: failing, recognize: () => false }],
  ])('%s: the answer says nothing, and the error is logged once', async (_, part) => {
    const errors = logged();
    const { monitor, answer, send } = openPage([defineDialect({ ...definition, ...part })]);
    for (const next of [locked, silent, locked, silent]) {
      answer(next);
      await send('POST');
    }
    expect(monitor.getSnapshot().status).toBe('operational');
    const name = Object.keys(part)[0] ?? '';
    expect(errors()).toEqual([['MK132', expect.stringContaining(`${name} of the dialect "locks"`)]]);
  });

  it.each([{ mayReject: failing }, { mode: failing }])(
    'a success that it failed to read ends nothing: %o',
    async (part) => {
      logged();
      const { platform, monitor, answer, send } = openPage([defineDialect({ ...definition, ...part })]);
      answer(() => maintenanceAnswer());
      await send('POST');
      await platform.advance(1);
      answer(silent);
      await send('POST');
      expect(monitor.getSnapshot().status).toBe('maintenance');
    },
  );

  it.each<[string, object]>([
    ['no name', { name: '' }],
    ['an unknown scope', { scope: 'reads' }],
    ['no recognize', { recognize: undefined }],
    ['a mode that is no function', { mode: 'on' }],
    ['a check without an address', { check: {} }],
    ['answers without a rejection', { answers: {} }],
  ])('MK131: %s', (_, part) => {
    expect(() => defineDialect({ ...definition, ...part })).toThrow(/^MK131/);
  });

  it('MK103: a rule that matches nothing', () => {
    expect(() => defineDialect({ ...definition, rules: [{ kind: 'read', path: 'notes' }] })).toThrow(
      /^MK103/,
    );
  });
});

describe('a hostile response', () => {
  const CHUNK = 16_384;
  const LENGTH = 10_000_000;

  /** A body of 10 MB that begins with `start`, and counts what is read of it. */
  function endless(start: string, filler: string) {
    const parts = [start, filler.repeat(CHUNK / 16)].map((text) => new TextEncoder().encode(text));
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const part = parts[read === 0 ? 0 : 1] ?? new Uint8Array();
        read += part.length + 1;
        controller.enqueue(part.slice());
        if (read >= LENGTH) controller.close();
      },
    });
    return { body, read: () => read };
  }

  const starts = Object.values(recorded).map(({ rejection }) => rejection.body);
  const hostile = fc.record({
    start: fc.oneof(
      fc.constantFrom(
        ...starts,
        ...starts.map((body) => body.slice(0, -1)),
        '<!DOCTYPE html><script>alert(1)</script>',
      ),
      fc.string(),
    ),
    filler: fc.constantFrom('[', '{"error":', '"<img onerror=alert(1)>",', '\\', 'x', '😀', ' '),
    retryAfter: fc.constantFrom('9'.repeat(400), '-1', '1e9', '<b>', '86400000', ''),
    cacheControl: fc.constantFrom('max-age=0'.repeat(500), ',,,', 'no-store'),
    code: fc.constantFrom('readonly', ','.repeat(5_000), 'readonly'.repeat(500)),
  });

  it.each(Object.entries(recorded))(
    'is bounded in %s',
    async (_, { dialect, rejection }) => {
      await fc.assert(
        fc.asyncProperty(hostile, async ({ start, filler, retryAfter, cacheControl, code }) => {
          const { platform, monitor, answer } = openPage([dialect()]);
          const { body, read } = endless(start, filler);
          const headers = { ...rejection.headers, 'retry-after': retryAfter, 'cache-control': cacheControl };
          const isWiki = 'mediawiki-api-error' in headers;
          answer(
            () =>
              new Response(body, {
                status: rejection.status,
                headers: isWiki ? { ...headers, 'mediawiki-api-error': code } : headers,
              }),
          );
          await fetch('/api/notes', { method: 'POST' });
          await platform.advance(0);
          expect(read()).toBeLessThan(20 * CHUNK);
          const state = monitor.getSnapshot();
          if (state.status === 'operational') return;
          const { shortMessage, longMessage, retryAfterMs = 0 } = state.notice;
          expect(shortMessage.length).toBeLessThanOrEqual(200);
          expect(longMessage.length).toBeLessThanOrEqual(1000);
          expect(retryAfterMs).toBeLessThanOrEqual(24 * 60 * 60_000);
        }),
        { numRuns: 15 },
      );
    },
    120_000,
  );

  it('a body that never ends is judged by its beginning after five seconds', async () => {
    const { rejection, dialect } = recorded['gitlab'] ?? {};
    const { platform, monitor, answer } = openPage(dialect ? [dialect()] : []);
    const started = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(rejection?.body.slice(0, -1))),
    });
    answer(() => new Response(started, { status: 503 }));
    await fetch('/api/notes', { method: 'POST' });
    await platform.advance(4_999);
    expect(monitor.getSnapshot().status).toBe('operational');
    await platform.advance(1);
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('a body that was read before says nothing', async () => {
    const { answer, send, monitor } = openPage([locks]);
    const { rejection } = recorded['gitlab'] ?? {};
    answer(async () => {
      const response = rejection ? responseOf({ ...rejection, status: 423 }) : Response.error();
      await response.text();
      return response;
    });
    await send('POST');
    expect(monitor.getSnapshot().status).toBe('operational');
  });
});
