import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import { isAuthenticatorCode } from '../authenticator.ts';
import type { Backend } from '../backend.ts';
import { toSignInBody } from '../bodies/signIn.ts';
import type { SignInRecord } from '../flowRecords.ts';
import {
  assertSignedOut,
  closeOtherSessions,
  isTrue,
  readForm,
  required,
  respond,
  type RouteContext,
  type RouteEnv,
} from '../http.ts';
import { beginWithPasskey, passkeyOf } from '../passkeys.ts';
import { beginAtProvider, isProviderStrategy } from '../providers.ts';
import type { ClientRecord } from '../store.ts';
import { hasSecondFactor, primaryEmailAddress, type UserRecord } from '../userRecords.ts';
import { checkCode, verifiedBy, type VerificationRecord } from '../verification.ts';

/**
 * `/v1/client/sign_ins`: a sign-in begins with an identifier or at another service. It is complete after a first factor
 * is verified, and a second one if the user has one. A code for a forgotten password leads to a new password first.
 */
export function signInRoutes(backend: Backend): Hono<RouteEnv> {
  const { store, settings, accounts, mail } = backend;

  function begin(identifier: string | null, user: UserRecord | null): SignInRecord {
    return {
      id: store.newId('sia'),
      createdAt: store.now(),
      identifier,
      user,
      status: user ? 'needs_first_factor' : 'needs_identifier',
      firstFactor: null,
      secondFactor: null,
      createdSessionId: null,
      providerUser: null,
    };
  }

  /** Returns whether the device is new: the user has not proved access to the account's email. */
  function isNewDevice({ firstFactor, secondFactor }: SignInRecord): boolean {
    return settings.verifyNewDevices && firstFactor?.strategy === 'password' && !secondFactor;
  }

  /** Moves the sign-in to the step after a verified factor. */
  function advance(client: ClientRecord, signIn: SignInRecord): void {
    const user = userOf(signIn);
    const isNewPasswordDue = signIn.firstFactor?.strategy === 'reset_password_email_code';
    if (isNewPasswordDue && signIn.status === 'needs_first_factor') signIn.status = 'needs_new_password';
    else if (hasSecondFactor(user) && !signIn.secondFactor) signIn.status = 'needs_second_factor';
    else if (isNewDevice(signIn)) signIn.status = 'needs_client_trust';
    else {
      signIn.status = 'complete';
      signIn.createdSessionId = store.startSession(client, user).id;
    }
  }

  async function verifyPassword(signIn: SignInRecord, password: string): Promise<VerificationRecord> {
    const user = userOf(signIn);
    if (!user.password) throw new ApiError('strategy_for_user_invalid');
    if (!(await backend.hasPassword(user, password))) {
      throw new ApiError('form_password_incorrect', { param: 'password' });
    }
    return verifiedBy('password');
  }

  function sendCode(signIn: SignInRecord, strategy: string): VerificationRecord {
    const user = userOf(signIn);
    const address = primaryEmailAddress(user);
    const isForReset = strategy === 'reset_password_email_code';
    if (!address || (isForReset && !user.password)) throw new ApiError('strategy_for_user_invalid');
    if (strategy !== 'email_code' && !isForReset) throw new ApiError('strategy_for_user_invalid');
    backend.countCode();
    return mail.sendCode(address.emailAddress, strategy);
  }

  async function verifySecondFactor(user: UserRecord, strategy: string, code: string): Promise<void> {
    if (strategy === 'backup_code' && user.backupCodes.has(code)) {
      user.backupCodes = new Set([...user.backupCodes].filter((unused) => unused !== code));
      return;
    }
    const isRight =
      strategy === 'totp' &&
      user.authenticator !== null &&
      (await isAuthenticatorCode(user.authenticator.secret, code, store.now()));
    if (!isRight) throw new ApiError('form_code_incorrect', { param: 'code' });
  }

  return new Hono<RouteEnv>()
    .post('/', async (c) => {
      const { client } = c.var;
      assertSignedOut(c, backend);
      backend.countSignIn();
      const form = await readForm(c);
      const strategy = form.get('strategy') ?? '';
      if (isProviderStrategy(strategy)) {
        client.signIn = begin(null, null);
        client.signIn.firstFactor = beginAtProvider(backend, form);
        return respond(c, backend, toSignInBody(client.signIn));
      }

      if (strategy === 'passkey') {
        client.signIn = { ...begin(null, null), status: 'needs_first_factor' };
        client.signIn.firstFactor = beginWithPasskey(backend);
        return respond(c, backend, toSignInBody(client.signIn));
      }

      const identifier = required(form, 'identifier');
      const user = accounts.byIdentifier(identifier);
      if (!user) throw new ApiError('form_identifier_not_found', { param: 'identifier' });
      const signIn = begin(identifier, user);
      const password = form.get('password');
      if (password !== null) {
        signIn.firstFactor = await verifyPassword(signIn, password);
        advance(client, signIn);
      } else if (strategy !== '' && strategy !== 'password') {
        signIn.firstFactor = sendCode(signIn, strategy);
      }
      client.signIn = signIn;
      return respond(c, backend, toSignInBody(signIn));
    })
    .get('/:id', (c) => respond(c, backend, toSignInBody(find(c))))
    .post('/:id/prepare_first_factor', async (c) => {
      const signIn = find(c);
      signIn.firstFactor = sendCode(signIn, required(await readForm(c), 'strategy'));
      return respond(c, backend, toSignInBody(signIn));
    })
    .post('/:id/attempt_first_factor', async (c) => {
      const signIn = find(c);
      const form = await readForm(c);
      backend.countSignIn();
      const strategy = required(form, 'strategy');
      if (strategy === 'passkey') {
        signIn.user = passkeyOf(backend, required(form, 'public_key_credential'));
        signIn.firstFactor = verifiedBy(strategy);
      } else if (strategy === 'password') {
        signIn.firstFactor = await verifyPassword(signIn, required(form, 'password'));
      } else {
        checkCode(signIn.firstFactor, required(form, 'code'), store.now());
      }
      advance(c.var.client, signIn);
      return respond(c, backend, toSignInBody(signIn));
    })
    .post('/:id/reset_password', async (c) => {
      const signIn = find(c);
      const form = await readForm(c);
      const password = required(form, 'password');
      if (signIn.status !== 'needs_new_password') throw new ApiError('strategy_for_user_invalid');
      accounts.assertPassword(password, 'password');
      const user = userOf(signIn);
      user.password = await backend.hashPassword(password);
      if (isTrue(form, 'sign_out_of_other_sessions')) closeOtherSessions(backend, user);
      advance(c.var.client, signIn);
      return respond(c, backend, toSignInBody(signIn));
    })
    .post('/:id/prepare_second_factor', async (c) => {
      const signIn = find(c);
      const strategy = required(await readForm(c), 'strategy');
      if (signIn.status !== 'needs_client_trust') throw new ApiError('strategy_for_user_invalid');
      signIn.secondFactor = sendCode(signIn, strategy);
      return respond(c, backend, toSignInBody(signIn));
    })
    .post('/:id/attempt_second_factor', async (c) => {
      const signIn = find(c);
      const form = await readForm(c);
      backend.countSignIn();
      const strategy = required(form, 'strategy');
      const code = required(form, 'code');
      if (signIn.status === 'needs_client_trust') {
        checkCode(signIn.secondFactor, code, store.now());
      } else if (signIn.status === 'needs_second_factor') {
        await verifySecondFactor(userOf(signIn), strategy, code);
        signIn.secondFactor = verifiedBy(strategy);
      } else throw new ApiError('strategy_for_user_invalid');
      advance(c.var.client, signIn);
      return respond(c, backend, toSignInBody(signIn));
    });
}

function find(c: RouteContext): SignInRecord {
  const { signIn } = c.var.client;
  if (!signIn || signIn.id !== c.req.param('id')) throw new ApiError('resource_not_found');
  return signIn;
}

function userOf({ user }: SignInRecord): UserRecord {
  if (!user) throw new ApiError('strategy_for_user_invalid');
  return user;
}
