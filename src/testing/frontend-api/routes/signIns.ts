import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
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
import { advance, begin, sendCode, userOf, verifyPassword, verifySecondFactor } from '../signInSteps.ts';
import { checkCode, verifiedBy } from '../verification.ts';

/**
 * `/v1/client/sign_ins`: a sign-in begins with an identifier or at a provider. It is complete after a first factor is
 * verified, and a second one if the user has one. A code for a forgotten password leads to a new password first.
 */
export function signInRoutes(backend: Backend): Hono<RouteEnv> {
  const { store, accounts } = backend;

  return new Hono<RouteEnv>()
    .post('/', async (c) => {
      const { client } = c.var;
      assertSignedOut(c, backend);
      backend.countSignIn();
      const form = await readForm(c);
      const strategy = form.get('strategy') ?? '';
      if (isProviderStrategy(strategy)) {
        client.signIn = begin(backend, null, null);
        client.signIn.firstFactor = beginAtProvider(backend, form);
        return respond(c, backend, toSignInBody(client.signIn));
      }

      if (strategy === 'passkey') {
        client.signIn = { ...begin(backend, null, null), status: 'needs_first_factor' };
        client.signIn.firstFactor = beginWithPasskey(backend);
        return respond(c, backend, toSignInBody(client.signIn));
      }

      const identifier = required(form, 'identifier');
      const user = accounts.byIdentifier(identifier);
      if (!user) throw new ApiError('form_identifier_not_found', { param: 'identifier' });
      const signIn = begin(backend, identifier, user);
      const password = form.get('password');
      if (password !== null) {
        signIn.firstFactor = await verifyPassword(backend, signIn, password);
        advance(backend, client, signIn);
      } else if (strategy !== '' && strategy !== 'password') {
        signIn.firstFactor = sendCode(backend, signIn, strategy);
      }
      client.signIn = signIn;
      return respond(c, backend, toSignInBody(signIn));
    })
    .get('/:id', (c) => respond(c, backend, toSignInBody(find(c))))
    .post('/:id/prepare_first_factor', async (c) => {
      const signIn = find(c);
      signIn.firstFactor = sendCode(backend, signIn, required(await readForm(c), 'strategy'));
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
        signIn.firstFactor = await verifyPassword(backend, signIn, required(form, 'password'));
      } else {
        checkCode(signIn.firstFactor, required(form, 'code'), store.now());
      }
      advance(backend, c.var.client, signIn);
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
      advance(backend, c.var.client, signIn);
      return respond(c, backend, toSignInBody(signIn));
    })
    .post('/:id/prepare_second_factor', async (c) => {
      const signIn = find(c);
      const strategy = required(await readForm(c), 'strategy');
      if (signIn.status !== 'needs_client_trust') throw new ApiError('strategy_for_user_invalid');
      signIn.secondFactor = sendCode(backend, signIn, strategy);
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
        await verifySecondFactor(backend, userOf(signIn), strategy, code);
        signIn.secondFactor = verifiedBy(strategy);
      } else throw new ApiError('strategy_for_user_invalid');
      advance(backend, c.var.client, signIn);
      return respond(c, backend, toSignInBody(signIn));
    });
}

function find(c: RouteContext): SignInRecord {
  const { signIn } = c.var.client;
  if (!signIn || signIn.id !== c.req.param('id')) throw new ApiError('resource_not_found');
  return signIn;
}
