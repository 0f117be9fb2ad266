// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clerkAdapter, type ClerkSdk, type ClerkSession, type ClerkUser } from '../../src/adapters/clerk.ts';
import { createMaintenanceMonitor } from '../../src/monitor/createMaintenanceMonitor.ts';
import { watchFetch } from '../../src/monitor/watchFetch.ts';
import { KitError } from '../../src/protocol/KitError.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

// What the published SDK does is tested in test/clerk. Here it is told what to do.

const root = 'https://clerk.app.example';
const user = { id: 'user_1', email_addresses: [{ id: 'idn_1', email_address: 'ada@example.com' }] };
const session = { id: 'sess_1', status: 'active', user };
const client = { sessions: [session], last_active_session_id: 'sess_1', sign_in: null };

/** What the API answers, by request: "POST /client/sign_ins". */
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

afterEach(() => vi.unstubAllGlobals());

const ok = (response: unknown) => () => Response.json({ response, client: null });
const signedIn = { 'GET /client': ok(client) };

/** Sends as the SDK does, and reads the answer to its end. */
async function send(path: string, method = 'POST'): Promise<void> {
  const isTunnelled = !['GET', 'POST'].includes(method);
  const response = await fetch(`${root}/v1${path}${isTunnelled ? `?_method=${method}` : ''}`, {
    method: method === 'GET' ? 'GET' : 'POST',
  });
  await response.text();
}

const nothing = () => Promise.resolve();

/** An SDK that does as it is told, and nothing else. */
function createSdk(told: Partial<Omit<ClerkSdk, 'user'>> & { readonly user?: object } = {}): ClerkSdk {
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
    ...told,
    user: { id: 'user_1', ...told.user } as unknown as ClerkUser,
  };
}

/** An SDK whose sign-in does this, whatever it is given. */
function withSignIn(create: (params: object) => Promise<unknown>, more: object = {}): ClerkSdk {
  return createSdk({ client: { signIn: { create, ...more } } as unknown as ClerkSdk['client'] });
}

const credentials = { identifier: 'ada@example.com', password: 'correct horse' };
const signInWith = (clerk: ClerkSdk) => clerkAdapter(clerk).signInWithPassword?.(credentials);

describe('what it takes', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a key', 'pk_test_123'],
    ['the backend of the SDK', { users: {}, sessions: {} }],
  ])('is not %s', (_, value) => {
    const adapt = () => clerkAdapter(value as unknown as ClerkSdk);
    expect(adapt).toThrow(KitError);
    expect(adapt).toThrow(/MK303.*clerk-js/);
  });

  it('has loaded', () => {
    expect(() => clerkAdapter(createSdk({ loaded: false }))).toThrow(/MK304.*ClerkLoaded/);
  });
});

describe('where it asks', () => {
  it.each<[where: string, told: Partial<ClerkSdk>, baseUrl: string]>([
    ['the host of the key', {}, 'https://clerk.app.example'],
    ['a proxy', { proxyUrl: 'https://app.example/__clerk/' }, 'https://app.example/__clerk'],
    ['a proxy of the page', { proxyUrl: '/__clerk' }, '/__clerk'],
    ['the domain of a satellite', { domain: 'clerk.satellite.example' }, 'https://clerk.satellite.example'],
    [
      'the host of the key, in development',
      { domain: 'clerk.satellite.example', publishableKey: 'pk_test_' },
      'https://clerk.app.example',
    ],
  ])('is %s', (_, told, baseUrl) => {
    expect(clerkAdapter({ ...createSdk(), ...told }).baseUrl).toBe(baseUrl);
  });
});

