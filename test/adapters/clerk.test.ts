// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clerkAdapter, type ClerkSdk, type ClerkSession, type ClerkUser } from '../../src/adapters/clerk.ts';
import { createMaintenanceMonitor } from '../../src/monitor/createMaintenanceMonitor.ts';
import { watchFetch } from '../../src/monitor/watchFetch.ts';
import { KitError } from '../../src/protocol/KitError.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

// test/clerk tests the published SDK. Here a fake SDK does what each test defines.

const root = 'https://clerk.app.example';
const user = { id: 'user_1', email_addresses: [{ id: 'idn_1', email_address: 'ada@example.com' }] };
const session = { id: 'sess_1', status: 'active', user };
const client = { sessions: [session], last_active_session_id: 'sess_1', sign_in: null };

/** Returns a fetch with the API's answers by request: "POST /client/sign_ins". */
function answering(answers: Readonly<Record<string, () => Response>>): typeof fetch {
  const answer = vi.fn<typeof fetch>((input, init) => {
    const { pathname, searchParams } = new URL(input as string);
    const method = searchParams.get('_method') ?? init?.method ?? 'GET';
    const found = answers[`${method} ${pathname.replace('/v1', '')}`];
    return found ? Promise.resolve(found()) : Promise.reject(new TypeError('Failed to fetch'));
  });
  vi.stubGlobal('fetch', answer);
  return answer;
}

const ok = (response: unknown) => () => Response.json({ response, client: null });
const signedIn = { 'GET /client': ok(client) };

/** Sends as the SDK does, and reads the whole answer. */
async function send(path: string, method = 'POST'): Promise<void> {
  const isTunnelled = !['GET', 'POST'].includes(method);
  const response = await fetch(`${root}/v1${path}${isTunnelled ? `?_method=${method}` : ''}`, {
    method: method === 'GET' ? 'GET' : 'POST',
  });
  await response.text();
}

const nothing = () => Promise.resolve();

/** Creates a fake SDK with these members only. */
function createSdk(members: Partial<Omit<ClerkSdk, 'user'>> & { readonly user?: object } = {}): ClerkSdk {
  return {
    loaded: true,
    publishableKey: 'pk_live_',
    frontendApi: 'clerk.app.example',
    session: { id: 'sess_1' } as ClerkSession,
    client: { sessions: [], reload: () => send('/client', 'GET') } as unknown as ClerkSdk['client'],
    setActive: nothing,
    buildUrlWithAuth: (url) => `${url}?known`,
    createOrganization: nothing,
    getOrganization: () => Promise.reject(new Error('There is none.')),
    ...members,
    user: { id: 'user_1', ...members.user } as unknown as ClerkUser,
  };
}

/** Creates a fake SDK whose sign-in runs this function. */
function withSignIn(create: (params: object) => Promise<unknown>, more: object = {}): ClerkSdk {
  return createSdk({ client: { signIn: { create, ...more } } as unknown as ClerkSdk['client'] });
}

const credentials = { identifier: 'ada@example.com', password: 'correct horse' };
const signInWith = (clerk: ClerkSdk) => clerkAdapter(clerk).signInWithPassword?.(credentials);

describe('the SDK object', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a key', 'pk_test_123'],
    ['the backend of the SDK', { users: {}, sessions: {} }],
  ])('the object is not %s', (_, value) => {
    const adapt = () => clerkAdapter(value as unknown as ClerkSdk);
    expect(adapt).toThrow(KitError);
    expect(adapt).toThrow(/MK303.*clerk-js/);
  });

  it('the object must have loaded', () => {
    expect(() => clerkAdapter(createSdk({ loaded: false }))).toThrow(/MK304.*ClerkLoaded/);
  });
});

describe('the base URL', () => {
  it.each<[where: string, members: Partial<ClerkSdk>, baseUrl: string]>([
    ['the host of the key', {}, 'https://clerk.app.example'],
    ['a proxy', { proxyUrl: 'https://app.example/__clerk/' }, 'https://app.example/__clerk'],
    ['a proxy of the page', { proxyUrl: '/__clerk' }, '/__clerk'],
    ['the domain of a satellite', { domain: 'clerk.satellite.example' }, 'https://clerk.satellite.example'],
    [
      'the host of the key, in development',
      { domain: 'clerk.satellite.example', publishableKey: 'pk_test_' },
      'https://clerk.app.example',
    ],
  ])('the base URL is %s', (_, members, baseUrl) => {
    expect(clerkAdapter({ ...createSdk(), ...members }).baseUrl).toBe(baseUrl);
  });
});

