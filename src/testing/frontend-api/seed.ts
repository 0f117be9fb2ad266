import { KitError } from '../../protocol/KitError.ts';
import type { Backend } from './backend.ts';
import { slugOf, type OrganizationRole } from './organizationRecords.ts';
import type { ActivityRecord, Store } from './store.ts';
import type { UserRecord } from './userRecords.ts';
import { verifiedBy } from './verification.ts';

/** Another browser in which a user is signed in. */
export interface SeedDevice extends Partial<ActivityRecord> {
  /** Milliseconds since the epoch. Default: now. */
  readonly lastActiveAt?: number;
}

export interface SeedUser {
  readonly emailAddress: string;
  readonly password: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly imageUrl?: string;
  /** Verified, like the first one. */
  readonly otherEmailAddresses?: readonly string[];
  /** In Base32. If present, a sign-in requires a second factor; `authenticatorCode` computes the code. */
  readonly authenticatorSecret?: string;
  /** Each is valid for one sign-in. */
  readonly backupCodes?: readonly string[];
  /** The ids of credentials, in base64url. The emulator trusts the browser and verifies no signature. */
  readonly passkeys?: readonly string[];
  /** The providers that the account is connected to, such as "google". */
  readonly connectedTo?: readonly string[];
  readonly devices?: readonly SeedDevice[];
  /** Data that the user can change and that the API doesn't interpret: additional fields, for example. */
  readonly unsafeMetadata?: Readonly<Record<string, unknown>>;
}

export interface SeedOrganization {
  readonly name: string;
  /** Default: derived from the name. */
  readonly slug?: string;
  readonly imageUrl?: string;
  /** By email address, each one in `users`. */
  readonly members: readonly SeedMembership[];
  readonly invitations?: readonly SeedMembership[];
}

export interface SeedMembership {
  readonly emailAddress: string;
  /** Default: "org:member". */
  readonly role?: OrganizationRole;
}

/** Adds the initial data to an emulator. */
export async function seed(
  backend: Backend,
  users: readonly SeedUser[],
  organizations: readonly SeedOrganization[],
): Promise<void> {
  const hashes = await Promise.all(users.map(({ password }) => backend.hashPassword(password)));
  for (const [index, user] of users.entries()) addUser(backend, user, hashes[index] ?? null);
  for (const organization of organizations) addOrganization(backend, organization);
}

function addUser({ store, accounts }: Backend, user: SeedUser, password: UserRecord['password']): void {
  const record = accounts.add({
    emailAddress: user.emailAddress,
    password,
    firstName: user.firstName ?? null,
    lastName: user.lastName ?? null,
    username: user.username ?? null,
    imageUrl: user.imageUrl ?? '',
    authenticator:
      user.authenticatorSecret === undefined ? null : { secret: user.authenticatorSecret, isVerified: true },
    backupCodes: new Set(user.backupCodes),
    passkeys: new Set(user.passkeys),
    unsafeMetadata: user.unsafeMetadata ?? {},
  });
  for (const emailAddress of user.otherEmailAddresses ?? []) {
    accounts.addEmailAddress(record, emailAddress, verifiedBy('admin'));
  }
  for (const provider of user.connectedTo ?? []) {
    accounts.addExternalAccount(record, `oauth_${provider}`, user.emailAddress);
  }
  for (const device of user.devices ?? []) addDevice(store, record, device);
}

function addDevice(store: Store, user: UserRecord, { lastActiveAt, ...activity }: SeedDevice): void {
  const client = store.addClient();
  client.activity = {
    browserName: '',
    browserVersion: '',
    deviceType: '',
    isMobile: false,
    ipAddress: '',
    city: '',
    country: '',
    ...activity,
  };
  const session = store.startSession(client, user);
  session.lastActiveAt = lastActiveAt ?? store.now();
  // The other devices don't count: this is the user's first sign-in in this browser.
  user.lastSignInAt = null;
}

function addOrganization({ store, accounts }: Backend, organization: SeedOrganization): void {
  const { name, slug = slugOf(name), imageUrl = '', members, invitations = [] } = organization;
  const record = {
    id: store.newId('org'),
    createdAt: store.now(),
    name,
    slug,
    imageUrl,
    updatedAt: store.now(),
    members: new Map(),
    invitations: new Map(),
  };
  store.organizations.set(record.id, record);
  for (const { emailAddress, role = 'org:member' } of members) {
    const user = accounts.byVerifiedEmailAddress(emailAddress);
    if (user) store.addMember(record, user, role);
  }
  for (const { emailAddress, role = 'org:member' } of invitations) {
    const id = store.newId('orginv');
    record.invitations.set(id, { id, emailAddress, role, createdAt: store.now(), status: 'pending' });
  }
}

/** @throws {KitError} MK601 if `signedInAs`, MK602 if a member of an organization is not in `users`. */
export function assertSeeds(
  users: readonly SeedUser[],
  organizations: readonly SeedOrganization[],
  signedInAs: string | undefined,
): void {
  const hasAccount = (wanted: string) => users.some(({ emailAddress }) => emailAddress === wanted);
  if (signedInAs !== undefined && !hasAccount(signedInAs)) {
    throw new KitError(
      'MK601',
      `createFrontendApi cannot sign in ${JSON.stringify(signedInAs)}, who has no account: add them to \`users\`.`,
    );
  }
  for (const { name, members } of organizations) {
    const stranger = members.find(({ emailAddress }) => !hasAccount(emailAddress));
    if (stranger) {
      throw new KitError(
        'MK602',
        `createFrontendApi cannot make ${JSON.stringify(stranger.emailAddress)} a member of ${JSON.stringify(name)}, who has no account: add them to \`users\`.`,
      );
    }
  }
}
