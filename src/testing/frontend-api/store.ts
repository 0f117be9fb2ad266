import type { PasswordHash } from './passwords.ts';

export interface UserRecord {
  readonly id: string;
  readonly emailAddressId: string;
  readonly emailAddress: string;
  readonly createdAt: number;
  readonly password: PasswordHash;
  firstName: string | null;
  lastName: string | null;
  imageUrl: string;
  updatedAt: number;
  lastSignInAt: number | null;
}

export interface SessionRecord {
  readonly id: string;
  readonly clientId: string;
  readonly user: UserRecord;
  readonly createdAt: number;
  status: 'active' | 'ended' | 'removed';
  lastActiveAt: number;
}

export interface SignInRecord {
  readonly id: string;
  readonly identifier: string;
  readonly user: UserRecord;
  readonly createdAt: number;
  status: 'needs_first_factor' | 'complete';
  createdSessionId: string | null;
}

export interface SignUpRecord {
  readonly id: string;
  readonly createdAt: number;
  readonly emailAddress: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly hasPassword: boolean;
  status: 'missing_requirements' | 'complete';
  createdUserId: string | null;
  createdSessionId: string | null;
}

/** A browser, as the API knows it. */
export interface ClientRecord {
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  lastActiveSessionId: string | null;
  signIn: SignInRecord | null;
  signUp: SignUpRecord | null;
}

export interface StoreOptions {
  readonly now: () => number;
  readonly randomId: () => string;
}

/** Everything that one emulator remembers. Further resources keep their records here too. */
export interface Store {
  readonly users: Map<string, UserRecord>;
  readonly clients: Map<string, ClientRecord>;
  readonly sessions: Map<string, SessionRecord>;
  /** In milliseconds since the epoch. */
  readonly now: () => number;
  /** For example "user_4f…". */
  newId(prefix: string): string;
  userByEmail(emailAddress: string): UserRecord | undefined;
  addUser(user: NewUser): UserRecord;
  addClient(): ClientRecord;
  activeSessions(client: ClientRecord): SessionRecord[];
  startSession(client: ClientRecord, user: UserRecord): SessionRecord;
  closeSession(session: SessionRecord, status: 'ended' | 'removed'): void;
}

type NewUser = Pick<UserRecord, 'emailAddress' | 'password' | 'firstName' | 'lastName' | 'imageUrl'>;

export function createStore({ now, randomId }: StoreOptions): Store {
  const users = new Map<string, UserRecord>();
  const clients = new Map<string, ClientRecord>();
  const sessions = new Map<string, SessionRecord>();
  const newId = (prefix: string) => `${prefix}_${randomId()}`;

  function activeSessions({ id }: ClientRecord): SessionRecord[] {
    return [...sessions.values()].filter(({ clientId, status }) => clientId === id && status === 'active');
  }

  return {
    users,
    clients,
    sessions,
    now,
    newId,
    userByEmail(emailAddress) {
      const wanted = emailAddress.toLowerCase();
      return [...users.values()].find((user) => user.emailAddress.toLowerCase() === wanted);
    },
    addUser(user) {
      const record: UserRecord = {
        ...user,
        id: newId('user'),
        emailAddressId: newId('idn'),
        createdAt: now(),
        updatedAt: now(),
        lastSignInAt: null,
      };
      users.set(record.id, record);
      return record;
    },
    addClient() {
      const record: ClientRecord = {
        id: newId('client'),
        createdAt: now(),
        updatedAt: now(),
        lastActiveSessionId: null,
        signIn: null,
        signUp: null,
      };
      clients.set(record.id, record);
      return record;
    },
    activeSessions,
    startSession(client, user) {
      const record: SessionRecord = {
        id: newId('sess'),
        clientId: client.id,
        user,
        createdAt: now(),
        status: 'active',
        lastActiveAt: now(),
      };
      sessions.set(record.id, record);
      client.lastActiveSessionId = record.id;
      client.updatedAt = now();
      user.lastSignInAt = now();
      return record;
    },
    closeSession(session, status) {
      session.status = status;
      const client = clients.get(session.clientId);
      if (client?.lastActiveSessionId !== session.id) return;
      client.lastActiveSessionId = activeSessions(client)[0]?.id ?? null;
      client.updatedAt = now();
    },
  };
}
