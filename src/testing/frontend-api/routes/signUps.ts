import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { missingFields, toSignUpBody, unverifiedFields } from '../bodies/signUp.ts';
import type { SignUpRecord } from '../flowRecords.ts';
import {
  assertSignedOut,
  given,
  isTrue,
  readForm,
  readMetadata,
  required,
  respond,
  type RouteContext,
  type RouteEnv,
} from '../http.ts';
import type { ClientRecord } from '../store.ts';
import { checkCode, verifiedBy } from '../verification.ts';

/**
 * `/v1/client/sign_ups`: complete when every required field is present, and verified if required; until then
 * `missing_requirements`.
 */
export function signUpRoutes(backend: Backend): Hono<RouteEnv> {
  const { store, settings, accounts, mail } = backend;

  function begin(): SignUpRecord {
    return {
      id: store.newId('sua'),
      createdAt: store.now(),
      emailAddress: null,
      username: null,
      firstName: null,
      lastName: null,
      password: null,
      legalAcceptedAt: null,
      unsafeMetadata: {},
      emailVerification: null,
      externalStrategy: null,
      status: 'missing_requirements',
      createdUserId: null,
      createdSessionId: null,
    };
  }

  /** Continues with a provider's user who has no account here. */
  function transfer({ signIn }: ClientRecord): SignUpRecord {
    const { firstFactor, providerUser } = signIn ?? {};
    if (firstFactor?.status !== 'transferable' || !providerUser) throw new ApiError('resource_not_found');
    return {
      ...begin(),
      emailAddress: providerUser.emailAddress,
      firstName: providerUser.firstName ?? null,
      lastName: providerUser.lastName ?? null,
      emailVerification: verifiedBy(firstFactor.strategy),
      externalStrategy: firstFactor.strategy,
    };
  }

  async function apply(signUp: SignUpRecord, form: URLSearchParams): Promise<void> {
    const emailAddress = form.get('email_address');
    const password = form.get('password');
    const username = given(form, 'username');
    const unsafeMetadata = readMetadata(form);
    const hash = password === null ? null : await backend.hashPassword(password);
    // Synchronous from here on: of two requests for one address the second one fails.
    if (emailAddress !== null) accounts.assertEmailAddress(emailAddress);
    if (password !== null) accounts.assertPassword(password, 'password');
    if (username !== undefined) accounts.assertUsername(username);
    if (emailAddress !== null && emailAddress !== signUp.emailAddress) {
      signUp.emailAddress = emailAddress;
      signUp.emailVerification = null;
    }
    signUp.password = hash ?? signUp.password;
    signUp.username = username ?? signUp.username;
    signUp.firstName = given(form, 'first_name') ?? signUp.firstName;
    signUp.lastName = given(form, 'last_name') ?? signUp.lastName;
    signUp.unsafeMetadata = unsafeMetadata ?? signUp.unsafeMetadata;
    if (isTrue(form, 'legal_accepted')) signUp.legalAcceptedAt = store.now();
  }

  function completeIfReady(client: ClientRecord, signUp: SignUpRecord): void {
    if (missingFields(signUp, settings).length > 0 || unverifiedFields(signUp, settings).length > 0) return;
    const { emailAddress, externalStrategy } = signUp;
    if (emailAddress !== null) accounts.assertEmailAddress(emailAddress);
    const { username, firstName, lastName, password, legalAcceptedAt, unsafeMetadata } = signUp;
    const user = accounts.add({
      emailAddress,
      username,
      firstName,
      lastName,
      password,
      legalAcceptedAt,
      unsafeMetadata,
      imageUrl: '',
    });
    if (externalStrategy !== null && emailAddress !== null) {
      accounts.addExternalAccount(user, externalStrategy, emailAddress);
    }
    client.signIn = null;
    signUp.status = 'complete';
    signUp.createdUserId = user.id;
    signUp.createdSessionId = store.startSession(client, user).id;
  }

  return new Hono<RouteEnv>()
    .post('/', async (c) => {
      const { client } = c.var;
      assertSignedOut(c, backend);
      const form = await readForm(c);
      const signUp = isTrue(form, 'transfer') ? transfer(client) : begin();
      await apply(signUp, form);
      client.signUp = signUp;
      completeIfReady(client, signUp);
      return respond(c, backend, toSignUpBody(signUp, settings));
    })
    .get('/:id', (c) => respond(c, backend, toSignUpBody(find(c), settings)))
    .patch('/:id', async (c) => {
      const signUp = find(c);
      await apply(signUp, await readForm(c));
      completeIfReady(c.var.client, signUp);
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
      completeIfReady(c.var.client, signUp);
      return respond(c, backend, toSignUpBody(signUp, settings));
    });
}

function find(c: RouteContext): SignUpRecord {
  const { signUp } = c.var.client;
  if (!signUp || signUp.id !== c.req.param('id')) throw new ApiError('resource_not_found');
  return signUp;
}
