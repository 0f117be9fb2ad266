import type { DialectGate } from '../protocol/dialect.ts';
import type { DialectDefinition, WrittenAnswer } from './DialectDefinition.ts';

type Answers = NonNullable<DialectDefinition['answers']>;

/** Creates the answers that a gate gives in a dialect. */
export function createDialectGate({ rejection, check }: Answers, rejectsAll: boolean): DialectGate {
  return {
    rejectsAll,
    reject: ({ headers }) => write({ status: 503, ...rejection }, headers),
    check(isOn, reject) {
      if (!check && isOn && rejectsAll) return reject();
      return write(check?.(isOn) ?? { body: { maintenance_mode: isOn } }, {
        'cache-control': 'no-store',
      });
    },
  };
}

/** Returns a response with the headers of both. Pages of other origins may read those of the dialect. */
function write({ status = 200, headers: own = {}, body }: WrittenAnswer, common: HeadersInit): Response {
  const headers = new Headers(common);
  headers.set('content-type', typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json');
  headers.set('access-control-expose-headers', ['Retry-After', ...Object.keys(own)].join(', '));
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}
