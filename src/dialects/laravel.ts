import type { Dialect } from '../protocol/dialect.ts';
import { isMadeNow } from './caching.ts';
import { defineDialect } from './defineDialect.ts';
import { checkOf, type DialectOptions } from './DialectOptions.ts';

const MESSAGE = 'Service Unavailable';

export interface LaravelOptions extends DialectOptions {
  /** The paths that the application excepts from its maintenance mode. Their success proves nothing. Default: `/up`. */
  readonly except?: readonly string[] | undefined;
}

/**
 * The maintenance mode of Laravel, `php artisan down`. Every request is answered with 503, the JSON
 * `{"message": "Service Unavailable"}` if it accepts JSON, and `Retry-After` with `--retry`. Any other answer that no
 * cache keeps says that the mode is off.
 *
 * `checkUrl`: any address that the mode rejects, so not the health route `/up`.
 */
export function laravel({ checkUrl, except = ['/up'] }: LaravelOptions = {}): Dialect {
  return defineDialect({
    name: 'laravel',
    scope: 'all',
    recognize: ({ status, json }) => status === 503 && json('message') === MESSAGE,
    mode: (head) => (isMadeNow(head) && !except.includes(pathOf(head.url)) ? 'off' : undefined),
    check: checkOf(checkUrl),
    answers: { rejection: { body: { message: MESSAGE } } },
  });
}

function pathOf(url: string): string {
  return new URL(url, 'http://localhost').pathname;
}
