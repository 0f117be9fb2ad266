// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { createApi } from '../../src/adapters/frontend-api/createApi.ts';
import { KitError } from '../../src/protocol/KitError.ts';
import { createFrontendApi, type FrontendApiOptions } from '../../src/testing/createFrontendApi.ts';

const baseUrl = 'https://api.example';
const ada = { emailAddress: 'ada@example.com', password: 'correct horse', firstName: 'Ada' };
const credentials = { identifier: ada.emailAddress, password: ada.password };

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** Creates an adapter with an emulator, and records its requests. */
function setUp(options: FrontendApiOptions = {}) {
  const api = createFrontendApi({ users: [ada], passwordIterations: 1, ...options });
  const sent: Sent[] = [];
  const adapter = frontendApiAdapter({
    baseUrl,
    fetch(input, init = {}) {
      sent.push({ url: input as string, init });
      return api.fetch(new Request(input, init));
    },
  });
  return { api, adapter, sent };
}

/** Creates an adapter whose requests all have the same answer. */
function answering(answer: () => Response) {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(answer()));
  return { fetch, adapter: frontendApiAdapter({ baseUrl, fetch }) };
}

function apiError(status: number, code: string, param_name?: string) {
  return Response.json({ errors: [{ code, message: '', meta: { param_name } }] }, { status });
}

const user = { id: 'user_1', email_addresses: [] };
const clientOf = (sessions: object[], last_active_session_id: string | null = null) =>
  Response.json({ response: { sessions, last_active_session_id }, client: null });

describe('requests', () => {
  it('requests are form-urlencoded with cookies, and need no preflight', async () => {
    const { adapter, sent } = setUp();
    await adapter.signInWithPassword?.(credentials);
    const [{ url, init } = { url: '', init: {} }] = sent;
    expect(url).toBe(`${baseUrl}/v1/client/sign_ins`);
    expect(init).toMatchObject({ method: 'POST', credentials: 'include' });
    expect(init.headers).toBeUndefined();
    expect(new Request(url, init).headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
    expect(String(init.body as URLSearchParams)).toBe('identifier=ada%40example.com&password=correct+horse');
  });

  it('a name is split at its first space', async () => {
    const { adapter, sent } = setUp();
    await adapter.signUp?.({
      name: ' Grace Brewster  Hopper ',
      email: 'g@example.com',
      password: 'long enough',
    });
    expect(String(sent[0]?.init.body as URLSearchParams)).toBe(
      'email_address=g%40example.com&password=long+enough&first_name=Grace&last_name=Brewster+Hopper',
    );
    expect((await adapter.loadSession())?.user.name).toBe('Grace Brewster Hopper');
  });

  it('a name without a last name clears it', async () => {
    const { adapter } = setUp({ users: [{ ...ada, lastName: 'Lovelace' }], signedInAs: ada.emailAddress });
    await adapter.updateUser?.({ name: 'Augusta' });
    expect((await adapter.loadSession())?.user.name).toBe('Augusta');
  });

  it('PATCH and DELETE are tunneled, and name the session outside of /client', async () => {
    const { adapter, api, sent } = setUp({ signedInAs: ada.emailAddress });
    const session = await adapter.loadSession();
    await adapter.updateUser?.({ name: 'Augusta' });
    await adapter.signOut?.();
    expect(sent.map(({ url }) => url.slice(baseUrl.length))).toEqual([
      '/v1/client',
      `/v1/me?_method=PATCH&_clerk_session_id=${session?.id}`,
      '/v1/client/sessions?_method=DELETE',
    ]);
    expect(sent.slice(1).every(({ init }) => init.method === 'POST')).toBe(true);
    expect(api.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1/client',
      'PATCH /v1/me',
      'DELETE /v1/client/sessions',
    ]);
  });

  it('requests skip the cache', async () => {
    const { adapter, sent } = setUp();
    await adapter.loadSession();
    await adapter.checkService?.();
    expect(sent.every(({ init }) => init.cache === 'no-store')).toBe(true);
  });
});

