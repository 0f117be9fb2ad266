// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  contractNotice,
  maintenanceResponse,
  readMaintenanceNotice,
  readServiceCheck,
} from '../../src/protocol/index.ts';
import { expectedNotice, maintenanceBodies } from './bodies.ts';
import { untyped } from './untyped.ts';

const flat = JSON.stringify(maintenanceBodies.flat);

const answer = (body: BodyInit | null, init?: ResponseInit) => new Response(body, { status: 503, ...init });

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** A body that arrives in chunks. `canceled` says whether its source was canceled. */
function chunked(chunks: Iterable<string>) {
  const source = { pulled: 0, canceled: false };
  const iterator = chunks[Symbol.iterator]();
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = iterator.next();
      if (chunk.done) return controller.close();
      source.pulled += 1;
      controller.enqueue(new TextEncoder().encode(chunk.value));
    },
    cancel() {
      source.canceled = true;
    },
  });
  return { source, stream };
}

function* forever(chunk: string) {
  for (;;) yield chunk;
}

describe('readMaintenanceNotice', () => {
  it.each(Object.entries(maintenanceBodies))('reads the body %s', async (_name, body) => {
    expect(await readMaintenanceNotice(answer(JSON.stringify(body)))).toEqual(expectedNotice);
  });

  it('leaves the body readable for the caller', async () => {
    const response = answer(flat);
    await readMaintenanceNotice(response);
    expect(response.bodyUsed).toBe(false);
    expect(await response.text()).toBe(flat);
  });

  it('reads while the caller reads the same body', async () => {
    const response = answer(flat);
    const notice = readMaintenanceNotice(response);
    expect(await response.json()).toEqual(maintenanceBodies.flat);
    expect(await notice).toEqual(expectedNotice);
  });

  it('adds the Retry-After of the header', async () => {
    const inSeconds = answer(flat, { headers: { 'retry-after': '30' } });
    expect(await readMaintenanceNotice(inSeconds)).toEqual({ ...expectedNotice, retryAfterMs: 30_000 });

    const byDate = answer(flat, { headers: { 'retry-after': 'Sun, 22 Nov 2026 09:02:00 GMT' } });
    const nowMs = Date.UTC(2026, 10, 22, 9);
    expect(await readMaintenanceNotice(byDate, { nowMs })).toEqual({
      ...expectedNotice,
      retryAfterMs: 120_000,
    });
  });

  it.each([200, 400, 401, 429, 500, 502, 504])('ignores a body with status %i', async (status) => {
    expect(await readMaintenanceNotice(answer(flat, { status }))).toBeUndefined();
  });

  it.each<[name: string, body: BodyInit | null]>([
    ['no body', null],
    ['an empty body', ''],
    ['HTML', '<!doctype html><title>maintenance_mode</title>'],
    ['a bare word', 'maintenance_mode'],
    ['a JSON word', '"maintenance_mode"'],
    ['half a JSON text', flat.slice(0, -1)],
    ['another code', JSON.stringify({ ...maintenanceBodies.flat, code: 'overloaded' })],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0xfd])],
  ])('ignores %s', async (_name, body) => {
    expect(await readMaintenanceNotice(answer(body))).toBeUndefined();
  });

  it('ignores a body that was read or is being read', async () => {
    const read = answer(flat);
    await read.text();
    expect(await readMaintenanceNotice(read)).toBeUndefined();

    const locked = answer(flat);
    locked.body?.getReader();
    expect(await readMaintenanceNotice(locked)).toBeUndefined();
  });

  it('decodes characters that are split across chunks', async () => {
    const bytes = new TextEncoder().encode(
      JSON.stringify({ code: 'maintenance_mode', shortMessage: 'zurück €' }),
    );
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readMaintenanceNotice(answer(body))).toMatchObject({ shortMessage: 'zurück €' });
  });

  it('judges a body by its first 64 kB', async () => {
    const before = (length: number) => `{"more":"${'x'.repeat(length - 10)}",${flat.slice(1)}`;
    expect(await readMaintenanceNotice(answer(flat.padEnd(65_537)))).toEqual(expectedNotice);
    expect(await readMaintenanceNotice(answer(before(65_536 - flat.length)))).toEqual(expectedNotice);
    expect(await readMaintenanceNotice(answer(before(65_536)))).toBeUndefined();
    // Fewer characters than bytes.
    const wide = JSON.stringify({ more: '€'.repeat(22_000), ...maintenanceBodies.flat });
    expect(await readMaintenanceNotice(answer(wide))).toBeUndefined();
  });

  it('stops reading after 64 kB, and cancels the source after the caller does', async () => {
    const { source, stream } = chunked(forever(' '.repeat(1024)));
    const response = answer(stream);
    expect(await readMaintenanceNotice(response)).toBeUndefined();
    expect(source.pulled).toBeLessThan(70);
    await response.body?.cancel();
    expect(source.canceled).toBe(true);
  });

  it.each<[name: string, beginning: string, shortMessage: string | undefined]>([
    ['all of it', flat, expectedNotice.shortMessage],
    ['all but the last bracket', flat.slice(0, -1), expectedNotice.shortMessage],
    ['an envelope', '{"errors":[{"code":"maintenance_mode","message":"Soon","long_mess', 'Soon'],
    [
      'the code and half a text',
      '{"code":"maintenance_mode","shortMessage":"Ba',
      contractNotice.shortMessage,
    ],
    ['half the code', '{"shortMessage":"Soon","code":"maintenance_', undefined],
    ['the code in a text', '{"shortMessage":"{\\"code\\":\\"maintenance_mode\\"', undefined],
    ['the code in what was sent', '{"request":{"code":"maintenance_mode"},"shortMessage":"Ba', undefined],
    ['HTML', '<html><p>{"code":"maintenance_mode"}', undefined],
    ['nothing', '', undefined],
  ])('judges an incomplete body by its beginning: %s', async (_name, beginning, text) => {
    const [broken, hanging] = ['error', 'hang'].map((end) => {
      let isSent = false;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (isSent && end === 'error') controller.error(new Error('connection reset'));
          else if (isSent) return new Promise(() => {});
          else controller.enqueue(new TextEncoder().encode(beginning));
          isSent = true;
          return undefined;
        },
      });
    });
    expect((await readMaintenanceNotice(answer(broken ?? null)))?.shortMessage).toBe(text);

    const controller = new AbortController();
    const notice = readMaintenanceNotice(answer(hanging ?? null), { signal: controller.signal });
    setTimeout(() => controller.abort(), 0);
    expect((await notice)?.shortMessage).toBe(text);
  });

  it('stops reading a hanging body when the signal aborts', async () => {
    const controller = new AbortController();
    const hanging = answer(new ReadableStream({}));
    const notice = readMaintenanceNotice(hanging, { signal: controller.signal });
    controller.abort();
    expect(await notice).toBeUndefined();
    expect(hanging.bodyUsed).toBe(false);

    expect(await readMaintenanceNotice(answer(flat), { signal: AbortSignal.abort() })).toBeUndefined();
  });

  it.each<[name: string, value: unknown]>([
    ['null', null],
    ['an object that is no Response', { status: 503 }],
    [
      'a Response that throws',
      {
        get status() {
          throw new Error('hostile');
        },
      },
    ],
  ])('resolves to undefined for %s', async (_name, value) => {
    expect(await untyped(readMaintenanceNotice)(value)).toBeUndefined();
  });
});

describe('readServiceCheck', () => {
  it.each<[found: string | undefined, name: string, response: Response]>([
    ['operational', 'a flag that is false', json({ maintenance_mode: false })],
    ['maintenance', 'a flag that is true', json({ auth_config: {}, maintenance_mode: true })],
    ['unavailable', 'the maintenance answer itself', maintenanceResponse()],
    [undefined, 'a flag that is no boolean', json({ maintenance_mode: 'false' })],
    [undefined, 'no flag', json({})],
    [undefined, 'null', json(null)],
    [undefined, 'HTML', new Response('<p>ok</p>')],
    [undefined, 'a plain 503', new Response('restarting', { status: 503 })],
    [undefined, 'a flag in an error', json({ maintenance_mode: true }, 500)],
  ])('resolves to %s for %s', async (found, _name, response) => {
    expect(await readServiceCheck(response)).toBe(found);
  });
});
