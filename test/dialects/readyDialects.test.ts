import { describe, expect, it } from 'vitest';
import {
  discourse,
  gitlab,
  laravel,
  mediaWiki,
  mozillaAddons,
  nextcloud,
  plain503,
  type Dialect,
} from '../../src/dialects/index.ts';
import { contractNotice } from '../../src/protocol/index.ts';
import { maintenanceAnswer } from '../support/answers.ts';
import { recorded, responseOf } from './recordedAnswers.ts';
import { openPage } from './setUp.ts';

describe.each(Object.entries(recorded))(
  '%s',
  (_, { dialect, rejection, scope, retryAfterMs, text, lookalike }) => {
    it('recognizes the published rejection', async () => {
      const { monitor, answer, send } = openPage([dialect()]);
      answer(() => responseOf(rejection));
      const response = await send('POST');
      expect(monitor.getSnapshot()).toMatchObject({
        status: 'maintenance',
        scope,
        notice: {
          ...contractNotice,
          ...(text !== undefined && { longMessage: text }),
          ...(retryAfterMs !== undefined && { retryAfterMs }),
        },
      });
      expect(await response.text()).toBe(rejection.body);
    });

    it('means everything when a read is rejected', async () => {
      const { monitor, answer, send } = openPage([dialect()]);
      answer(() => responseOf(rejection));
      await send('GET');
      expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope: 'all' });
    });

    it('is off by default', async () => {
      const { monitor, answer, send } = openPage([]);
      answer(() => responseOf(rejection));
      await send('POST');
      expect(monitor.getSnapshot().status).toBe('operational');
    });

    it('ignores an answer that looks like it', async () => {
      const { monitor, answer, send } = openPage([dialect()]);
      answer(() => responseOf(lookalike));
      await send('POST');
      expect(monitor.getSnapshot().status).toBe('operational');
    });

    it('understands the contract too', async () => {
      const { monitor, answer, send } = openPage([dialect()]);
      answer(() => maintenanceAnswer({ 'retry-after': '90' }));
      await send('POST');
      expect(monitor.getSnapshot()).toMatchObject({
        status: 'maintenance',
        scope: 'mutations',
        notice: { ...contractNotice, retryAfterMs: 90_000 },
      });
    });

    it('ends with a mutation that is processed', async () => {
      const { platform, monitor, answer, send } = openPage([dialect()]);
      answer(() => responseOf(rejection));
      await send('POST');
      await platform.advance(1);
      answer(() => Response.json({ saved: true }));
      await send('POST');
      expect(monitor.getSnapshot().status).toBe('operational');
    });
  },
);

const headersOf = (headers: Record<string, string>) => () =>
  Response.json({}, { headers: { 'cache-control': 'no-store', ...headers } });

interface HeaderRow {
  readonly dialect: Dialect;
  readonly on: Record<string, string>;
  readonly off: Record<string, string>;
  readonly silent: readonly Record<string, string>[];
}

