import { createAccountRules, type AccountRules } from './accountRules.ts';
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
export interface Accounts extends AccountRules {
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
}

export function createAccounts(store: Store, settings: FrontendApiSettings): Accounts {
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
    ...createAccountRules({ byVerifiedEmailAddress, byUsername }, settings),
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
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
