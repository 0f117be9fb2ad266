// @vitest-environment node
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import {
  contractNotice,
  isMaintenanceError,
  maintenanceResponse,
  parseMaintenanceNotice,
  SystemUnderMaintenanceError,
} from '../../src/protocol/index.ts';
import { expectedNotice, longMessage, maintenanceBodies, shortMessage } from './bodies.ts';

const { flat, graphQL } = maintenanceBodies;
const code = 'maintenance_mode';

function errorWith(members: object, message = 'Request failed with status code 503') {
  return Object.assign(new Error(message), members);
}

function formData(values: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

/** The ways in which clients pass on a body, those of libraries first. */
const carriers: Record<string, (body: unknown) => unknown> = {
  'the body itself': (body) => body,
  'its JSON text': (body) => JSON.stringify(body),
  'an error with a response (axios)': (data) =>
    errorWith({ code: 'ERR_BAD_RESPONSE', response: { status: 503, data } }),
  'an error with a response of text': (body) =>
    errorWith({ response: { status: 503, data: JSON.stringify(body) } }),
  'an error with data and status (ofetch)': (data) => errorWith({ status: 503, statusCode: 503, data }),
  'an error with data beside its response (ky)': (data) =>
    errorWith({ response: new Response('', { status: 503 }), data }),
  'a result with data and error': (error) => ({ data: null, error }),
  'a result with error and response (openapi-fetch)': (error) => ({
    error,
    response: new Response('', { status: 503 }),
  }),
  'a result with status and value (Eden)': (value) => ({
    data: null,
    error: errorWith({ status: 503, value }),
  }),
  'a result with status and body (ts-rest)': (body) => ({ status: 503, body, headers: new Headers() }),
  'a message of JSON (supabase)': (body) =>
    Object.assign(new Error(JSON.stringify(body)), { name: 'AuthRetryableFetchError', status: 503 }),
  'an error with info (hand-written)': (info) => errorWith({ info, status: 503 }),
  'an error with data alone (hand-written)': (data) => errorWith({ data }),
  'an error with details (Firebase)': (details) => errorWith({ code: 'functions/unavailable', details }),
  'a query error (RTK Query)': (data) => ({ status: 503, data }),
  'a query error that is no JSON (RTK Query)': (body) => ({
    status: 'PARSING_ERROR',
    originalStatus: 503,
    data: JSON.stringify(body),
  }),
  'a response of text (XMLHttpRequest)': (body) => ({ status: 503, responseText: JSON.stringify(body) }),
  'a response of JSON (jQuery)': (responseJSON) => ({ status: 503, responseJSON }),
  'an error with response.text (superagent)': (body) =>
    errorWith({ status: 503, response: { status: 503, text: JSON.stringify(body) } }),
  'an error with response.body (got)': (body) => errorWith({ response: { statusCode: 503, body } }),
  'an error with its response as body (PocketBase)': (response) => errorWith({ status: 503, response }),
  'an error whose detail is the body (FastAPI)': (detail) => errorWith({ status: 503, data: { detail } }),
  'an answer whose message is the body (NestJS)': (message) => ({ statusCode: 503, message }),
  'an answer of a function (Lambda)': (body) => ({ statusCode: 503, body: JSON.stringify(body) }),
  'an error with a result (tRPC)': (json) => [{ error: { json } }],
  'an error with its original (TypeORM)': (data) =>
    errorWith({ originalError: errorWith({ status: 503, data }) }),
  'a rejection event': (data) => errorWith({ reason: errorWith({ status: 503, data }) }),
  'a context (supabase)': (context) => errorWith({ status: 503, context }),
  'a cause': (body) => new Error('Could not save', { cause: errorWith({ status: 503, data: body }) }),
  'a cause that is the body': (body) => new Error('Could not save', { cause: body }),
  'the cause of an error that was serialised': (cause) => ({
    name: 'Error',
    message: 'Could not save',
    cause,
  }),
  'the cause of a serialised error, which is one too': (data) => ({ cause: { name: 'HTTPError', data } }),
  'causes of causes': (body) =>
    new Error('a', {
      cause: new Error('b', { cause: new Error('c', { cause: errorWith({ data: body }) }) }),
    }),
  'the cause of an error with another status': (body) =>
    errorWith({ status: 500, cause: errorWith({ status: 503, data: body }) }),
  'the original of an error with another status': (body) =>
    errorWith({ status: 500, originalError: errorWith({ status: 503, data: body }) }),
  'the network error of an error with another status': (body) =>
    errorWith({ status: 500, networkError: errorWith({ status: 503, data: body }) }),
  'an AggregateError': (body) =>
    new AggregateError([new Error('other'), errorWith({ status: 503, data: body })]),
  'a GraphQL client': (body) => errorWith({ networkError: errorWith({ statusCode: 503, result: body }) }),
};

describe('a maintenance', () => {
  describe.each(Object.entries(maintenanceBodies))('of the body %s', (_name, body) => {
    it.each(Object.keys(carriers))('the notice is found in %s', (carrier) => {
      expect(parseMaintenanceNotice(carriers[carrier]?.(body))).toEqual(expectedNotice);
    });
  });

  it.each<[name: string, value: unknown]>([
    [
      'a status that is text',
      { errors: [{ status: '503', code, title: shortMessage, detail: longMessage }] },
    ],
    ['a status around the error', { status: 503, error: flat, data: null }],
    ['a status of the response alone', { error: flat, response: { status: 503 } }],
    ['a status in another spelling', { status_code: 503, body: flat }],
    ['a status named after HTTP', { httpStatus: 503, body: flat }],
    ['a number that is no HTTP status', { status: 600, error: flat }],
    [
      'a relative problem type below the status',
      { status: 503, data: { type: code, title: shortMessage, detail: longMessage } },
    ],
    ['a status in words', { status: 'error', error: flat }],
    ['a list of errors', [new Error('other'), errorWith({ data: flat })]],
    ['GraphQL errors by themselves', { graphQLErrors: graphQL.errors }],
    ['a single error of a GraphQL answer', graphQL.errors[0]],
    [
      'an error of the reference SDK',
      errorWith({
        status: 503,
        clerkError: true,
        code: 'api_response_error',
        errors: maintenanceBodies.envelope.errors,
      }),
    ],
    [
      'the errors of its hooks',
      { error: null, errors: { fields: {}, raw: maintenanceBodies.envelope.errors } },
    ],
    ['an error of another realm', runInNewContext('Object.assign(new Error("x"), { data })', { data: flat })],
    [
      'a problem type with a fragment',
      {
        status: 503,
        type: 'https://api.example.com/#maintenance_mode',
        title: shortMessage,
        detail: longMessage,
      },
    ],
    [
      'a problem type that is a URN',
      { type: 'urn:problem:maintenance_mode', title: shortMessage, detail: longMessage },
    ],
    [
      'a relative problem type',
      { status: 503, type: 'maintenance_mode', title: shortMessage, detail: longMessage },
    ],
    ['an object without prototype', { __proto__: null, ...flat }],
    ['frozen values', Object.freeze({ error: Object.freeze({ ...flat }) })],
    ['indented JSON text', ` \n${JSON.stringify(flat, null, 2)}\n`],
    [
      'getters of a class',
      new (class extends Error {
        get data() {
          return flat;
        }
      })(),
    ],
  ])('the notice is found in %s', (_name, value) => {
    expect(isMaintenanceError(value)).toBe(true);
    expect(parseMaintenanceNotice(value)).toEqual(expectedNotice);
  });

  it.each<[name: string, value: unknown]>([
    ['a GraphQL answer (axios)', { status: 200, data: graphQL }],
    [
      'a GraphQL error (graphql-request)',
      errorWith({ response: { status: 200, errors: graphQL.errors, headers: new Headers() }, request: {} }),
    ],
    ['a GraphQL error (urql)', errorWith({ graphQLErrors: graphQL.errors, response: new Response('{}') })],
    ['GraphQL errors (Apollo)', errorWith({ errors: graphQL.errors })],
  ])('the notice is found with status 200 in %s', (_name, value) => {
    expect(parseMaintenanceNotice(value)).toEqual(expectedNotice);
  });

  it('the notice is found by the digest of a server', () => {
    const error = errorWith({ digest: code }, 'An error occurred in the Server Components render.');
    expect(parseMaintenanceNotice(error)).toEqual(contractNotice);
  });

  it('the notice is found in an error of the kit that arrives with only its digest', () => {
    const { digest } = new SystemUnderMaintenanceError();
    expect(parseMaintenanceNotice(errorWith({ digest }, 'Minified React error #441'))).toEqual(
      contractNotice,
    );
  });

  it('the notice is found in the kit’s error, of this and of another copy', () => {
    const error = new SystemUnderMaintenanceError({
      notice: { ...expectedNotice, retryAfterMs: 1500 },
      blocked: true,
    });
    const found = { ...expectedNotice, retryAfterMs: 1500 };
    expect(parseMaintenanceNotice(error)).toEqual(found);
    expect(parseMaintenanceNotice(new Error('wrapped', { cause: error }))).toEqual(found);

    class SystemUnderMaintenanceErrorOfAnotherCopy extends Error {
      override readonly name = 'SystemUnderMaintenance';
      readonly code = code;
      readonly status = 503;
      readonly shortMessage = shortMessage;
      readonly longMessage = longMessage;
      readonly retryAfterMs = 1500;
    }
    expect(parseMaintenanceNotice(new SystemUnderMaintenanceErrorOfAnotherCopy())).toEqual(found);
  });
});

describe('another failure', () => {
  it.each<[name: string, value: unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a number', 503],
    ['the code as text', code],
    ['the code as JSON text', JSON.stringify(code)],
    ['a symbol', Symbol(code)],
    ['a function', Object.assign(() => {}, flat)],
    ['an empty object', {}],
    ['a plain error', new Error(code)],
    ['a network failure', new TypeError('Failed to fetch')],
    ['a plain 503', errorWith({ status: 503, data: '<h1>maintenance_mode</h1>' })],
    ['a 503 with another code', errorWith({ status: 503, data: { ...flat, code: 'overloaded' } })],
    ['a code in another case', { ...flat, code: 'MAINTENANCE_MODE' }],
    ['a code with more to it', { ...flat, code: 'maintenance_mode_over' }],
    ['a code in a list', { ...flat, code: [code] }],
    ['a message that is the code', { message: code }],
    ['a message that holds an object', { message: flat }],
    ['an error that is the code', { error: code }],
    ['a flag', { maintenance_mode: true }],
    ['a flag that is off', { maintenance_mode: false }],
    [
      'a problem type that only ends so',
      { type: 'https://api.example.com/no_maintenance_mode', status: 503 },
    ],
    ['a type of another kind', { type: code, enabled: true }],
    ['a code under another status', errorWith({ status: 500, data: flat })],
    ['a code that caused another status', errorWith({ status: 500, cause: flat })],
    ['a code under an interim status', errorWith({ status: 103, data: flat })],
    ['a code under a status that is text', errorWith({ status: '429', data: flat })],
    ['a code under the status of the response', { error: flat, response: new Response('', { status: 500 }) }],
    ['a code beside a success', { ...flat, status: 200 }],
    ['a list with the members of a body', Object.assign([], flat)],
    ['a code beside another status', { ...flat, status: 409 }],
    ['a 503 within another status', errorWith({ status: 500, data: { status: 503, error: flat } })],
    ['another status within a 503', errorWith({ status: 503, data: { status: 500, ...flat } })],
    [
      'a GraphQL error under another status',
      errorWith({ response: { status: 500, errors: graphQL.errors } }),
    ],
    ['a native Response', maintenanceResponse()],
    ['an error with an unread Response (ky)', errorWith({ response: maintenanceResponse() })],
    ['bytes', errorWith({ status: 503, data: new TextEncoder().encode(JSON.stringify(flat)) })],
  ])('a failure of another kind is %s', (_name, value) => {
    expect(isMaintenanceError(value)).toBe(false);
    expect(parseMaintenanceNotice(value)).toBeUndefined();
  });

  it.each<[name: string, value: unknown]>([
    ['a success that contains the code', { status: 200, data: flat }],
    ['a success that contains an error', { status: 200, data: { error: flat, errors: [flat] } }],
    ['a success that contains a failed delivery', { status: 200, data: { errors: [{ status: 503, code }] } }],
    [
      'a success that contains a failure with a cause',
      { status: 200, data: { cause: { status: 503, code } } },
    ],
    [
      'a failure that contains another with its cause',
      errorWith({ status: 500, data: { cause: { status: 503, code } } }),
    ],
    ['a created object', { status: 201, data: graphQL }],
    ['a success of a client that returns', { data: flat, error: null }],
    ['a success of openapi-fetch', { data: flat, response: new Response('{}') }],
    ['data without a status', { data: flat }],
    ['data without a status that contains an error', { data: { error: flat } }],
    ['data with extensions', { status: 200, data: { extensions: { code } } }],
    ['an answer of the Frontend API', { response: { object: 'coupon', code }, client: null }],
    ['a fulfilled promise', [{ status: 'fulfilled', value: flat }]],
    ['a user', { user: { code } }],
    ['the values of a form', { values: { code } }],
    ['the variables of a mutation', errorWith({ variables: { code } })],
    [
      'a value that a schema rejected',
      Object.assign(new TypeError('name is required'), { value: { code }, errors: ['name is required'] }),
    ],
    ['the context of an error report', errorWith({ context: { code } })],
    [
      'what was sent',
      errorWith({
        config: { data: JSON.stringify(flat) },
        request: { body: flat },
        options: flat,
        body: undefined,
      }),
    ],
    ['a FormData', formData(flat)],
    ['a Map', new Map(Object.entries(flat))],
  ])('user data is not a maintenance: %s', (_name, value) => {
    expect(isMaintenanceError(value)).toBe(false);
  });
});

