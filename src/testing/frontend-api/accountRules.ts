import { ApiError } from './apiError.ts';
import type { FrontendApiSettings } from './settings.ts';
import type { UserRecord } from './userRecords.ts';

/** The rules for the values of new and changed accounts. */
export interface AccountRules {
  /** @throws {ApiError} for a malformed address, and for the verified address of another user. */
  assertEmailAddress(emailAddress: string): void;
  /** @throws {ApiError} for a malformed username, and for another user's. */
  assertUsername(username: string, self?: UserRecord): void;
  /** @throws {ApiError} for a password that is too short or known from a breach. */
  assertPassword(password: string, param: string): void;
}

interface Owners {
  readonly byVerifiedEmailAddress: (emailAddress: string) => UserRecord | undefined;
  readonly byUsername: (username: string) => UserRecord | undefined;
}

/** A few of the most common passwords. */
const breachedPasswords = new Set([
  'password',
  'password1',
  '12345678',
  '123456789',
  'qwertyuiop',
  'iloveyou',
]);

export function createAccountRules(
  { byVerifiedEmailAddress, byUsername }: Owners,
  { passwordMinLength }: FrontendApiSettings,
): AccountRules {
  return {
    assertEmailAddress(emailAddress) {
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(emailAddress)) {
        throw new ApiError('form_param_format_invalid', { param: 'email_address' });
      }
      if (byVerifiedEmailAddress(emailAddress)) {
        throw new ApiError('form_identifier_exists', { param: 'email_address' });
      }
    },
    assertUsername(username, self) {
      const param = 'username';
      if (!/^[\w-]*$/.test(username)) throw new ApiError('form_username_invalid_character', { param });
      if (username.length < 4 || username.length > 64) {
        throw new ApiError('form_username_invalid_length', { param });
      }
      const owner = byUsername(username);
      if (owner && owner !== self) throw new ApiError('form_identifier_exists', { param });
    },
    assertPassword(password, param) {
      if (password.length < passwordMinLength) {
        throw new ApiError('form_password_length_too_short', { param });
      }
      if (breachedPasswords.has(password.toLowerCase())) throw new ApiError('form_password_pwned', { param });
    },
  };
}