describe.each<HeaderRow>([
  {
    dialect: discourse(),
    on: { 'Discourse-Readonly': 'true', 'X-Discourse-Route': 'list/latest' },
    off: { 'X-Discourse-Route': 'list/latest' },
    silent: [{}, { 'X-Discourse-Route': 'list/latest', 'X-Discourse-Cached': 'true' }],
  },
  {
    dialect: mozillaAddons(),
    on: { 'X-AMO-Read-Only': 'true' },
    off: { 'X-AMO-Read-Only': 'false' },
    silent: [{}, { 'X-AMO-Read-Only': 'false', 'cache-control': 'public, max-age=180' }],
  },
])('$dialect.name, on every answer', ({ dialect, on, off, silent }) => {
  it('a read that succeeds says that the maintenance is on', async () => {
    const { monitor, answer, send } = openPage([dialect]);
    answer(headersOf(on));
    await send('GET');
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', scope: 'mutations' });
  });

  it('a read that succeeds says that the maintenance is over', async () => {
    const { platform, monitor, answer, send } = openPage([dialect]);
    answer(headersOf(on));
    await send('GET');
    await platform.advance(1);
    answer(headersOf(off));
    await send('GET');
    expect(monitor.getSnapshot().status).toBe('operational');
  });

  it.each(silent)('a read with %o says nothing', async (headers) => {
    const { platform, monitor, answer, send } = openPage([dialect]);
    answer(headersOf(on));
    await send('GET');
    await platform.advance(1);
    answer(headersOf(headers));
    await send('GET');
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('a mutation that the maintenance lets through proves nothing', async () => {
    const { platform, monitor, answer, send } = openPage([dialect]);
    answer(headersOf(on));
    await send('GET');
    await platform.advance(1);
    await send('POST');
    expect(monitor.getSnapshot()).toMatchObject({ status: 'maintenance', attempt: 1 });
  });
});

describe('mutations that a maintenance lets through', () => {
  it.each([
    ['discourse', '/message-bus/3f/poll?dlp=t', undefined],
    ['gitlab', '/users/sign_in', undefined],
    ['gitlab', '/api/graphql', undefined],
    ['mediaWiki', '/w/api.php', 'action=query&meta=tokens'],
    ['mediaWiki', '/w/api.php?action=login', undefined],
  ] as const)('%s: %s proves nothing', async (name, url, body) => {
    const { dialect, rejection } = recorded[name] ?? {};
    const { platform, monitor, answer, send } = openPage(dialect ? [dialect()] : []);
    answer(() => (rejection ? responseOf(rejection) : Response.error()));
    await send('POST');
    await platform.advance(1);
    answer(() => Response.json({}));
    await send('POST', url, body === undefined ? {} : { body });
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('mediaWiki: another error proves nothing', async () => {
    const { platform, monitor, answer, send } = openPage([mediaWiki()]);
    const { rejection, lookalike } = recorded['mediaWiki'] ?? {};
    answer(() => (rejection ? responseOf(rejection) : Response.error()));
    await send('POST');
    await platform.advance(1);
    answer(() => (lookalike ? responseOf(lookalike) : Response.error()));
    await send('POST');
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });
});

describe('laravel, whose maintenance rejects every request', () => {
  it.each([
    ['an answer that no cache keeps ends it', '/api/notes', 'no-cache, private', 'operational'],
    ['a file that a cache may keep says nothing', '/build/app.js', 'public, max-age=3600', 'maintenance'],
    ['the health route says nothing', '/up', 'no-cache, private', 'maintenance'],
  ])('%s', async (_, url, cacheControl, status) => {
    const { platform, monitor, answer, send } = openPage([laravel()]);
    const { rejection } = recorded['laravel'] ?? {};
    answer(() => (rejection ? responseOf(rejection) : Response.error()));
    await send('GET');
    await platform.advance(1);
    answer(headersOf({ 'cache-control': cacheControl }));
    await send('GET', url);
    expect(monitor.getSnapshot().status).toBe(status);
  });
});

describe('checks', () => {
  it.each([
    [
      'discourse',
      discourse,
      '/srv/status',
      { headers: { 'Discourse-Readonly': 'true' }, body: 'ok' },
      'maintenance',
    ],
    ['discourse', discourse, '/srv/status', { body: 'ok' }, 'operational'],
    [
      'nextcloud',
      nextcloud,
      '/status.php',
      { body: '{"installed":true,"maintenance":true,"needsDbUpgrade":false}' },
      'unavailable',
    ],
    [
      'nextcloud',
      nextcloud,
      '/status.php',
      { body: '{"installed":true,"maintenance":false,"needsDbUpgrade":true}' },
      'unavailable',
    ],
    [
      'nextcloud',
      nextcloud,
      '/status.php',
      { body: '{"installed":true,"maintenance":false,"needsDbUpgrade":false}' },
      'operational',
    ],
    ['nextcloud', nextcloud, '/status.php', { body: '<h1>Login</h1>' }, undefined],
    [
      'mozillaAddons',
      mozillaAddons,
      '/api/v5/site/',
      { headers: { 'X-AMO-Read-Only': 'true' }, body: '{}' },
      'maintenance',
    ],
    [
      'mozillaAddons',
      mozillaAddons,
      '/api/v5/site/',
      { headers: { 'X-AMO-Read-Only': 'false' }, body: '{}' },
      'operational',
    ],
    [
      'mediaWiki',
      mediaWiki,
      '/w/api.php',
      { body: '{"query":{"general":{"readonly":true}}}' },
      'maintenance',
    ],
    [
      'mediaWiki',
      mediaWiki,
      '/w/api.php',
      { body: '{"query":{"general":{"readonly":"","readonlyreason":"x"}}}' },
      'maintenance',
    ],
    [
      'mediaWiki',
      mediaWiki,
      '/w/api.php',
      { body: '{"query":{"general":{"sitename":"Wiki"}}}' },
      'operational',
    ],
    ['gitlab', gitlab, '/maintenance.json', { body: '{"maintenance_mode":true}' }, 'maintenance'],
    ['gitlab', gitlab, '/maintenance.json', { body: '{"maintenance_mode":false}' }, 'operational'],
    [
      'laravel',
      laravel,
      '/api/user',
      { status: 503, body: '{"message":"Service Unavailable"}' },
      'unavailable',
    ],
    [
      'laravel',
      laravel,
      '/api/user',
      { status: 401, headers: { 'Cache-Control': 'no-cache, private' }, body: '{}' },
      'operational',
    ],
    ['laravel', laravel, '/api/user', { status: 502, body: '' }, undefined],
  ] as const)('%s reads %s', async (_name, dialect, checkUrl, { body, ...init }, result) => {
    const { answer } = openPage([]);
    const asked: string[] = [];
    answer(({ url }) => {
      asked.push(new URL(url).pathname);
      return new Response(body, init);
    });
    expect(await dialect({ checkUrl }).check?.()).toBe(result);
    expect(asked).toEqual([checkUrl]);
  });

  it('plain503 reads its own rejection and its document', async () => {
    const { answer } = openPage([]);
    const { check } = plain503({ header: 'X-Maintenance', checkUrl: '/status', scope: 'all' });
    answer(() => new Response('', { status: 503, headers: { 'X-Maintenance': '1' } }));
    expect(await check?.()).toBe('unavailable');
    answer(() => Response.json({ maintenance_mode: false }));
    expect(await check?.()).toBe('operational');
  });

  it('the request of a check aborts with its signal', async () => {
    const { answer } = openPage([]);
    const controller = new AbortController();
    answer(({ signal }) => {
      controller.abort();
      return Response.json({ maintenance_mode: signal.aborted });
    });
    expect(await gitlab({ checkUrl: '/status' }).check?.({ signal: controller.signal })).toBe('maintenance');
  });

  it('a dialect without an address has none', () => {
    expect(gitlab().check).toBeUndefined();
  });
});
