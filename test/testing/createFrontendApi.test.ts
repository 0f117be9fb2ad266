// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { KitError } from '../../src/protocol/KitError.ts';
import { readMaintenanceNotice } from '../../src/protocol/readMaintenanceNotice.ts';
import { readServiceCheck } from '../../src/protocol/serviceCheck.ts';
import {
  createFrontendApi,
  type FrontendApi,
  type FrontendApiOptions,
} from '../../src/testing/createFrontendApi.ts';

const ada = {
  emailAddress: 'ada@example.com',
  password: 'correct horse',
  firstName: 'Ada',
  lastName: 'Lovelace',
};
const credentials = { identifier: ada.emailAddress, password: ada.password };
const now = Date.UTC(2026, 10, 3, 10);

/** Creates an emulator with one user, a fast hash, ids 1, 2, 3 … and a clock that stands still. */
function setUp(options: FrontendApiOptions = {}) {
  let ids = 0;
  const api = createFrontendApi({
    users: [ada],
    now: () => now,
    randomId: () => String((ids += 1)),
    passwordIterations: 1,
    ...options,
  });
  return { api, send: createSender(api) };
}

/** Sends as the SDK does: two methods, form-urlencoded. */
function createSender({ fetch }: FrontendApi) {
  return (method: string, path: string, fields?: Record<string, string>, headers?: HeadersInit) =>
    fetch(
      new Request(`https://api.example${path}`, {
        method,
        ...(headers && { headers }),
        ...(fields && { body: new URLSearchParams(fields) }),
      }),
    );
}

async function bodyOf(response: Response | Promise<Response>): Promise<unknown> {
  return (await response).json();
}

const anyText: unknown = expect.any(String);
const anySessionId: unknown = expect.stringMatching(/^sess_/);

function errorOf(code: string, param?: string) {
  return {
    errors: [expect.objectContaining({ code, meta: param === undefined ? {} : { param_name: param } })],
    clerk_trace_id: anyText,
  };
}

async function signIn({ send }: ReturnType<typeof setUp>): Promise<string> {
  const body = await bodyOf(send('POST', '/v1/client/sign_ins', credentials));
  return (body as { response: { created_session_id: string } }).response.created_session_id;
}

const complete = { response: { status: 'complete' } };

describe('environment', () => {
  it.each([
    ['GET', '/v1/environment'],
    ['POST', '/v1/environment?_method=PATCH'],
  ])(
    '%s %s returns everything that the SDK reads when it starts, without an envelope',
    async (method, path) => {
      const { send } = setUp();
      const response = await send(method, path);
      expect(response.status).toBe(200);
      expect(await bodyOf(response)).toMatchObject({
        maintenance_mode: false,
        auth_config: { single_session_mode: true },
        display_config: { preferred_sign_in_strategy: 'password' },
        user_settings: { attributes: { email_address: { enabled: true } } },
        organization_settings: { enabled: true },
        commerce_settings: { billing: { organization: { enabled: false }, user: { enabled: false } } },
        api_keys_settings: {},
      });
    },
  );
});

describe('client', () => {
  it('the client exists before a sign-in, without sessions', async () => {
    const { send } = setUp();
    expect(await bodyOf(send('GET', '/v1/client'))).toMatchObject({
      response: { object: 'client', sessions: [], last_active_session_id: null },
      client: null,
    });
  });

  it('the client has the session after a sign-in', async () => {
    const { send } = setUp();
    await send('POST', '/v1/client/sign_ins', credentials);
    expect(await bodyOf(send('GET', '/v1/client'))).toMatchObject({
      response: {
        sessions: [
          {
            object: 'session',
            status: 'active',
            user: { first_name: 'Ada', email_addresses: [{ email_address: 'ada@example.com' }] },
            public_user_data: { identifier: 'ada@example.com' },
            last_active_token: { object: 'token' },
          },
        ],
        last_active_session_id: anySessionId,
        sign_in: null,
      },
    });
  });
});