describe('the texts of a notice', () => {
  it.each<[name: string, body: object, texts: object]>([
    [
      'shortMessage and longMessage',
      { shortMessage: 'a', longMessage: 'b' },
      { shortMessage: 'a', longMessage: 'b' },
    ],
    [
      'message and long_message',
      { message: 'a', long_message: 'b' },
      { shortMessage: 'a', longMessage: 'b' },
    ],
    ['title and detail', { title: 'a', detail: 'b' }, { shortMessage: 'a', longMessage: 'b' }],
    [
      'the documented ones first',
      { title: 'x', message: 'x', shortMessage: 'a', detail: 'x', longMessage: 'b' },
      { shortMessage: 'a', longMessage: 'b' },
    ],
    [
      'the first that is text',
      { shortMessage: 1, message: '  ', title: 'a', longMessage: null, detail: 'b' },
      { shortMessage: 'a', longMessage: 'b' },
    ],
    [
      'one, beside the contract for the other',
      { shortMessage: 'a' },
      { shortMessage: 'a', longMessage: contractNotice.longMessage },
    ],
    ['none, but those of the contract', { shortMessage: {}, longMessage: '' }, contractNotice],
  ])('the texts are %s', (_name, body, texts) => {
    expect(parseMaintenanceNotice({ ...body, code })).toEqual({ code, ...texts });
  });

  it('the texts of a GraphQL error come from beside its extensions if these have none', () => {
    expect(parseMaintenanceNotice(graphQL)).toEqual(expectedNotice);
    expect(
      parseMaintenanceNotice({ errors: [{ message: 'x', extensions: { code, message: 'nearer' } }] }),
    ).toMatchObject({ shortMessage: 'nearer' });
  });

  it('the texts exclude the message of an Error, which the client writes', () => {
    const foreign: unknown = runInNewContext(`Object.assign(new Error('x'), { code: '${code}' })`);
    expect(parseMaintenanceNotice(foreign)).toEqual(contractNotice);
    expect(parseMaintenanceNotice(errorWith({ code }, '{"a":1}'))).toEqual(contractNotice);
    expect(parseMaintenanceNotice(errorWith({ extensions: { code } }, 'Response not successful'))).toEqual(
      contractNotice,
    );
  });

  it('the texts exclude those of the object that holds the error', () => {
    expect(parseMaintenanceNotice({ message: 'Could not save', error: { code } })).toEqual(contractNotice);
  });

  it('the texts are cut to 200 and 1000 characters, never within one', () => {
    const notice = parseMaintenanceNotice({
      code,
      shortMessage: 'a'.repeat(201),
      longMessage: 'b'.repeat(1_000_000),
    });
    expect(notice?.shortMessage).toBe(`${'a'.repeat(199)}…`);
    expect(notice?.longMessage).toBe(`${'b'.repeat(999)}…`);
    expect(parseMaintenanceNotice({ code, shortMessage: 'a'.repeat(200) })?.shortMessage).toBe(
      'a'.repeat(200),
    );
    expect(parseMaintenanceNotice({ code, shortMessage: `${'a'.repeat(198)}👷👷` })?.shortMessage).toBe(
      `${'a'.repeat(198)}…`,
    );
  });
});

