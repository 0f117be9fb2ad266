import type { Dialect } from '../protocol/dialect.ts';
import { mayBeCached } from './caching.ts';
import { defineDialect } from './defineDialect.ts';
import type { AnswerHead } from './DialectDefinition.ts';
import { checkOf, type DialectOptions } from './DialectOptions.ts';

const HEADER = 'X-AMO-Read-Only';

/**
 * The read-only mode of the Mozilla Add-ons server. Each answer has `X-AMO-Read-Only: true` or `false`; in the mode, a
 * mutation is answered with 503, the header, a localized `error` and perhaps a `Retry-After`.
 *
 * `checkUrl`: any address of the API that answers a GET.
 */
export function mozillaAddons({ checkUrl }: DialectOptions = {}): Dialect {
  return defineDialect({
    name: 'mozillaAddons',
    recognize: ({ status, header, json }) =>
      status === 503 && header(HEADER) === 'true' && { longMessage: json('error') },
    mode: readMode,
    check: checkOf(checkUrl),
    answers: {
      rejection: {
        headers: { [HEADER]: 'true' },
        body: { error: 'Some features are disabled during website maintenance.' },
      },
      check: (isOn) => ({ headers: { [HEADER]: String(isOn) }, body: {} }),
    },
  });
}

function readMode(head: AnswerHead): 'on' | 'off' | undefined {
  if (mayBeCached(head)) return undefined;
  const value = head.header(HEADER);
  if (value === 'true') return 'on';
  return value === 'false' && head.status < 500 ? 'off' : undefined;
}
