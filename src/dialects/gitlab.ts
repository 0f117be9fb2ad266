import type { Dialect } from '../protocol/dialect.ts';
import { defineDialect } from './defineDialect.ts';
import { checkOf, type DialectOptions } from './DialectOptions.ts';

const PREFIX = 'GitLab Maintenance';

/** The paths below which a maintenance lets mutations through, so their success proves nothing. */
const allowed = [
  /\/users\/(sign_in|sign_out|auth)\b/,
  /\/oauth\/token\b/,
  /\/api\/graphql\b/,
  /\/api\/v\d+\/(application\/settings|geo|internal)\b/,
  /\/admin\/(application_settings|session|sidekiq|geo)\b/,
  /\/jwt\/auth\b/,
  /\.git\/(git-upload-pack|info\/lfs\/objects\/batch)\b/,
];

/**
 * The maintenance mode of GitLab. Most mutations are answered with 503 and a `message` that begins with "GitLab
 * Maintenance".
 *
 * `checkUrl`: GitLab has no public address that says whether the mode is on. A document of your own that says
 * `{"maintenance_mode": boolean}` works.
 */
export function gitlab({ checkUrl }: DialectOptions = {}): Dialect {
  return defineDialect({
    name: 'gitlab',
    recognize({ status, json }) {
      const message = json('message');
      return (
        status === 503 &&
        typeof message === 'string' &&
        message.startsWith(PREFIX) && { longMessage: message }
      );
    },
    rules: [{ kind: 'read', when: ({ url }) => allowed.some((path) => path.test(String(url))) }],
    check: checkOf(checkUrl),
    answers: { rejection: { body: { message: `${PREFIX}: system is in maintenance mode` } } },
  });
}
