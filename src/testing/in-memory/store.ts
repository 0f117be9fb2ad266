import { AuthError, type AuthErrorCode, type AuthField } from '../../auth/AuthError.ts';
import { KitError } from '../../protocol/KitError.ts';

/** A user who has an account at the start. */
export interface InMemoryUser {
  readonly email: string;
  readonly password: string;
  /** The full name. */
  readonly name?: string;
  /** The values of additional fields, by name. */
  readonly additional?: Readonly<Record<string, string>>;
}

/** An organization that exists at the start. */
export interface InMemoryOrganization {
  readonly name: string;
  readonly slug?: string;
  /** By the email addresses of `users`. `role` is "member" by default. */
  readonly members?: readonly { readonly email: string; readonly role?: RoleId }[];
  /** The email addresses of pending invitations. */
  readonly invitations?: readonly string[];
}

export type RoleId = 'admin' | 'member';

export interface UserRecord {
  readonly id: string;
  readonly email: string;
  password: string;
  name: string;
  additional: Readonly<Record<string, string>>;
}

export interface SessionRecord {
  readonly id: string;
  readonly user: UserRecord;
  organizationId: string | null;
}

export interface MemberRecord {
  readonly id: string;
  readonly user: UserRecord;
  role: RoleId;
  readonly joinedAt: number;
}

export interface InvitationRecord {
  readonly id: string;
  readonly email: string;
  readonly role: RoleId;
  readonly createdAt: number;
}

export interface OrganizationRecord {
  readonly id: string;
  name: string;
  slug: string | undefined;
  readonly members: Map<string, MemberRecord>;
  readonly invitations: Map<string, InvitationRecord>;
}

export interface Store {
  readonly users: Map<string, UserRecord>;
  readonly organizations: Map<string, OrganizationRecord>;
  /** The one session of this browser. */
  session: SessionRecord | null;
  readonly now: () => number;
  /** Returns a numbered id: "user_1", "session_2". */
  readonly newId: (prefix: string) => string;
}

export interface Seeds {
  readonly users: readonly InMemoryUser[];
  readonly organizations: readonly InMemoryOrganization[];
  readonly signedInAs: string | undefined;
}

/** Creates the tables of the in-memory adapter and fills them with the seeds. */
export function createStore({ users, organizations, signedInAs }: Seeds, now: () => number): Store {
  let ids = 0;
  const store: Store = {
    users: new Map(),
    organizations: new Map(),
    session: null,
    now,
    newId: (prefix) => `${prefix}_${(ids += 1)}`,
  };
  for (const user of users) addUser(store, user);
  for (const organization of organizations) seedOrganization(store, organization);
  if (signedInAs !== undefined) startSession(store, knownUser(store, signedInAs));
  return store;
}

export function addUser(
  store: Store,
  { email, password, name = '', additional = {} }: InMemoryUser,
): UserRecord {
  const user: UserRecord = { id: store.newId('user'), email, password, name, additional };
  store.users.set(user.id, user);
  return user;
}

export function userByEmail({ users }: Store, email: string): UserRecord | undefined {
  return [...users.values()].find((user) => user.email.toLowerCase() === email.toLowerCase());
}

export function startSession(store: Store, user: UserRecord): void {
  store.session = { id: store.newId('session'), user, organizationId: null };
}

export function addOrganization(store: Store, name: string, slug: string | undefined): OrganizationRecord {
  const id = store.newId('organization');
  const organization: OrganizationRecord = { id, name, slug, members: new Map(), invitations: new Map() };
  store.organizations.set(id, organization);
  return organization;
}

export function addMember(
  store: Store,
  { members }: OrganizationRecord,
  user: UserRecord,
  role: RoleId,
): void {
  const id = store.newId('member');
  members.set(id, { id, user, role, joinedAt: store.now() });
}

export function addInvitation(
  store: Store,
  { invitations }: OrganizationRecord,
  email: string,
  role: RoleId,
): void {
  const id = store.newId('invitation');
  invitations.set(id, { id, email, role, createdAt: store.now() });
}

/** Returns the error of an operation that the backend rejects. */
export function authError(
  code: AuthErrorCode,
  field?: AuthField,
  values?: Readonly<Record<string, string>>,
): AuthError {
  return new AuthError(code, {
    field,
    backendCode: code,
    status: code === 'signed_out' ? 401 : 422,
    values,
  });
}

/** @throws {AuthError} `signed_out`. */
export function requireSession({ session }: Store): SessionRecord {
  if (!session) throw authError('signed_out');
  return session;
}

function seedOrganization(store: Store, seed: InMemoryOrganization): void {
  const organization = addOrganization(store, seed.name, seed.slug);
  for (const { email, role = 'member' } of seed.members ?? []) {
    addMember(store, organization, knownUser(store, email), role);
  }
  for (const email of seed.invitations ?? []) addInvitation(store, organization, email, 'member');
}

function knownUser(store: Store, email: string): UserRecord {
  const user = userByEmail(store, email);
  if (user) return user;
  throw new KitError(
    'MK603',
    `createInMemoryAuth was given ${JSON.stringify(email)}, which is the address of none of its users: ` +
      'add a user with this address to `users`, or correct the address.',
  );
}