describe('captured responses', () => {
  it('a capture restores fetch', async () => {
    const before = answering(signedIn);
    const adapter = clerkAdapter(createSdk());
    await Promise.all([adapter.loadSession(), adapter.loadSession()]);
    expect(fetch).toBe(before);
  });

  it('a capture keeps the name and the length of fetch, and the promises of other requests', async () => {
    answering(signedIn);
    const answer = Promise.resolve(Response.json({}));
    const before = fetch;
    const own: typeof fetch = (input, init) =>
      input === 'https://app.example/notes' ? answer : before(input, init);
    vi.stubGlobal('fetch', own);
    const seen: unknown[] = [];
    await duringCall(() =>
      seen.push(fetch.name, fetch.length, fetch('https://app.example/notes') === answer),
    );
    expect(seen).toEqual([own.name, own.length, true]);
  });

  it('a capture restores fetch even if an observer mounts during the call', async () => {
    const before = answering(signedIn);
    const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
    let stop = (): void => {};
    await duringCall(() => {
      stop = watchFetch(monitor);
    });
    stop();
    expect(fetch).toBe(before);
  });

  it('a capture leaves a patch in place that was installed during the call', async () => {
    answering(signedIn);
    const patched: string[] = [];
    const clerk = createSdk({
      client: {
        reload() {
          const inner = globalThis.fetch;
          globalThis.fetch = (input, init) => {
            patched.push(input as string);
            return inner(input, init);
          };
          return send('/client', 'GET');
        },
      } as unknown as ClerkSdk['client'],
    });
    expect(await clerkAdapter(clerk).loadSession()).toMatchObject({ id: 'sess_1' });
    await fetch(`${root}/v1/client`);
    expect(patched).toEqual([`${root}/v1/client`, `${root}/v1/client`]);
  });

  it('a captured request has its effective method', async () => {
    answering({ 'DELETE /client/sessions': ok({}) });
    const removeSessions = () => send('/client/sessions', 'DELETE');
    const clerk = createSdk({ client: { removeSessions } as unknown as ClerkSdk['client'] });
    await expect(clerkAdapter(clerk).signOut?.()).resolves.toBeUndefined();
  });

  it('the last answer to a repeated request counts', async () => {
    let isFirst = true;
    answering({
      'POST /client/sign_ins': () => {
        const challenge = { errors: [{ code: 'requires_captcha' }] };
        const response = isFirst ? Response.json(challenge, { status: 401 }) : ok({ status: 'complete' })();
        isFirst = false;
        return response;
      },
    });
    const clerk = withSignIn(async () => {
      await send('/client/sign_ins');
      await send('/client/sign_ins');
    });
    expect(await signInWith(clerk)).toEqual({ status: 'complete' });
  });

  it('the response counts more than the SDK’s result', async () => {
    answering({ 'POST /client/sign_ins': ok({ status: 'complete' }) });
    const clerk = withSignIn(async () => {
      await send('/client/sign_ins');
      throw new Error('The SDK stumbled.');
    });
    expect(await signInWith(clerk)).toEqual({ status: 'complete' });
  });
});

describe('an SDK call without a captured response', () => {
  const apiError = (status: number, ...errors: object[]) =>
    Object.assign(new Error('…'), { clerkError: true, code: 'api_response_error', status, errors });

  it.each<[what: string, error: unknown, expected: object]>([
    [
      'a maintenance',
      apiError(503, { code: 'maintenance_mode', message: 'Later', longMessage: 'Come back later.' }),
      { name: 'SystemUnderMaintenance', shortMessage: 'Later', longMessage: 'Come back later.' },
    ],
    ['a proxy', apiError(503), { name: 'RequestFailedError', status: 503 }],
    [
      'an error of the API',
      apiError(422, { code: 'form_password_incorrect', meta: { paramName: 'password' } }),
      { name: 'AuthError', code: 'invalid_credentials', field: 'password', status: 422 },
    ],
    ['a broken connection', new Error('ClerkJS: Network error'), { name: 'RequestFailedError' }],
  ])('the SDK’s error decides: %s', async (_, error, expected) => {
    await expect(signInWith(withSignIn(() => Promise.reject(error as Error)))).rejects.toMatchObject(
      expected,
    );
  });

  it('a call without a response fails even if the SDK resolves, as it does when it considers itself offline', async () => {
    await expect(signInWith(withSignIn(nothing))).rejects.toMatchObject({ name: 'RequestFailedError' });
  });

  it('a call is signed_out for a signed-out user', async () => {
    const clerk = { ...createSdk(), user: null };
    await expect(clerkAdapter(clerk).updateUser?.({ name: 'Ada' })).rejects.toMatchObject({
      name: 'AuthError',
      code: 'signed_out',
    });
  });
});

describe('the session', () => {
  const setActive = vi.fn<ClerkSdk['setActive']>(nothing);
  afterEach(() => setActive.mockClear());

  it('the session is passed to an SDK that doesn’t have it', async () => {
    answering(signedIn);
    const clerk = createSdk({ session: null, setActive });
    await clerkAdapter(clerk).loadSession();
    expect(setActive).toHaveBeenCalledWith({ session: 'sess_1' });
  });

  it('the session is removed from an SDK that still has it', async () => {
    answering({ 'GET /client': ok({ sessions: [] }) });
    const clerk = createSdk({ setActive });
    expect(await clerkAdapter(clerk).loadSession()).toBeNull();
    expect(setActive).toHaveBeenCalledWith({ session: null });
  });

  it('the SDK stays unchanged if it has the session, and if the session is unknown', async () => {
    answering(signedIn);
    const clerk = createSdk({ setActive });
    await clerkAdapter(clerk).loadSession();
    answering({});
    await expect(clerkAdapter(clerk).loadSession()).rejects.toMatchObject({ name: 'RequestFailedError' });
    expect(setActive).not.toHaveBeenCalled();
  });
});

