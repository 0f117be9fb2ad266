import type { Dialect } from '../protocol/dialect.ts';
import { mayBeCached } from './caching.ts';
import { defineDialect } from './defineDialect.ts';
import type { AnswerHead } from './DialectDefinition.ts';
import { checkOf, type DialectOptions } from './DialectOptions.ts';

const HEADER = 'Discourse-Readonly';

/**
 * The read-only mode of Discourse. Each answer of the forum has `Discourse-Readonly: true` while the mode is on; a
 * mutation is answered with 503 and `error_type: "read_only"`. An answer of the forum without the header says that the
 * mode is off.
 *
 * `checkUrl`: `/srv/status` of a forum on the page's origin. Browsers hide the header from other origins.
 */
export function discourse({ checkUrl }: DialectOptions = {}): Dialect {
  return defineDialect({
    name: 'discourse',
    recognize: ({ status, json }) =>
      status === 503 && json('error_type') === 'read_only' && { longMessage: json('errors', 0) },
    mode: readMode,
    // The page polls its messages with a POST, which a part in front of the forum answers.
    rules: [
      {
        kind: 'read',
        method: 'POST',
        when: ({ url }) => /\/message-bus\/[^/]+\/poll(\?|$)/.test(String(url)),
      },
    ],
    check: checkOf(checkUrl, readStatus),
    answers: {
      rejection: {
        headers: { [HEADER]: 'true' },
        body: {
          errors: ['The site is in read only mode. Interactions are disabled.'],
          error_type: 'read_only',
        },
      },
      check: (isOn) => ({ headers: isOn ? { [HEADER]: 'true' } : {}, body: 'ok' }),
    },
  });
}

function readMode(head: AnswerHead): 'on' | 'off' | undefined {
  if (mayBeCached(head) || head.header('X-Discourse-Cached') === 'true') return undefined;
  if (isReadOnly(head)) return 'on';
  // Only the forum itself sets this: a file server and a proxy say nothing.
  return head.status < 500 && head.header('X-Discourse-Route') !== null ? 'off' : undefined;
}

function isReadOnly({ header }: AnswerHead): boolean {
  return header(HEADER) === 'true';
}

function readStatus(head: AnswerHead): 'maintenance' | 'operational' | undefined {
  if (isReadOnly(head)) return 'maintenance';
  return head.status === 200 ? 'operational' : undefined;
}