describe('requests before the code of the operations is loaded', () => {
  it('the session, the options and both flows are requested at once, each once', async () => {
    const { adapter, sent } = setUp();
    const operations = ['loadSession', 'loadAuthOptions', 'loadSignIn', 'loadSignUp'] as const;
    const loading = operations.map(async (name) => adapter[name]?.());
    const paths = () => sent.map(({ url }) => url.replace(`${baseUrl}/v1`, ''));
    expect(paths()).toEqual(['/client', '/environment', '/client', '/client']);
    const [session, options, signIn, signUp] = await Promise.all(loading);
    expect([session, signIn, signUp]).toEqual([null, null, null]);
    expect(options).toMatchObject({ providers: expect.any(Array) as unknown });
    expect(paths()).toHaveLength(4);
    await adapter.loadSession();
    expect(paths()).toHaveLength(5);
  });

  it('a response that no operation took answers no later request', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(Response.json({ response: null })));
    const api = createApi({ root: baseUrl, fetch });
    const lost = new TypeError('Failed to fetch dynamically imported module');
    await expect(api.sendAhead('/client', () => Promise.reject(lost))).rejects.toBe(lost);
    await api.execute('GET', '/client');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('a request that fails ahead is the failure of its operation', async () => {
    const failure = new TypeError('Failed to fetch');
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.reject(failure));
    await expect(frontendApiAdapter({ baseUrl, fetch }).loadSession()).rejects.toBe(failure);
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('the base URL', () => {
  it.each([
    ['https://api.example', 'https://api.example', 'https://api.example/v1/client'],
    ['https://api.example//', 'https://api.example', 'https://api.example/v1/client'],
    ['http://127.0.0.1:3000/__api/', 'http://127.0.0.1:3000/__api', 'http://127.0.0.1:3000/__api/v1/client'],
    ['/__api', '/__api', '/__api/v1/client'],
    ['/', '/', '/v1/client'],
  ])('%s', async (given, kept, requested) => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(clientOf([])));
    const adapter = frontendApiAdapter({ baseUrl: given, fetch });
    await adapter.loadSession();
    expect(adapter.baseUrl).toBe(kept);
    expect(fetch.mock.lastCall?.[0]).toBe(requested);
  });

  it.each(['', 'api.example', '__api', '//api.example', 'ftp://api.example'])(
    'the base URL is not "%s"',
    (given) => {
      expect(() => frontendApiAdapter({ baseUrl: given })).toThrow(KitError);
      expect(() => frontendApiAdapter({ baseUrl: given })).toThrow('MK301');
    },
  );
});

describe('the global fetch', () => {
  it('the global fetch is read at each call', async () => {
    const adapter = frontendApiAdapter({ baseUrl });
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(clientOf([])));
    vi.stubGlobal('fetch', fetch);
    expect(await adapter.loadSession()).toBeNull();
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('the session', () => {
  it('the session is the last one used', async () => {
    const sessions = ['sess_1', 'sess_2'].map((id) => ({ id, status: 'active', user }));
    const { adapter } = answering(() => clientOf(sessions, 'sess_2'));
    expect(await adapter.loadSession()).toEqual({ id: 'sess_2', user: { id: 'user_1' } });
  });

  it('the session is the first active one if the last one used has ended', async () => {
    const sessions = [
      { id: 'sess_1', status: 'ended', user: null },
      { id: 'sess_2', status: 'active', user },
    ];
    const { adapter } = answering(() => clientOf(sessions, 'sess_1'));
    expect((await adapter.loadSession())?.id).toBe('sess_2');
  });

  it.each([
    ['a client without sessions', () => clientOf([])],
    ['only sessions that have ended', () => clientOf([{ id: 'sess_1', status: 'expired', user }])],
    ['no client', () => Response.json({ response: null, client: null })],
    ['the API’s own 401', () => apiError(401, 'authentication_invalid')],
  ])('the session is null: %s', async (_, answer) => {
    expect(await answering(answer).adapter.loadSession()).toBeNull();
  });

  it.each([
    ['403 of the API', () => apiError(403, 'forbidden')],
    ['404 of the API', () => apiError(404, 'resource_not_found')],
    ['429', () => apiError(429, 'too_many_requests')],
    ['500 of the API', () => apiError(500, 'internal_error')],
    ['502 of a proxy', () => new Response('Bad Gateway', { status: 502 })],
    ['401 of a proxy', () => new Response('Log in to the network', { status: 401 })],
    ['401 with JSON that is not the API’s', () => Response.json({ error: 'unauthorized' }, { status: 401 })],
    ['200 with a session that cannot be read', () => clientOf([{ id: 1 }])],
    ['204', () => new Response(null, { status: 204 })],
  ])('the session is unanswered: %s', async (_, answer) => {
    await expect(answering(answer).adapter.loadSession()).rejects.toBeInstanceOf(Error);
  });

  it('the session has the primary address and no empty members', async () => {
    const body = {
      ...user,
      first_name: 'Ada',
      last_name: '',
      image_url: '',
      primary_email_address_id: 'idn_2',
      email_addresses: [
        { id: 'idn_1', email_address: 'old@example.com' },
        { id: 'idn_2', email_address: 'new@example.com' },
      ],
    };
    const { adapter } = answering(() => clientOf([{ id: 'sess_1', status: 'active', user: body }]));
    expect(await adapter.loadSession()).toEqual({
      id: 'sess_1',
      user: { id: 'user_1', name: 'Ada', email: 'new@example.com' },
    });
  });
});

describe('refreshing', () => {
  it('a refresh touches the loaded session', async () => {
    const { adapter, api } = setUp({ signedInAs: ada.emailAddress });
    const session = await adapter.loadSession();
    api.forgetRequests();
    expect(await adapter.refreshSession?.()).toEqual(session);
    expect(api.requests).toEqual([
      { method: 'POST', path: `/v1/client/sessions/${session?.id}/touch`, kind: 'session' },
    ]);
  });

  it('a refresh loads the session if none is known', async () => {
    const { adapter, api } = setUp({ signedInAs: ada.emailAddress });
    expect(await adapter.refreshSession?.()).toMatchObject({ user: { email: ada.emailAddress } });
    expect(api.requests.map(({ path }) => path)).toEqual(['/v1/client']);
  });

  it('a rejected touch requests the client', async () => {
    const { adapter, api } = setUp({ signedInAs: ada.emailAddress });
    await adapter.loadSession();
    api.endSessions();
    expect(await adapter.refreshSession?.()).toBeNull();
    expect(api.requests.at(-1)?.path).toBe('/v1/client');
  });

  it.each([
    ['a maintenance', () => Response.json({ code: 'maintenance_mode' }, { status: 503 })],
    ['too many requests', () => apiError(429, 'too_many_requests')],
    ['a failure', () => apiError(500, 'internal_error')],
    ['a page', () => new Response('<!doctype html>')],
  ])('no request follows %s', async (_, answer) => {
    const sessions = [{ id: 'sess_1', status: 'active', user }];
    const { adapter, fetch } = answering(() => clientOf(sessions));
    await adapter.loadSession();
    fetch.mockImplementation(() => Promise.resolve(answer()));
    await expect(adapter.refreshSession?.()).rejects.toBeInstanceOf(Error);
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe('tokens', () => {
  it('tokens belong to the session, in maintenance too', async () => {
    const { adapter, api } = setUp({ signedInAs: ada.emailAddress });
    api.setMode('maintenance');
    expect(await adapter.getToken()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    await adapter.getToken('supa base');
    expect(api.requests.at(-1)).toMatchObject({
      path: expect.stringMatching(/\/tokens\/supa%20base$/) as unknown,
      kind: 'session',
    });
  });

  it('tokens are null for a signed-out user', async () => {
    expect(await setUp().adapter.getToken()).toBeNull();
  });
});

describe('maintenance', () => {
  it.each(['flat', 'envelope'] as const)(
    'the maintenance is recognized in the format "%s"',
    async (format) => {
      const { adapter, api } = setUp();
      api.setMode('maintenance', { format, retryAfter: 30, longMessage: 'New disks.' });
      await expect(adapter.signInWithPassword?.(credentials)).rejects.toMatchObject({
        name: 'SystemUnderMaintenance',
        longMessage: 'New disks.',
        retryAfterMs: 30_000,
      });
    },
  );

  it('the maintenance has the Response of fetch as its cause', async () => {
    const response = Response.json({ code: 'maintenance_mode' }, { status: 503 });
    const { adapter } = answering(() => response);
    await expect(adapter.signOut?.()).rejects.toSatisfy(
      (error) => error instanceof Error && error.cause === response,
    );
  });

  it('the maintenance is recognized after 5 seconds in a body that never ends', async () => {
    const limit = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
    const beginning = new TextEncoder().encode('{"code": "maintenance_mode", "longMessage": "New disks');
    const { adapter } = answering(
      () =>
        new Response(
          new ReadableStream({
            start: (body) => body.enqueue(beginning),
            pull: () => void setTimeout(() => limit.abort()),
          }),
          {
            status: 503,
          },
        ),
    );
    await expect(adapter.signOut?.()).rejects.toMatchObject({ name: 'SystemUnderMaintenance' });
    expect(timeout).toHaveBeenCalledWith(5_000);
    timeout.mockRestore();
  });

  it('a proxy’s page is not a maintenance', async () => {
    const { adapter, api } = setUp();
    api.setMode('maintenance', { format: 'html' });
    await expect(adapter.signInWithPassword?.(credentials)).rejects.toMatchObject({
      name: 'RequestFailedError',
      status: 503,
    });
  });
});

describe('errors', () => {
  it.each([
    ['form_identifier_not_found', 'identifier', 'invalid_credentials', 'identifier'],
    ['form_password_incorrect', 'password', 'invalid_credentials', 'password'],
    ['form_identifier_exists', 'email_address', 'identifier_taken', 'email'],
    ['form_password_length_too_short', 'password', 'password_too_weak', 'password'],
    ['form_password_pwned', 'password', 'password_too_weak', 'password'],
    ['form_param_format_invalid', 'first_name', 'invalid_input', 'firstName'],
    ['form_param_nil', undefined, 'invalid_input', undefined],
    ['user_locked', undefined, 'rate_limited', undefined],
    ['legal_not_accepted', 'legal_accepted', 'consent_required', 'legalConsent'],
    ['verification_not_sent', undefined, 'code_expired', undefined],
    ['client_state_invalid', undefined, 'flow_expired', undefined],
    ['account_transfer_invalid', undefined, 'flow_expired', undefined],
    ['oauth_account_already_connected', undefined, 'account_taken', undefined],
    ['organization_membership_plan_quota_exceeded', undefined, 'member_limit', undefined],
    ['organization_admin_delete_not_enabled', undefined, 'not_allowed', undefined],
    ['organization_invitation_not_pending', undefined, 'not_found', undefined],
    ['form_resource_not_found', undefined, 'not_found', undefined],
    ['sign_up_restricted_waitlist', undefined, 'not_allowed', undefined],
    ['user_delete_self_not_enabled', undefined, 'not_allowed', undefined],
    ['device_blocked', undefined, 'not_allowed', undefined],
    ['a_code_of_tomorrow', 'a_param_of_tomorrow', 'unexpected', undefined],
    ['constructor', 'toString', 'unexpected', undefined],
  ])('%s', async (backendCode, param, code, field) => {
    const { adapter } = answering(() => apiError(422, backendCode, param));
    const error: unknown = await adapter.signInWithPassword?.(credentials).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'AuthError', code, backendCode, status: 422 });
    expect(error).toHaveProperty('field', field);
  });

  it.each([
    ['with the API’s body', () => apiError(429, 'too_many_requests')],
    ['without', () => new Response('slow down', { status: 429 })],
  ])('429 is rate_limited %s', async (_, answer) => {
    await expect(answering(answer).adapter.signInWithPassword?.(credentials)).rejects.toMatchObject({
      name: 'AuthError',
      code: 'rate_limited',
    });
  });

  it('a second sign-in of one account is complete in a multi-session browser', async () => {
    const { adapter } = answering(() => apiError(400, 'identifier_already_signed_in'));
    expect(await adapter.signInWithPassword?.(credentials)).toEqual({ status: 'complete' });
  });

  it('a second sign-in is complete: the user stays signed in', async () => {
    const { adapter } = setUp({ signedInAs: ada.emailAddress });
    expect(await adapter.signInWithPassword?.(credentials)).toEqual({ status: 'complete' });
  });

  it.each([
    ['sign-in', 'needs_second_factor'],
    ['sign-up', 'missing_requirements'],
  ])('a %s requires another step: %s', async (operation, status) => {
    const { adapter } = answering(() => Response.json({ response: { status }, client: null }));
    const step =
      operation === 'sign-in'
        ? adapter.signInWithPassword?.(credentials)
        : adapter.signUp?.({ name: 'Ada', email: ada.emailAddress, password: ada.password });
    await expect(step).rejects.toMatchObject({
      name: 'AuthError',
      code: 'unexpected',
      backendCode: status,
    });
  });
});