describe('sign_ins', () => {
  it('a sign-in is complete immediately with identifier and password, and returns the client', async () => {
    const { send } = setUp();
    expect(await bodyOf(send('POST', '/v1/client/sign_ins', credentials))).toMatchObject({
      response: {
        object: 'sign_in',
        status: 'complete',
        created_session_id: anySessionId,
      },
      client: { sessions: [{ status: 'active' }] },
    });
  });

  describe('with a passkey', () => {
    const passkeys = { users: [{ ...ada, passkeys: ['cGFzc2tleQ'] }], settings: { passkeys: true } };

    async function answerWith(credential: string): Promise<unknown> {
      const { send } = setUp(passkeys);
      const begun = await bodyOf(send('POST', '/v1/client/sign_ins', { strategy: 'passkey' }));
      expect(begun).toMatchObject({
        response: {
          status: 'needs_first_factor',
          first_factor_verification: {
            strategy: 'passkey',
            nonce: expect.stringContaining('"challenge"') as unknown,
          },
        },
      });
      const { id } = (begun as { response: { id: string } }).response;
      return bodyOf(
        send('POST', `/v1/client/sign_ins/${id}/attempt_first_factor`, {
          strategy: 'passkey',
          public_key_credential: credential,
        }),
      );
    }

    it('a sign-in with a passkey is complete for its user', async () => {
      expect(await answerWith('{"id":"cGFzc2tleQ"}')).toMatchObject({
        response: { status: 'complete', created_session_id: anySessionId },
        client: { sessions: [{ user: { first_name: 'Ada' } }] },
      });
    });

    it.each([
      ['no user has', '{"id":"b3RoZXI"}'],
      ['is null', 'null'],
      ['is not JSON', 'passkey'],
    ])('a sign-in is rejected with a passkey that %s', async (_, credential) => {
      expect(await answerWith(credential)).toEqual(errorOf('form_identifier_not_found'));
    });

    it('passkeys are available if the instance enables them', async () => {
      const passkey = { enabled: true, used_for_first_factor: true };
      expect(await bodyOf(setUp(passkeys).send('GET', '/v1/environment'))).toMatchObject({
        user_settings: { attributes: { passkey } },
      });
      const { send } = setUp();
      expect(await bodyOf(send('POST', '/v1/client/sign_ins', { strategy: 'passkey' }))).toEqual(
        errorOf('form_param_value_invalid', 'strategy'),
      );
    });
  });

  it('a sign-in without a password waits for a factor', async () => {
    const { send } = setUp();
    const begun = await bodyOf(send('POST', '/v1/client/sign_ins', { identifier: ada.emailAddress }));
    expect(begun).toMatchObject({
      response: {
        status: 'needs_first_factor',
        supported_first_factors: [
          { strategy: 'password' },
          { strategy: 'email_code', safe_identifier: 'a**@example.com' },
          { strategy: 'reset_password_email_code' },
        ],
      },
      client: { sign_in: { status: 'needs_first_factor' } },
    });
    const { id } = (begun as { response: { id: string } }).response;
    expect(await bodyOf(send('GET', `/v1/client/sign_ins/${id}`))).toMatchObject({ response: { id } });
  });

  it('an identifier is case-insensitive', async () => {
    const { send } = setUp();
    const answer = send('POST', '/v1/client/sign_ins', { ...credentials, identifier: 'ADA@Example.com' });
    expect(await bodyOf(answer)).toMatchObject(complete);
  });

  it.each([
    [
      'an unknown identifier',
      { identifier: 'bob@example.com', password: 'x' },
      'form_identifier_not_found',
      'identifier',
    ],
    ['a wrong password', { ...credentials, password: 'wrong horse' }, 'form_password_incorrect', 'password'],
    ['no identifier', { password: 'x' }, 'form_param_missing', 'identifier'],
  ])('a sign-in is rejected for %s', async (_, fields: Record<string, string>, code, param) => {
    const { send } = setUp();
    const response = await send('POST', '/v1/client/sign_ins', fields);
    expect(response.status).toBe(422);
    expect(await bodyOf(response)).toEqual(errorOf(code, param));
  });

  it('a second session in one browser is rejected', async () => {
    const { send } = setUp({ signedInAs: ada.emailAddress });
    const response = await send('POST', '/v1/client/sign_ins', credentials);
    expect(response.status).toBe(400);
    expect(await bodyOf(response)).toEqual(errorOf('session_exists'));
  });

  it('sign-ins are limited on request, with Retry-After', async () => {
    let at = now;
    const { send } = setUp({ now: () => at, signInLimit: { attempts: 2, perMs: 10_000 } });
    const attempt = () => send('POST', '/v1/client/sign_ins', { ...credentials, password: 'wrong' });
    expect((await attempt()).status).toBe(422);
    at += 4_000;
    expect((await attempt()).status).toBe(422);
    const response = await attempt();
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('6');
    expect(await bodyOf(response)).toEqual(errorOf('too_many_requests'));
    at += 6_000;
    expect((await attempt()).status).toBe(422);
  });
});