describe('a passkey', () => {
  const began = { 'POST /client/sign_ins': ok({ id: 'sia_1', status: 'needs_first_factor' }) };

  it('a passkey that the user canceled is passkey_canceled', async () => {
    answering(began);
    const clerk = withSignIn(nothing, {
      async authenticateWithPasskey() {
        await send('/client/sign_ins');
        throw Object.assign(new Error('…'), { clerkError: true, code: 'passkey_retrieval_cancelled' });
      },
    });
    await expect(clerkAdapter(clerk).signInWithPasskey?.()).rejects.toMatchObject({
      name: 'AuthError',
      code: 'passkey_canceled',
    });
  });

  it('a passkey can lead to a second factor', async () => {
    const waiting = {
      id: 'sia_1',
      status: 'needs_second_factor',
      supported_second_factors: [{ strategy: 'totp' }],
    };
    answering({
      ...began,
      'POST /client/sign_ins/sia_1/attempt_first_factor': ok(waiting),
      'GET /client': ok({ ...client, sign_in: waiting }),
    });
    const clerk = createSdk({
      client: {
        reload: () => send('/client', 'GET'),
        signIn: {
          async authenticateWithPasskey() {
            await send('/client/sign_ins');
            await send('/client/sign_ins/sia_1/attempt_first_factor');
          },
        },
      } as unknown as ClerkSdk['client'],
    });
    expect(await clerkAdapter(clerk).signInWithPasskey?.()).toEqual({
      status: 'needs-second-factor',
      factors: ['authenticator'],
    });
  });
});

describe('a provider', () => {
  it('the return URL lets the instance recognize the browser', async () => {
    const create = vi.fn<(params: object) => Promise<void>>(() => send('/client/sign_ins'));
    answering({
      'POST /client/sign_ins': ok({
        first_factor_verification: { external_verification_redirect_url: 'https://provider.example' },
      }),
    });
    const adapter = clerkAdapter(withSignIn(create));
    await adapter.signInWithProvider?.({ provider: 'google', returnUrl: 'https://app.example/back' });
    expect(create).toHaveBeenCalledWith({
      strategy: 'oauth_google',
      redirectUrl: 'https://app.example/back?known',
      actionCompleteRedirectUrl: 'https://app.example/back',
    });
  });
});

describe('an item that the SDK can revoke only after listing it', () => {
  it('the list is loaded first if it is missing', async () => {
    const sent = answering({
      'GET /me/sessions/active': () => Response.json([{ id: 'sess_2' }]),
      'POST /me/sessions/sess_2/revoke': ok({}),
    });
    const revoke = () => send('/me/sessions/sess_2/revoke');
    const clerk = createSdk({
      user: {
        async getSessions() {
          await send('/me/sessions/active', 'GET');
          return [{ id: 'sess_2', revoke }];
        },
      },
    });
    const adapter = clerkAdapter(clerk);
    await adapter.revokeDevice?.({ id: 'sess_2' });
    await adapter.revokeDevice?.({ id: 'sess_2' });
    expect(sent).toHaveBeenCalledTimes(3);
  });

  it("a list that fails to load, which the SDK treats as empty, doesn't make the item missing", async () => {
    const maintenance = { code: 'maintenance_mode', shortMessage: 'Later', longMessage: 'Come back later.' };
    answering({ 'GET /me/sessions/active': () => Response.json(maintenance, { status: 503 }) });
    const clerk = createSdk({
      user: { getSessions: () => send('/me/sessions/active', 'GET').then(() => []) },
    });
    await expect(clerkAdapter(clerk).revokeDevice?.({ id: 'sess_2' })).rejects.toMatchObject({
      name: 'SystemUnderMaintenance',
    });
  });
});

describe('additional fields', () => {
  const supports = (sdk: ClerkSdk) => clerkAdapter(sdk).supportsAdditionalFields;

  it('are supported by an SDK that merges metadata, and by every SDK for a signed-out user', () => {
    expect(supports(createSdk({ user: { updateMetadata: nothing } }))).toBe(true);
    expect(supports({ ...createSdk(), user: null })).toBe(true);
    expect(supports(createSdk())).toBe(false);
  });
});

/** Runs `look` during an SDK call. */
async function duringCall(look: () => void): Promise<void> {
  const reload = async () => {
    look();
    await send('/client', 'GET');
  };
  await clerkAdapter(createSdk({ client: { reload } as unknown as ClerkSdk['client'] })).loadSession();
}
