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

export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Recorded {
  readonly dialect: () => Dialect;
  /** The answer to a mutation that the maintenance rejects. */
  readonly rejection: RecordedAnswer;
  readonly scope: 'mutations' | 'all';
  readonly retryAfterMs?: number;
  /** The API's own text. Absent: the contract's. */
  readonly text?: string;
  /** An answer that looks like the rejection and isn't one. */
  readonly lookalike: RecordedAnswer;
}

const json = { 'content-type': 'application/json; charset=utf-8' };

function answer(status: number, headers: Readonly<Record<string, string>>, body: unknown): RecordedAnswer {
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** The published answers of each API. */
export const recorded: Readonly<Record<string, Recorded>> = {
  discourse: {
    dialect: () => discourse(),
    rejection: answer(
      503,
      {
        ...json,
        'discourse-readonly': 'true',
        'x-discourse-route': 'posts/create',
        'cache-control': 'no-cache, no-store',
      },
      {
        errors: ['The site is in read only mode. Interactions are disabled.'],
        error_type: 'read_only',
      },
    ),
    scope: 'mutations',
    text: 'The site is in read only mode. Interactions are disabled.',
    lookalike: answer(503, { 'content-type': 'text/html' }, '<h1>503 Service Temporarily Unavailable</h1>'),
  },
  gitlab: {
    dialect: () => gitlab(),
    rejection: answer(503, json, { message: 'GitLab Maintenance: system is in maintenance mode' }),
    scope: 'mutations',
    text: 'GitLab Maintenance: system is in maintenance mode',
    lookalike: answer(503, json, { message: '503 Service Unavailable, see GitLab Maintenance' }),
  },
  nextcloud: {
    dialect: () => nextcloud(),
    rejection: answer(
      503,
      {
        'content-type': 'text/html; charset=UTF-8',
        'x-nextcloud-maintenance-mode': '1',
        'retry-after': '120',
      },
      '<!DOCTYPE html><html><body><h2>Maintenance mode</h2></body></html>',
    ),
    scope: 'all',
    retryAfterMs: 120_000,
    lookalike: answer(503, json, { message: 'Service unavailable' }),
  },
  mozillaAddons: {
    dialect: () => mozillaAddons(),
    rejection: answer(
      503,
      { ...json, 'x-amo-read-only': 'true', 'retry-after': '480' },
      {
        error:
          'Some features are temporarily disabled while we perform website maintenance. We’ll be back to full capacity shortly.',
      },
    ),
    scope: 'mutations',
    retryAfterMs: 480_000,
    text: 'Some features are temporarily disabled while we perform website maintenance. We’ll be back to full capacity shortly.',
    lookalike: answer(503, { ...json, 'x-amo-read-only': 'false' }, { error: 'Backend fetch failed' }),
  },
  mediaWiki: {
    dialect: () => mediaWiki(),
    rejection: answer(
      200,
      { ...json, 'mediawiki-api-error': 'readonly' },
      {
        error: {
          code: 'readonly',
          info: 'The wiki is currently in read-only mode.',
          readonlyreason: 'The wiki is moved to another server.',
          '*': 'See https://wiki.example/api.php for API usage.',
        },
      },
    ),
    scope: 'mutations',
    text: 'The wiki is moved to another server.',
    lookalike: answer(
      200,
      { ...json, 'mediawiki-api-error': 'badtoken' },
      { error: { code: 'badtoken', info: 'Invalid CSRF token: readonly.' } },
    ),
  },
  'mediaWiki, errorformat=plaintext': {
    dialect: () => mediaWiki(),
    rejection: answer(
      200,
      { ...json, 'mediawiki-api-error': 'assertuserfailed, readonly' },
      {
        errors: [
          { code: 'assertuserfailed', text: 'You are no longer logged in.', module: 'main' },
          {
            code: 'readonly',
            text: 'The wiki is currently in read-only mode.',
            data: { readonlyreason: 'The wiki is moved to another server.' },
            module: 'main',
          },
        ],
      },
    ),
    scope: 'mutations',
    text: 'The wiki is moved to another server.',
    lookalike: answer(200, json, { error: { code: 'readonly' }, edit: { result: 'Success' } }),
  },
  laravel: {
    dialect: () => laravel(),
    rejection: answer(503, { ...json, 'retry-after': '60' }, { message: 'Service Unavailable' }),
    scope: 'all',
    retryAfterMs: 60_000,
    lookalike: answer(503, json, { message: 'The mail provider is down.' }),
  },
  plain503: {
    dialect: () => plain503({ header: 'X-Maintenance' }),
    rejection: answer(
      503,
      { 'content-type': 'text/plain', 'x-maintenance': 'planned', 'retry-after': '30' },
      'Back soon',
    ),
    scope: 'mutations',
    retryAfterMs: 30_000,
    lookalike: answer(503, { 'content-type': 'text/plain', 'x-maintenance': 'off' }, 'Back soon'),
  },
};

export function responseOf({ status, headers, body }: RecordedAnswer): Response {
  return new Response(body, { status, headers });
}