describe('sign_ups', () => {
  const bob = { email_address: 'bob@example.com', password: 'long enough', first_name: 'Bob', last_name: '' };

  it('a sign-up is complete immediately and creates the account', async () => {
    const { api, send } = setUp();
    expect(await bodyOf(send('POST', '/v1/client/sign_ups', bob))).toMatchObject({
      response: { object: 'sign_up', status: 'complete', missing_fields: [] },
      client: { sessions: [{ user: { first_name: 'Bob', last_name: null } }] },
    });
    api.endSessions();
    const again = send('POST', '/v1/client/sign_ins', {
      identifier: 'bob@example.com',
      password: 'long enough',
    });
    expect(await bodyOf(again)).toMatchObject(complete);
  });

  it('a sign-up names its missing fields', async () => {
    const { send } = setUp();
    const begun = await bodyOf(send('POST', '/v1/client/sign_ups', { email_address: 'bob@example.com' }));
    expect(begun).toMatchObject({
      response: { status: 'missing_requirements', missing_fields: ['password'], created_session_id: null },
    });
    const { id } = (begun as { response: { id: string } }).response;
    expect(await bodyOf(send('GET', `/v1/client/sign_ups/${id}`))).toMatchObject({ response: { id } });
  });

  it.each([
    [
      'a taken address',
      { ...bob, email_address: ada.emailAddress },
      'form_identifier_exists',
      'email_address',
    ],
    ['a short password', { ...bob, password: 'seven77' }, 'form_password_length_too_short', 'password'],
    ['a malformed address', { ...bob, email_address: 'bob' }, 'form_param_format_invalid', 'email_address'],
  ])('a sign-up is rejected for %s', async (_, fields, code, param) => {
    const { send } = setUp();
    const response = await send('POST', '/v1/client/sign_ups', fields);
    expect(response.status).toBe(422);
    expect(await bodyOf(response)).toEqual(errorOf(code, param));
  });

  it('only one of two requests for one address succeeds', async () => {
    const { send } = setUp({ clients: 'by-cookie' });
    const responses = await Promise.all([1, 2].map(() => send('POST', '/v1/client/sign_ups', bob)));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200, 422]));
  });
});

