import type { AuthAdapter } from '../../auth/AuthAdapter.ts';
import type { AuthField } from '../../auth/AuthError.ts';
import type { AuthOptions, AuthSession } from '../../auth/SessionPort.ts';
import { addUser, authError, requireSession, startSession, userByEmail, type Store } from './store.ts';

const password = { minLength: 8, maxLength: 128 };

const authOptions: AuthOptions = {
  identifiers: ['email'],
  firstFactors: ['password'],
  secondFactors: [],
  providers: [],
  password,
  signUp: {
    isOpen: true,
    name: 'optional',
    firstName: 'off',
    lastName: 'off',
    username: 'off',
    password: 'required',
    legalConsent: false,
  },
  user: { canDeleteAccount: true },
  organizations: { isOn: true, canCreate: true, hasSlugs: true },
};

export type AccountOperations = Pick<
  AuthAdapter,
  'loadSession' | 'signOut' | 'loadAuthOptions' | 'signInWithPassword' | 'signUp' | 'loadUser' | 'updateUser'
> &
  Pick<AuthAdapter, 'deleteAccount' | 'changePassword'>;

/** Returns the operations for signing in and out, and for the user's own data. */
export function accountOperations(store: Store): AccountOperations {
  return {
    loadSession: async () => toSession(store),
    loadAuthOptions: async () => authOptions,
    async signInWithPassword({ identifier, password: given }) {
      const user = userByEmail(store, identifier);
      if (user?.password !== given) throw authError('invalid_credentials');
      startSession(store, user);
      return { status: 'complete' };
    },
    async signUp({ email, password: given, additional = {}, ...names }) {
      if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw authError('invalid_input', 'email');
      if (userByEmail(store, email)) throw authError('identifier_taken', 'email');
      assertPassword(given, 'password');
      startSession(
        store,
        addUser(store, { email, password: given, name: wholeName(names) ?? '', additional }),
      );
      return { status: 'complete' };
    },
    async signOut() {
      store.session = null;
    },
    async loadUser() {
      const { id, email, name, additional } = requireSession(store).user;
      const [firstName, ...rest] = name.split(' ');
      return {
        id,
        email,
        ...(name && { name }),
        ...(firstName && { firstName }),
        ...(rest.length > 0 && { lastName: rest.join(' ') }),
        hasImage: false,
        hasPassword: true,
        hasAuthenticator: false,
        hasBackupCodes: false,
        additional,
      };
    },
    async updateUser(changes) {
      const { user } = requireSession(store);
      user.name = wholeName(changes) ?? user.name;
      user.additional = { ...user.additional, ...changes.additional };
    },
    async changePassword({ currentPassword, newPassword }) {
      const { user } = requireSession(store);
      if (currentPassword !== user.password) throw authError('password_incorrect', 'currentPassword');
      assertPassword(newPassword, 'newPassword');
      user.password = newPassword;
    },
    async deleteAccount(proof) {
      const { user } = requireSession(store);
      if (proof?.password !== user.password) throw authError('password_incorrect', 'password');
      store.users.delete(user.id);
      for (const { members } of store.organizations.values()) {
        for (const member of members.values()) if (member.user === user) members.delete(member.id);
      }
      store.session = null;
    },
  };
}

function toSession({ session }: Store): AuthSession | null {
  if (!session) return null;
  const { id, user, organizationId } = session;
  return {
    id,
    user: { id: user.id, email: user.email, ...(user.name && { name: user.name }) },
    ...(organizationId !== null && { organizationId }),
  };
}

function wholeName(names: { name?: string; firstName?: string; lastName?: string }): string | undefined {
  if (names.name !== undefined) return names.name.trim();
  if (names.firstName === undefined && names.lastName === undefined) return undefined;
  return `${names.firstName ?? ''} ${names.lastName ?? ''}`.trim();
}

function assertPassword(given: string, field: AuthField): void {
  if (given.length < password.minLength || given.length > password.maxLength) {
    throw authError('password_too_weak', field);
  }
}
