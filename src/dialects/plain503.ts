import type { Dialect } from '../protocol/dialect.ts';
import { isMadeNow } from './caching.ts';
import { defineDialect } from './defineDialect.ts';
import { checkOf, type DialectOptions } from './DialectOptions.ts';

export interface Plain503Options extends DialectOptions {
  /** The header that your server adds to a rejection: "X-Maintenance". */
  readonly header: string;
  /** What the maintenance rejects. Default: `mutations`. */
  readonly scope?: 'mutations' | 'all' | undefined;
}

/** The values of a header that mean that no maintenance is on. */
const offValues: ReadonlySet<string> = new Set(['', '0', 'false', 'off', 'no']);

/**
 * Your own server's 503 with a header that says that it is a maintenance, whatever the body is. A header with the value
 * "0", "false", "off" or "no" says nothing. Let pages of other origins read it: `Access-Control-Expose-Headers`.
 *
 * `checkUrl`: a document that says `{"maintenance_mode": boolean}`, or with the scope `all` any address.
 */
export function plain503({ header: name, scope, checkUrl }: Plain503Options): Dialect {
  return defineDialect({
    name: 'plain503',
    scope,
    recognize: ({ status, header }) => status === 503 && !offValues.has((header(name) ?? '').toLowerCase()),
    mode: (head) => (scope === 'all' && isMadeNow(head) ? 'off' : undefined),
    check: checkOf(checkUrl),
    answers: { rejection: { headers: { [name]: '1' }, body: 'Service Unavailable' } },
  });
}
