import type { Dialect } from '../protocol/dialect.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import { defineDialect } from './defineDialect.ts';
import type { DialectAnswer } from './DialectDefinition.ts';
import { checkOf, type DialectOptions } from './DialectOptions.ts';

const HEADER = 'X-Nextcloud-Maintenance-Mode';

/**
 * The maintenance mode of Nextcloud. Every request is answered with 503 and `X-Nextcloud-Maintenance-Mode: 1`.
 *
 * `checkUrl`: the address of `status.php`, which answers in the maintenance too.
 */
export function nextcloud({ checkUrl }: DialectOptions = {}): Dialect {
  return defineDialect({
    name: 'nextcloud',
    scope: 'all',
    recognize: ({ status, header }) => status === 503 && header(HEADER) === '1',
    check: checkOf(checkUrl, readStatus),
    answers: {
      rejection: { headers: { [HEADER]: '1' }, body: { message: 'Service unavailable' } },
      check: (isOn) => ({ body: { installed: true, maintenance: isOn, needsDbUpgrade: false } }),
    },
  });
}

/** While the database waits for an upgrade, requests are rejected too. */
function readStatus({ json }: DialectAnswer): ServiceCheck | undefined {
  const maintenance = json('maintenance');
  if (typeof maintenance !== 'boolean') return undefined;
  return maintenance || json('needsDbUpgrade') === true ? 'unavailable' : 'operational';
}
