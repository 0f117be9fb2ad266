// @vitest-environment node
import { createAuthClient } from 'better-auth/client';
import { organizationClient } from 'better-auth/client/plugins';
import { createAuthClient as createReactAuthClient } from 'better-auth/react';
import { describe, expect, it, vi } from 'vitest';
import { betterAuthAdapter, type BetterAuthClient } from '../../src/adapters/betterAuth.ts';
import { KitError } from '../../src/protocol/KitError.ts';

const baseURL = 'https://app.example';
const credentials = { identifier: 'ada@example.com', password: 'correct horse' };
const details = { name: 'Ada', email: 'ada@example.com', password: 'correct horse' };
const user = { id: 'user_1', name: 'Ada', email: 'ada@example.com', image: null };

/** Creates a real client whose requests all have the same answer, or one after the other. */
function answering(...answers: (() => Response)[]) {
  const fetch = vi.fn<typeof globalThis.fetch>();
  for (const answer of answers.slice(0, -1)) fetch.mockImplementationOnce(() => Promise.resolve(answer()));
  const last = answers.at(-1);
  fetch.mockImplementation(() =>
    last ? Promise.resolve(last()) : Promise.reject(new TypeError('no answer')),
  );
  const client = createAuthClient({ baseURL, fetchOptions: { customFetchImpl: fetch } });
  return { fetch, adapter: betterAuthAdapter(client) };
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });

describe('the client', () => {
  it.each<[string, BetterAuthClient]>([
    ['vanilla', createAuthClient()],
    ['React', createReactAuthClient({ baseURL, plugins: [organizationClient()] })],
    ['one that throws', createAuthClient({ fetchOptions: { throw: true } })],
  ])('the client may be created for %s', (_, client) => {
    expect(betterAuthAdapter(client)).toMatchObject({ name: 'better-auth', baseUrl: '/api/auth' });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['the server’s instance', { handler: () => new Response(), api: {} }],
    ['half a client', { getSession: () => {}, signIn: {} }],
    ['its base URL', 'https://app.example'],
  ])('the client is not %s', (_, client) => {
    const create = () => betterAuthAdapter(client as unknown as BetterAuthClient);
    expect(create).toThrow(KitError);
    expect(create).toThrow('MK302');
  });

  it('the adapter takes a separate base URL', () => {
    const adapter = betterAuthAdapter(createAuthClient({ baseURL }), { baseUrl: `${baseURL}/api/auth` });
    expect(adapter.baseUrl).toBe('https://app.example/api/auth');
  });

  it('the client keeps its own hooks', async () => {
    const onError = vi.fn<(context: { response: Response }) => void>();
    const client = createAuthClient({
      baseURL,
      fetchOptions: { onError, customFetchImpl: () => Promise.resolve(json({ code: 'X' }, 422)()) },
    });
    await expect(betterAuthAdapter(client).signOut?.()).rejects.toMatchObject({ code: 'unexpected' });
    expect(onError).toHaveBeenCalledTimes(1);
  });
});

describe('the check', () => {
  it('the check exists with a URL', () => {
    expect(answering().adapter.checkService).toBeUndefined();
  });

  it('the check uses the current global fetch without a cache', async () => {
    const adapter = betterAuthAdapter(createAuthClient({ baseURL }), { checkUrl: '/api/maintenance' });
    const fetch = vi.fn<typeof globalThis.fetch>(() =>
      Promise.resolve(Response.json({ maintenance_mode: true })),
    );
    vi.stubGlobal('fetch', fetch);
    expect(await adapter.checkService?.()).toBe('maintenance');
    expect(fetch).toHaveBeenCalledExactlyOnceWith('/api/maintenance', { cache: 'no-store', signal: null });
  });
});

describe('the session', () => {
  it('the session is read from get-session', async () => {
    const { adapter, fetch } = answering(json({ session: { id: 'sess_1', token: 'secret' }, user }));
    expect(await adapter.loadSession()).toEqual({
      id: 'sess_1',
      user: { id: 'user_1', name: 'Ada', email: 'ada@example.com' },
    });
    expect(fetch.mock.lastCall?.[0]).toEqual(new URL('https://app.example/api/auth/get-session'));
  });

  it('the session request skips the cache and aborts with the signal', async () => {
    const { adapter, fetch } = answering(json(null));
    const { signal } = new AbortController();
    await adapter.loadSession({ signal });
    expect(fetch.mock.lastCall?.[1]).toMatchObject({ cache: 'no-store', signal });
  });

  it.each([
    ['the JSON null', json(null)],
    ['a 401 with better-auth’s code for an expired session', json({ code: 'SESSION_EXPIRED' }, 401)],
    ['a 401 with better-auth’s code for a deleted session', json({ code: 'FAILED_TO_GET_SESSION' }, 401)],
  ])('the session is null: %s', async (_, answer) => {
    expect(await answering(answer).adapter.loadSession()).toBeNull();
  });

  it.each([
    ['nothing at all', () => new Response()],
    ['nothing, as JSON', () => new Response('', { headers: { 'content-type': 'application/json' } })],
    [
      'the text "undefined"',
      () => new Response('undefined', { headers: { 'content-type': 'application/json' } }),
    ],
    [
      'a page that calls itself JSON',
      () => new Response('<!doctype html>', { headers: { 'content-type': 'application/json' } }),
    ],
    ['bytes', () => new Response('null', { headers: { 'content-type': 'application/octet-stream' } })],
    ['204', () => new Response(null, { status: 204 })],
    ['a session without a user', json({ session: { id: 'sess_1' } })],
    ['a 401 without a code', json({ message: 'no' }, 401)],
    ['a 401 of a firewall', json({ code: 'CLOUDFLARE_BLOCKED' }, 401)],
    ['a 401 of a gateway', json({ code: 'UNAUTHORIZED' }, 401)],
    ['a 401 with the code of a maintenance', json({ code: 'maintenance_mode' }, 401)],
    ['a 401 with a name of Object.prototype', json({ code: 'constructor' }, 401)],
    ['a 401 with a code that is no text', json({ code: 401 }, 401)],
    ['a 403', json({ code: 'FORBIDDEN' }, 403)],
    ['a 500 with a code', json({ code: 'FAILED_TO_GET_SESSION' }, 500)],
  ])('the session is unanswered: %s', async (_, answer) => {
    await expect(answering(answer).adapter.loadSession()).rejects.toBeInstanceOf(Error);
  });
});

