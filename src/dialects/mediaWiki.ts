import type { Dialect } from '../protocol/dialect.ts';
import type { RequestDescription } from '../protocol/requestRules.ts';
import type { ServiceCheck } from '../protocol/serviceCheck.ts';
import { defineDialect } from './defineDialect.ts';
import type { DialectAnswer } from './DialectDefinition.ts';
import { checkOf, type DialectOptions } from './DialectOptions.ts';

const CODE = 'readonly';
const HEADER = 'MediaWiki-API-Error';

/** The number of characters of a request body in which its action is looked for: a page's text may be long. */
const BODY_READ = 4096;

/** The actions of the API that read, also when they are sent as a POST because their parameters are long. */
const reads: ReadonlySet<unknown> = new Set([
  'query',
  'parse',
  'compare',
  'expandtemplates',
  'opensearch',
  'paraminfo',
  'templatedata',
  'help',
]);

/** The actions that sign in, which the mode doesn't prevent. */
const sessions: ReadonlySet<unknown> = new Set(['login', 'clientlogin']);

/**
 * The read-only mode of MediaWiki's action API. A mutation is answered with 200, the header `MediaWiki-API-Error:
 * readonly`, and the error in the body: `error.code`, or `errors[].code` with a newer `errorformat`. The wiki's reason
 * is the text.
 *
 * `checkUrl`: the address of `api.php`. Its query is added.
 */
export function mediaWiki({ checkUrl }: DialectOptions = {}): Dialect {
  return defineDialect({
    name: 'mediaWiki',
    // Other errors prove nothing either: a token is checked before the mode.
    mayReject: ({ header }) => header(HEADER) !== null,
    recognize: (answer) => reasonIn(answer),
    rules: [
      { kind: 'read', method: 'POST', when: (request) => reads.has(actionOf(request)) },
      { kind: 'session', method: 'POST', when: (request) => sessions.has(actionOf(request)) },
    ],
    check: checkOf(
      checkUrl && `${checkUrl}?action=query&meta=siteinfo&siprop=general&format=json&formatversion=2`,
      readSiteInfo,
    ),
    answers: {
      rejection: {
        status: 200,
        headers: { [HEADER]: CODE },
        body: {
          error: {
            code: CODE,
            info: 'The wiki is currently in read-only mode.',
            readonlyreason: 'The database is locked for maintenance.',
          },
        },
      },
      check: (isOn) => ({ body: { batchcomplete: true, query: { general: { readonly: isOn } } } }),
    },
  });
}

function reasonIn({ json }: DialectAnswer): { readonly longMessage: unknown } | undefined {
  if (json('error', 'code') === CODE) return { longMessage: json('error', 'readonlyreason') };
  const index = [0, 1, 2, 3].find((at) => json('errors', at, 'code') === CODE);
  return index === undefined ? undefined : { longMessage: json('errors', index, 'data', 'readonlyreason') };
}

function actionOf({ url, body }: RequestDescription): unknown {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (!pathname.endsWith('/api.php')) return undefined;
  const fields = typeof body === 'string' ? new URLSearchParams(body.slice(0, BODY_READ)) : body;
  const inBody =
    fields instanceof URLSearchParams || fields instanceof FormData ? fields.get('action') : null;
  return inBody ?? searchParams.get('action');
}

/** The first version of the format has an empty text for "true", and no member for "false". */
function readSiteInfo({ json }: DialectAnswer): ServiceCheck | undefined {
  const general = json('query', 'general');
  if (typeof general !== 'object' || general === null) return undefined;
  return [undefined, false].includes(json('query', 'general', 'readonly') as undefined)
    ? 'operational'
    : 'maintenance';
}
