import { ApiError } from './apiError.ts';
import type { Backend } from './backend.ts';
import { missingFields, unverifiedFields } from './bodies/signUp.ts';
import type { SignUpRecord } from './flowRecords.ts';
import { given, isTrue, readMetadata } from './http.ts';
import type { ClientRecord } from './store.ts';
import { verifiedBy } from './verification.ts';

export function begin({ store }: Backend): SignUpRecord {
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
export function transfer(backend: Backend, { signIn }: ClientRecord): SignUpRecord {
  const { firstFactor, providerUser } = signIn ?? {};
  if (firstFactor?.status !== 'transferable' || !providerUser) throw new ApiError('resource_not_found');
  return {
    ...begin(backend),
    emailAddress: providerUser.emailAddress,
    firstName: providerUser.firstName ?? null,
    lastName: providerUser.lastName ?? null,
    emailVerification: verifiedBy(firstFactor.strategy),
    externalStrategy: firstFactor.strategy,
  };
}

/** Applies the parameters of a request. */
export async function apply(backend: Backend, signUp: SignUpRecord, form: URLSearchParams): Promise<void> {
  const { store, accounts } = backend;
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

/** Creates the account and signs the user in if no field is missing or unverified. */
export function completeIfReady(
  { store, settings, accounts }: Backend,
  client: ClientRecord,
  signUp: SignUpRecord,
): void {
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