describe('signing in and up', () => {
  it.each([
    ['a second factor', { twoFactorRedirect: true, twoFactorMethods: ['totp'] }],
    ['a page', '<!doctype html>'],
  ])('a sign-in is not complete with %s', async (_, body) => {
    const { adapter } = answering(json(body));
    await expect(adapter.signInWithPassword?.(credentials)).rejects.toBeInstanceOf(Error);
  });

  it('a sign-up without a session signs in', async () => {
    const { adapter, fetch } = answering(json({ token: null, user }), json({ token: 'secret', user }));
    expect(await adapter.signUp?.(details)).toEqual({ status: 'complete' });
    expect(fetch.mock.calls.map(([url]) => (url as URL).pathname)).toEqual([
      '/api/auth/sign-up/email',
      '/api/auth/sign-in/email',
    ]);
  });

  it('a sign-up that must be confirmed leads to the sign-in', async () => {
    const { adapter } = answering(json({ token: null, user }), json({ code: 'EMAIL_NOT_VERIFIED' }, 403));
    expect(await adapter.signUp?.(details)).toEqual({ status: 'needs-sign-in', confirmEmail: true });
  });
});

describe('maintenance', () => {
  it.each([
    ['flat', { code: 'maintenance_mode', shortMessage: 'Back soon', longMessage: 'New disks.' }],
    [
      'envelope',
      { errors: [{ code: 'maintenance_mode', message: 'Back soon', long_message: 'New disks.' }] },
    ],
  ])(
    'the maintenance is recognized in the format "%s", with the Response of fetch as its cause',
    async (_, body) => {
      const response = Response.json(body, { status: 503, headers: { 'retry-after': '30' } });
      const { adapter } = answering(() => response);
      const error: unknown = await adapter
        .updateUser?.({ name: 'Augusta' })
        .catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        name: 'SystemUnderMaintenance',
        shortMessage: 'Back soon',
        longMessage: 'New disks.',
        retryAfterMs: 30_000,
      });
      expect((error as Error).cause).toBe(response);
    },
  );

  it('the maintenance is recognized in a client that calls no hook', async () => {
    const result = { data: null, error: { status: 503, code: 'maintenance_mode' } };
    const operation = () => Promise.resolve(result);
    const adapter = betterAuthAdapter({
      getSession: operation,
      signIn: { email: operation },
      signUp: { email: operation },
      signOut: operation,
      updateUser: operation,
    });
    await expect(adapter.signOut?.()).rejects.toMatchObject({ name: 'SystemUnderMaintenance' });
  });

  it('user data with another status is not a maintenance', async () => {
    const { adapter } = answering(json({ code: 'maintenance_mode' }, 422));
    await expect(adapter.updateUser?.({ name: 'x' })).rejects.toMatchObject({ name: 'AuthError' });
  });
});

describe('errors', () => {
  it.each([
    ['INVALID_EMAIL_OR_PASSWORD', 401, 'invalid_credentials', undefined],
    ['USER_ALREADY_EXISTS', 422, 'identifier_taken', 'email'],
    ['USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL', 422, 'identifier_taken', 'email'],
    ['PASSWORD_TOO_SHORT', 400, 'password_too_weak', 'password'],
    ['PASSWORD_TOO_LONG', 400, 'password_too_weak', 'password'],
    ['INVALID_EMAIL', 400, 'invalid_input', 'email'],
    ['VALIDATION_ERROR', 400, 'invalid_input', undefined],
    ['A_CODE_OF_TOMORROW', 400, 'unexpected', undefined],
    ['toString', 400, 'unexpected', undefined],
  ])('%s', async (backendCode, status, code, field) => {
    const { adapter } = answering(json({ code: backendCode, message: 'raw text' }, status));
    const error: unknown = await adapter.signUp?.(details).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'AuthError', code, backendCode, status });
    expect(error).toHaveProperty('field', field);
  });

  it('a malformed address in a sign-in is an error of the identifier', async () => {
    const { adapter } = answering(json({ code: 'INVALID_EMAIL' }, 400));
    await expect(adapter.signInWithPassword?.(credentials)).rejects.toMatchObject({
      code: 'invalid_input',
      field: 'identifier',
    });
  });

  it('a 429 needs no code', async () => {
    const { adapter } = answering(json({ message: 'Too many requests.' }, 429));
    await expect(adapter.signInWithPassword?.(credentials)).rejects.toMatchObject({
      name: 'AuthError',
      code: 'rate_limited',
    });
  });

  it('a failure of the server is not an AuthError', async () => {
    const { adapter } = answering(json({ code: 'FAILED_TO_CREATE_USER' }, 500));
    await expect(adapter.signUp?.(details)).rejects.toMatchObject({
      name: 'RequestFailedError',
      status: 500,
    });
  });

  it('a dropped connection rejects with the client’s error', async () => {
    await expect(answering().adapter.signOut?.()).rejects.toThrow(new TypeError('no answer'));
  });
});
