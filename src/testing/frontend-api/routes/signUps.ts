import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { toSignUpBody } from '../bodies/signUp.ts';
import type { SignUpRecord } from '../flowRecords.ts';
import {
  assertSignedOut,
  isTrue,
  readForm,
  required,
  respond,
  type RouteContext,
  type RouteEnv,
} from '../http.ts';
import { apply, begin, completeIfReady, transfer } from '../signUpSteps.ts';
import { checkCode } from '../verification.ts';

/**
 * `/v1/client/sign_ups`: complete when every required field is present, and verified if required; until then
 * `missing_requirements`.
 */
export function signUpRoutes(backend: Backend): Hono<RouteEnv> {
  const { store, settings, mail } = backend;

  return new Hono<RouteEnv>()
    .post('/', async (c) => {
      const { client } = c.var;
      assertSignedOut(c, backend);
      const form = await readForm(c);
      const signUp = isTrue(form, 'transfer') ? transfer(backend, client) : begin(backend);
      await apply(backend, signUp, form);
      client.signUp = signUp;
      completeIfReady(backend, client, signUp);
      return respond(c, backend, toSignUpBody(signUp, settings));
    })
    .get('/:id', (c) => respond(c, backend, toSignUpBody(find(c), settings)))
    .patch('/:id', async (c) => {
      const signUp = find(c);
      await apply(backend, signUp, await readForm(c));
      completeIfReady(backend, c.var.client, signUp);
      return respond(c, backend, toSignUpBody(signUp, settings));
    })
    .post('/:id/prepare_verification', (c) => {
      const signUp = find(c);
      if (signUp.emailAddress === null) throw new ApiError('form_param_missing', { param: 'email_address' });
      if (signUp.emailVerification?.status === 'verified')
        throw new ApiError('verification_already_verified');
      backend.countCode();
      signUp.emailVerification = mail.sendCode(signUp.emailAddress, 'email_code');
      return respond(c, backend, toSignUpBody(signUp, settings));
    })
    .post('/:id/attempt_verification', async (c) => {
      const signUp = find(c);
      checkCode(signUp.emailVerification, required(await readForm(c), 'code'), store.now());
      completeIfReady(backend, c.var.client, signUp);
      return respond(c, backend, toSignUpBody(signUp, settings));
    });
}

function find(c: RouteContext): SignUpRecord {
  const { signUp } = c.var.client;
  if (!signUp || signUp.id !== c.req.param('id')) throw new ApiError('resource_not_found');
  return signUp;
}