const retryAfterBehind = (others: number) => ({
  ...Object.fromEntries(Array.from({ length: others }, (_, index) => [`x-${index}`, ''])),
  'retry-after': '30',
});

describe('the wait of a notice', () => {
  const nowMs = Date.UTC(2026, 10, 22, 9);
  const date = 'Sun, 22 Nov 2026 09:00:30 GMT';

  it.each<[name: string, value: unknown]>([
    [
      'Headers of the response',
      errorWith({ response: { status: 503, data: flat, headers: new Headers({ 'Retry-After': '30' }) } }),
    ],
    ['a Response beside the error', { error: flat, response: maintenanceResponse({ retryAfter: 30 }) }],
    [
      'a plain object',
      errorWith({
        response: { status: 503, data: flat, headers: { 'content-type': 'x', 'retry-after': '30' } },
      }),
    ],
    [
      'a plain object in another case',
      errorWith({ status: 503, body: flat, headers: { 'RETRY-AFTER': '30' } }),
    ],
    ['a number', errorWith({ status: 503, body: flat, headers: { 'Retry-After': 30 } })],
    ['a date', errorWith({ status: 503, body: flat, headers: { 'retry-after': date } })],
    ['a map', errorWith({ status: 503, body: flat, headers: new Map([['retry-after', '30']]) })],
    ['retryAfter in seconds', errorWith({ status: 503, retryAfter: 30, data: flat })],
    ['retryAfter of the body', { ...flat, retryAfter: '30' }],
    ['retryAfterMs', { ...flat, retryAfterMs: 30_000 }],
    [
      'an error far above the code',
      errorWith({ headers: { 'retry-after': '30' }, cause: errorWith({ data: { errors: [flat] } }) }),
    ],
    [
      'the nearest of several',
      errorWith({
        headers: { 'retry-after': '99' },
        cause: errorWith({ headers: { 'retry-after': '30' }, data: flat }),
      }),
    ],
    [
      'what can be read of several',
      errorWith({
        headers: { 'retry-after': '30' },
        cause: errorWith({
          retryAfterMs: -1,
          retryAfter: {},
          headers: { 'retry-after': 'soon' },
          data: flat,
        }),
      }),
    ],
    [
      'headers of a GraphQL answer',
      errorWith({
        response: { status: 200, headers: new Headers({ 'retry-after': '30' }), errors: graphQL.errors },
      }),
    ],
  ])('the wait is read from %s', (_name, value) => {
    expect(parseMaintenanceNotice(value, { nowMs })).toEqual({ ...expectedNotice, retryAfterMs: 30_000 });
  });

  it('a date counts from the current time by default', () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
    const { retryAfterMs } = parseMaintenanceNotice({ ...flat, headers: { 'retry-after': inAnHour } }) ?? {};
    expect(retryAfterMs).toBeGreaterThan(3_500_000);
    expect(retryAfterMs).toBeLessThanOrEqual(3_600_000);
  });

  it.each<[name: string, members: object]>([
    ['an absurd number', { retryAfterMs: 1e99 }],
    ['no number', { retryAfterMs: Number.NaN }],
    ['a negative number', { retryAfterMs: -1 }],
    ['text in place of milliseconds', { retryAfterMs: '30000' }],
    ['a fraction of seconds', { retryAfter: 1.5 }],
    ['no headers', { headers: null }],
    [
      'headers that throw',
      {
        headers: new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error('hostile');
            },
          },
        ),
      },
    ],
    [
      'headers whose get throws',
      {
        headers: {
          get: () => {
            throw new Error('hostile');
          },
        },
      },
    ],
    ['headers that answer with an object', { headers: { get: () => ({}) } }],
  ])('the wait is undefined for %s', (_name, members) => {
    expect(parseMaintenanceNotice({ ...flat, ...members })).toEqual(expectedNotice);
  });

  it('Retry-After is searched in 100 headers', () => {
    expect(parseMaintenanceNotice({ ...flat, headers: retryAfterBehind(99) })?.retryAfterMs).toBe(30_000);
    expect(parseMaintenanceNotice({ ...flat, headers: retryAfterBehind(100) })).toEqual(expectedNotice);
  });

  it('the wait is at most a day', () => {
    expect(parseMaintenanceNotice({ ...flat, retryAfterMs: 2 * 86_400_000 })?.retryAfterMs).toBe(86_400_000);
  });
});
