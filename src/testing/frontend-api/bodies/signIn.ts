import type { SignInRecord } from '../flowRecords.ts';
import { hasSecondFactor, primaryEmailAddress, type UserRecord } from '../userRecords.ts';
import type { Body } from './body.ts';
import { toImageBody } from './user.ts';
import { toSafeIdentifier, toVerificationBody } from './verification.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export function toSignInBody({ user, ...signIn }: SignInRecord): Body {
  return {
    id: signIn.id,
    object: 'sign_in',
    status: signIn.status,
    identifier: signIn.identifier,
    supported_identifiers: ['email_address', 'username'],
    supported_first_factors: user && toFirstFactors(user),
    supported_second_factors: user && toSecondFactors(user, signIn.status),
    first_factor_verification: toVerificationBody(signIn.firstFactor),
    second_factor_verification: toVerificationBody(signIn.secondFactor),
    user_data: user && { first_name: user.firstName, last_name: user.lastName, ...toImageBody(user) },
    created_session_id: signIn.createdSessionId,
    client_trust_state: signIn.status === 'needs_client_trust' ? 'new' : 'known',
    abandon_at: signIn.createdAt + DAY_MS,
  };
}

function toEmailFactor(user: UserRecord): Body | undefined {
  const address = primaryEmailAddress(user);
  return (
    address && {
      email_address_id: address.id,
      safe_identifier: toSafeIdentifier(address.emailAddress),
      primary: true,
    }
  );
}

function toFirstFactors(user: UserRecord): Body[] {
  const byEmail = toEmailFactor(user);
  return [
    ...(user.password ? [{ strategy: 'password' }] : []),
    ...(byEmail ? [{ strategy: 'email_code', ...byEmail }] : []),
    ...(user.passkeys.size > 0 ? [{ strategy: 'passkey' }] : []),
    ...(byEmail && user.password ? [{ strategy: 'reset_password_email_code', ...byEmail }] : []),
  ];
}

function toSecondFactors(user: UserRecord, status: SignInRecord['status']): Body[] | null {
  if (status === 'needs_client_trust') return [{ strategy: 'email_code', ...toEmailFactor(user) }];
  if (!hasSecondFactor(user)) return null;
  return [{ strategy: 'totp' }, ...(user.backupCodes.size > 0 ? [{ strategy: 'backup_code' }] : [])];
}