describe('sessions', () => {
  it('touch keeps a session alive', async () => {
    let at = now;
    const fixture = setUp({ now: () => at });
    const id = await signIn(fixture);
    at += 60_000;
    expect(await bodyOf(fixture.send('POST', `/v1/client/sessions/${id}/touch`))).toMatchObject({
      response: { id, status: 'active', last_active_at: now + 60_000 },
      client: { last_active_session_id: id },
    });
  });

  it.each(['tokens', 'tokens/supabase'])('%s returns a JWT for a minute', async (path) => {
    const fixture = setUp();
    const id = await signIn(fixture);
    const body = await bodyOf(fixture.send('POST', `/v1/client/sessions/${id}/${path}`));
    const { jwt } = body as { jwt: string };
    const [header = '', payload = '', signature] = jwt.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({
      alg: 'HS256',
      typ: 'JWT',
    });
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      sid: id,
      sub: anyText,
      iat: now / 1000,
      exp: now / 1000 + 60,
    });
    expect(signature).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['end', 'ended'],
    ['remove', 'removed'],
  ])('%s ends one session', async (path, status) => {
    const fixture = setUp();
    const id = await signIn(fixture);
    expect(await bodyOf(fixture.send('POST', `/v1/client/sessions/${id}/${path}`))).toMatchObject({
      response: { id, status },
      client: { sessions: [], last_active_session_id: null },
    });
    expect((await fixture.send('POST', `/v1/client/sessions/${id}/touch`)).status).toBe(401);
  });

  it('DELETE ends all sessions, tunneled or not', async () => {
    const fixture = setUp();
    await signIn(fixture);
    expect(await bodyOf(fixture.send('POST', '/v1/client/sessions?_method=DELETE'))).toMatchObject({
      response: { object: 'client', sessions: [] },
      client: { sessions: [] },
    });
    await signIn(fixture);
    expect((await fixture.send('DELETE', '/v1/client/sessions')).status).toBe(200);
  });

  it('sessions can be read one by one', async () => {
    const fixture = setUp();
    const id = await signIn(fixture);
    expect(await bodyOf(fixture.send('GET', `/v1/client/sessions/${id}`))).toMatchObject({
      response: { id },
    });
  });

  it('a session that ended on the server answers 401', async () => {
    const fixture = setUp();
    const id = await signIn(fixture);
    fixture.api.endSessions();
    const response = await fixture.send('POST', `/v1/client/sessions/${id}/touch`);
    expect(response.status).toBe(401);
    expect(await bodyOf(response)).toEqual(errorOf('authentication_invalid'));
  });

  it('an unknown session answers 404', async () => {
    const { send } = setUp();
    const response = await send('POST', '/v1/client/sessions/sess_0/touch');
    expect(response.status).toBe(404);
    expect(await bodyOf(response)).toEqual(errorOf('resource_not_found'));
  });
});

describe('me', () => {
  it('/v1/me is the signed-in user', async () => {
    const { send } = setUp({ signedInAs: ada.emailAddress });
    expect(await bodyOf(send('GET', '/v1/me'))).toMatchObject({
      response: { object: 'user', first_name: 'Ada', last_name: 'Lovelace', password_enabled: true },
    });
  });

  it('a change of the name keeps other fields', async () => {
    const { send } = setUp({ signedInAs: ada.emailAddress });
    expect(await bodyOf(send('POST', '/v1/me?_method=PATCH', { first_name: 'Augusta' }))).toMatchObject({
      response: { first_name: 'Augusta', last_name: 'Lovelace' },
      client: { sessions: [{ user: { first_name: 'Augusta' } }] },
    });
    expect(await bodyOf(send('PATCH', '/v1/me', { last_name: '' }))).toMatchObject({
      response: { first_name: 'Augusta', last_name: null },
    });
  });

  it.each([
    ['the user is signed out', {}, '/v1/me'],
    ['the session named is another', { signedInAs: ada.emailAddress }, '/v1/me?_clerk_session_id=sess_0'],
  ])('/v1/me answers 401 when %s', async (_, options, path) => {
    const { send } = setUp(options);
    const response = await send('GET', path);
    expect(response.status).toBe(401);
    expect(await bodyOf(response)).toEqual(errorOf('authentication_invalid'));
  });
});

