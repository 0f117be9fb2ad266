import { ApiError } from './apiError.ts';
import { isAuthenticatorCode } from './authenticator.ts';
import type { Backend } from './backend.ts';
import type { SignInRecord } from './flowRecords.ts';
import type { ClientRecord } from './store.ts';
import { hasSecondFactor, primaryEmailAddress, type UserRecord } from './userRecords.ts';
import { verifiedBy, type VerificationRecord } from './verification.ts';

export function begin({ store }: Backend, identifier: string | null, user: UserRecord | null): SignInRecord {
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
function isNewDevice({ settings }: Backend, { firstFactor, secondFactor }: SignInRecord): boolean {
  return settings.verifyNewDevices && firstFactor?.strategy === 'password' && !secondFactor;
}

/** Moves the sign-in to the step after a verified factor. */
export function advance(backend: Backend, client: ClientRecord, signIn: SignInRecord): void {
  const user = userOf(signIn);
  const isNewPasswordDue = signIn.firstFactor?.strategy === 'reset_password_email_code';
  if (isNewPasswordDue && signIn.status === 'needs_first_factor') signIn.status = 'needs_new_password';
  else if (hasSecondFactor(user) && !signIn.secondFactor) signIn.status = 'needs_second_factor';
  else if (isNewDevice(backend, signIn)) signIn.status = 'needs_client_trust';
  else {
    signIn.status = 'complete';
    signIn.createdSessionId = backend.store.startSession(client, user).id;
  }
}

export async function verifyPassword(
  backend: Backend,
  signIn: SignInRecord,
  password: string,
): Promise<VerificationRecord> {
  const user = userOf(signIn);
  if (!user.password) throw new ApiError('strategy_for_user_invalid');
  if (!(await backend.hasPassword(user, password))) {
    throw new ApiError('form_password_incorrect', { param: 'password' });
  }
  return verifiedBy('password');
}

export function sendCode(backend: Backend, signIn: SignInRecord, strategy: string): VerificationRecord {
  const user = userOf(signIn);
  const address = primaryEmailAddress(user);
  const isForReset = strategy === 'reset_password_email_code';
  if (!address || (isForReset && !user.password)) throw new ApiError('strategy_for_user_invalid');
  if (strategy !== 'email_code' && !isForReset) throw new ApiError('strategy_for_user_invalid');
  backend.countCode();
  return backend.mail.sendCode(address.emailAddress, strategy);
}

export async function verifySecondFactor(
  { store }: Backend,
  user: UserRecord,
  strategy: string,
  code: string,
): Promise<void> {
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

/** @throws {ApiError} if the sign-in has no user yet. */
export function userOf({ user }: SignInRecord): UserRecord {
  if (!user) throw new ApiError('strategy_for_user_invalid');
  return user;
}
