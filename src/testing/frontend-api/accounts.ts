import { ApiError } from './apiError.ts';
import type { FrontendApiSettings } from './settings.ts';
import type { Store } from './store.ts';
import type { EmailAddressRecord, UserRecord } from './userRecords.ts';
import { verifiedBy, type VerificationRecord } from './verification.ts';

type NewUser = Pick<UserRecord, 'firstName' | 'lastName' | 'imageUrl' | 'password'> &
  Partial<
    Pick<
      UserRecord,
      'username' | 'legalAcceptedAt' | 'authenticator' | 'backupCodes' | 'passkeys' | 'unsafeMetadata'
    >
  > & {
    readonly emailAddress: string | null;
  };

/** The accounts, and the rules for new and changed ones. */
export interface Accounts {
  all(): Iterable<UserRecord>;
  byIdentifier(identifier: string): UserRecord | undefined;
  byVerifiedEmailAddress(emailAddress: string): UserRecord | undefined;
  byExternalAccount(strategy: string, emailAddress: string): UserRecord | undefined;
  byPasskey(id: string): UserRecord | undefined;
  add(user: NewUser): UserRecord;
  addEmailAddress(
    user: UserRecord,
    emailAddress: string,
    verification: VerificationRecord | null,
  ): EmailAddressRecord;
  addExternalAccount(user: UserRecord, strategy: string, emailAddress: string): void;
  /** Removes the user with all sessions and memberships. */
  remove(user: UserRecord): void;
  /** @throws {ApiError} for a malformed address, and for the verified address of another user. */
  assertEmailAddress(emailAddress: string): void;
  /** @throws {ApiError} for a malformed username, and for another user's. */
  assertUsername(username: string, self?: UserRecord): void;
  /** @throws {ApiError} for a password that is too short or known from a breach. */
  assertPassword(password: string, param: string): void;
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

export function createAccounts(store: Store, { passwordMinLength }: FrontendApiSettings): Accounts {
  const { users, now, newId } = store;

  function find(matches: (user: UserRecord) => boolean): UserRecord | undefined {
    return [...users.values()].find(matches);
  }

  function byVerifiedEmailAddress(emailAddress: string): UserRecord | undefined {
    return find((user) =>
      user.emailAddresses.some(
        (address) =>
          address.verification?.status === 'verified' && isSame(address.emailAddress, emailAddress),
      ),
    );
  }

  function byUsername(username: string): UserRecord | undefined {
    return find((user) => user.username !== null && isSame(user.username, username));
  }

  function addEmailAddress(
    user: UserRecord,
    emailAddress: string,
    verification: VerificationRecord | null,
  ): EmailAddressRecord {
    const record = { id: newId('idn'), emailAddress, createdAt: now(), verification };
    user.emailAddresses.push(record);
    return record;
  }

  return {
    all: () => users.values(),
    byIdentifier: (identifier) => byVerifiedEmailAddress(identifier) ?? byUsername(identifier),
    byVerifiedEmailAddress,
    byExternalAccount: (strategy, emailAddress) =>
      find(({ externalAccounts }) =>
        externalAccounts.some(
          (account) =>
            account.strategy === strategy &&
            account.verification.status === 'verified' &&
            isSame(account.emailAddress, emailAddress),
        ),
      ),
    byPasskey: (id) => find(({ passkeys }) => passkeys.has(id)),
    add({ emailAddress, ...details }) {
      const user: UserRecord = {
        username: null,
        legalAcceptedAt: null,
        authenticator: null,
        backupCodes: new Set(),
        passkeys: new Set(),
        unsafeMetadata: {},
        ...details,
        id: newId('user'),
        createdAt: now(),
        emailAddresses: [],
        primaryEmailAddressId: null,
        externalAccounts: [],
        updatedAt: now(),
        lastSignInAt: null,
      };
      if (emailAddress !== null) {
        user.primaryEmailAddressId = addEmailAddress(user, emailAddress, verifiedBy('admin')).id;
      }
      users.set(user.id, user);
      return user;
    },
    addEmailAddress,
    addExternalAccount(user, strategy, emailAddress) {
      user.externalAccounts.push({
        id: newId('eac'),
        strategy,
        emailAddress,
        verification: verifiedBy(strategy),
      });
    },
    remove(user) {
      for (const session of store.sessionsOf(user)) store.closeSession(session, 'removed');
      for (const { members } of store.organizations.values()) members.delete(user.id);
      users.delete(user.id);
    },
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

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