describe('an unknown resource', () => {
  it.each([
    ['GET', '/v1/nothing'],
    ['GET', '/'],
    ['PUT', '/v1/me'],
    ['GET', '/v1/client/sign_ins/sia_0'],
    ['GET', '/v1/client/sign_ups/sua_0'],
  ])('%s %s answers 404 in the API’s format', async (method, path) => {
    const { send } = setUp();
    const response = await send(method, path);
    expect(response.status).toBe(404);
    expect(await bodyOf(response)).toEqual(errorOf('resource_not_found'));
  });
});

describe('any request', () => {
  it('the API is found below any prefix and with a trailing slash', async () => {
    const { send } = setUp();
    expect((await send('GET', '/__api/v1/client')).status).toBe(200);
    expect((await send('GET', '/v1/client/')).status).toBe(200);
  });

  it('a page of any origin may read the response, with cookies', async () => {
    const { send } = setUp();
    const { headers } = await send('GET', '/v1/client', undefined, { origin: 'https://app.example' });
    expect(headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(['operational', 'maintenance', 'unavailable'] as const)(
    'a preflight is answered when %s',
    async (mode) => {
      const { api, send } = setUp();
      api.setMode(mode);
      const response = await send('OPTIONS', '/v1/me', undefined, {
        origin: 'https://app.example',
        'access-control-request-method': 'PATCH',
      });
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-methods')).toContain('PATCH');
    },
  );

  it('an OPTIONS that isn’t a preflight is rejected when unavailable', async () => {
    const { api, send } = setUp();
    api.setMode('unavailable');
    const response = await send('OPTIONS', '/v1/me', undefined, { origin: 'https://app.example' });
    expect(response.status).toBe(503);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
  });

  it('requests are recorded with their effective method', async () => {
    const { api, send } = setUp();
    await send('GET', '/v1/client?__clerk_api_version=1');
    await send('POST', '/__api/v1/me?_method=PATCH');
    await send('POST', '/v1/client/sessions/sess_1/touch');
    expect(api.requests).toEqual([
      { method: 'GET', path: '/v1/client', kind: 'read' },
      { method: 'PATCH', path: '/v1/me', kind: 'mutation' },
      { method: 'POST', path: '/v1/client/sessions/sess_1/touch', kind: 'session' },
    ]);
    api.forgetRequests();
    expect(api.requests).toEqual([]);
  });

  it('a request waits for the delay, and fails if the delay rejects', async () => {
    const delay = vi
      .fn<(request: { path: string }) => Promise<void>>()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const { send } = setUp({ delay });
    await expect(send('GET', '/v1/client')).rejects.toThrow('Failed to fetch');
    delay.mockResolvedValue();
    expect((await send('GET', '/v1/client')).status).toBe(200);
    expect(delay).toHaveBeenLastCalledWith({ method: 'GET', path: '/v1/client', kind: 'read' });
  });
});

describe('browsers', () => {
  it('all requests come from one browser by default', async () => {
    const { send } = setUp();
    await send('POST', '/v1/client/sign_ins', credentials);
    expect((await send('GET', '/v1/me')).status).toBe(200);
  });

  it('browsers are identified by their cookie on request', async () => {
    const { send } = setUp({ clients: 'by-cookie' });
    const response = await send('POST', '/v1/client/sign_ins', credentials);
    const setCookie = response.headers.get('set-cookie') ?? '';
    expect(setCookie).toMatch(/^__client=client_\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    const [cookie = ''] = setCookie.split(';');
    expect((await send('GET', '/v1/me', undefined, { cookie })).status).toBe(200);
    expect((await send('GET', '/v1/me')).status).toBe(401);
    expect((await send('GET', '/v1/me', undefined, { cookie: '__client=client_0' })).status).toBe(401);
  });

  it('signedInAs signs in the first browser', async () => {
    const { send } = setUp({ clients: 'by-cookie', signedInAs: ada.emailAddress });
    const first = await bodyOf(send('GET', '/v1/client'));
    const second = await bodyOf(send('GET', '/v1/client'));
    expect(first).toMatchObject({ response: { sessions: [{ user: { first_name: 'Ada' } }] } });
    expect(second).toMatchObject({ response: { sessions: [] } });
  });

  it('signedInAs requires an account', () => {
    expect(() => createFrontendApi({ signedInAs: ada.emailAddress })).toThrow(KitError);
    expect(() => createFrontendApi({ signedInAs: ada.emailAddress })).toThrow('MK601');
  });
});

describe('modes', () => {
  it('the initial mode is operational', () => {
    expect(setUp().api.mode).toBe('operational');
  });

  it('maintenance rejects mutations, and serves reads and session refresh', async () => {
    const { api, send } = setUp({ signedInAs: ada.emailAddress });
    const client = await bodyOf(send('GET', '/v1/client'));
    const id = (client as { response: { last_active_session_id: string } }).response.last_active_session_id;
    api.setMode('maintenance');
    const statuses = await Promise.all(
      (
        [
          ['GET', '/v1/client'],
          ['GET', '/v1/me'],
          ['POST', `/v1/client/sessions/${id}/touch`],
          ['POST', `/v1/client/sessions/${id}/tokens`],
          ['POST', '/v1/me?_method=PATCH'],
          ['POST', '/v1/client/sessions?_method=DELETE'],
          ['POST', `/v1/client/sessions/${id}/end`],
        ] as const
      ).map(async ([method, path]) => (await send(method, path)).status),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 503, 503, 503]);
    expect(await readServiceCheck(await send('GET', '/v1/environment'))).toBe('maintenance');
  });

  it('unavailable rejects everything', async () => {
    const { api, send } = setUp();
    api.setMode('unavailable');
    expect((await send('GET', '/v1/client')).status).toBe(503);
    expect(await readServiceCheck(await send('GET', '/v1/environment'))).toBe('unavailable');
  });

  it('a change of mode and back loses nothing', async () => {
    const { api, send } = setUp();
    await send('POST', '/v1/client/sign_ins', credentials);
    api.setMode('maintenance');
    expect((await send('PATCH', '/v1/me', { first_name: 'Augusta' })).status).toBe(503);
    api.setMode('unavailable');
    expect((await send('GET', '/v1/me')).status).toBe(503);
    api.setMode('operational');
    expect(await bodyOf(send('GET', '/v1/me'))).toMatchObject({ response: { first_name: 'Ada' } });
    expect((await send('PATCH', '/v1/me', { first_name: 'Augusta' })).status).toBe(200);
  });

  it('a change of mode rejects pending requests', async () => {
    const { api, send } = setUp({ delay: () => Promise.resolve(api.setMode('maintenance')) });
    expect((await send('POST', '/v1/client/sign_ins', credentials)).status).toBe(503);
  });

  it.each(['envelope', 'flat'] as const)('a rejection has the format "%s"', async (format) => {
    const { api, send } = setUp();
    api.setMode('maintenance', { format, retryAfter: 30, shortMessage: 'Back soon' });
    const response = await send('POST', '/v1/client/sign_ins', credentials, {
      origin: 'https://app.example',
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect(await readMaintenanceNotice(response)).toMatchObject({
      shortMessage: 'Back soon',
      retryAfterMs: 30_000,
    });
    const body = await bodyOf(response);
    expect(body).toHaveProperty(format === 'flat' ? 'code' : 'errors');
  });

  it('a rejection may be a page without the code', async () => {
    const { api, send } = setUp();
    api.setMode('maintenance', { format: 'html', retryAfter: 30 });
    const response = await send('POST', '/v1/client/sign_ins', credentials);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await readMaintenanceNotice(response)).toBeUndefined();
    expect(await response.text()).toContain('<!doctype html>');
    expect((await send('GET', '/v1/client')).status).toBe(200);
  });
});