describe('what it hears', () => {
  it('leaves fetch as it was', async () => {
    const before = answering(signedIn);
    const adapter = clerkAdapter(createSdk());
    await Promise.all([adapter.loadSession(), adapter.loadSession()]);
    expect(fetch).toBe(before);
  });

  /** Runs `look` in the middle of a call of the SDK. */
  async function duringCall(look: () => void): Promise<void> {
    const reload = async () => {
      look();
      await send('/client', 'GET');
    };
    await clerkAdapter(createSdk({ client: { reload } as unknown as ClerkSdk['client'] })).loadSession();
  }

  it('keeps the name and the length of fetch, and the promises of other requests', async () => {
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

  it('leaves fetch as it was although an observer is mounted during a call', async () => {
    const before = answering(signedIn);
    const monitor = createMaintenanceMonitor({ platform: createFakePlatform() });
    let stop = (): void => {};
    await duringCall(() => {
      stop = watchFetch(monitor);
    });
    stop();
    expect(fetch).toBe(before);
  });

  it('stays out of the way of what was patched while it listened', async () => {
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

  it('is the method that was meant', async () => {
    answering({ 'DELETE /client/sessions': ok({}) });
    const removeSessions = () => send('/client/sessions', 'DELETE');
    const clerk = createSdk({ client: { removeSessions } as unknown as ClerkSdk['client'] });
    await expect(clerkAdapter(clerk).signOut?.()).resolves.toBeUndefined();
  });

  it('is the last answer to a request that is repeated', async () => {
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

  it('counts more than what the SDK makes of it', async () => {
    answering({ 'POST /client/sign_ins': ok({ status: 'complete' }) });
    const clerk = withSignIn(async () => {
      await send('/client/sign_ins');
      throw new Error('The SDK stumbled.');
    });
    expect(await signInWith(clerk)).toEqual({ status: 'complete' });
  });
});

describe('a call of the SDK that no answer was heard to', () => {
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
      'a refusal',
      apiError(422, { code: 'form_password_incorrect', meta: { paramName: 'password' } }),
      { name: 'AuthError', code: 'invalid_credentials', field: 'password', status: 422 },
    ],
    ['a broken connection', new Error('ClerkJS: Network error'), { name: 'RequestFailedError' }],
  ])('is told by its error: %s', async (_, error, expected) => {
    await expect(signInWith(withSignIn(() => Promise.reject(error as Error)))).rejects.toMatchObject(
      expected,
    );
  });

  it('settles nothing although it passes for done, as it does where the SDK takes the browser for offline', async () => {
    await expect(signInWith(withSignIn(nothing))).rejects.toMatchObject({ name: 'RequestFailedError' });
  });

  it('is a refusal where nobody is signed in', async () => {
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

  it('is handed to an SDK that does not know it', async () => {
    answering(signedIn);
    const clerk = createSdk({ session: null, setActive });
    await clerkAdapter(clerk).loadSession();
    expect(setActive).toHaveBeenCalledWith({ session: 'sess_1' });
  });

  it('is taken from an SDK that still has it', async () => {
    answering({ 'GET /client': ok({ sessions: [] }) });
    const clerk = createSdk({ setActive });
    expect(await clerkAdapter(clerk).loadSession()).toBeNull();
    expect(setActive).toHaveBeenCalledWith({ session: null });
  });

  it('is left alone where the SDK knows it, and where nothing is known', async () => {
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

  it('that the person took back is no answer of the API', async () => {
    answering(began);
    const clerk = withSignIn(nothing, {
      async authenticateWithPasskey() {
        await send('/client/sign_ins');
        throw Object.assign(new Error('…'), { clerkError: true, code: 'passkey_retrieval_cancelled' });
      },
    });
    await expect(clerkAdapter(clerk).signInWithPasskey?.()).rejects.toMatchObject({
      name: 'AuthError',
      code: 'passkey_cancelled',
    });
  });

  it('may lead to a second factor', async () => {
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

describe('another service', () => {
  it('is told a way back by which the instance knows the browser again', async () => {
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

describe('what the SDK revokes only once it has listed it', () => {
  it('is listed first where it was not', async () => {
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

  it('is not called missing while the list cannot be had, which the SDK takes for an empty one', async () => {
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
