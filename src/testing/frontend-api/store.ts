import type { SignInRecord, SignUpRecord } from './flowRecords.ts';
import type { OrganizationRecord, OrganizationRole } from './organizationRecords.ts';
import type { UserRecord } from './userRecords.ts';

/** A browser's activity that the API shows. */
export interface ActivityRecord {
  readonly browserName: string;
  readonly browserVersion: string;
  readonly deviceType: string;
  readonly isMobile: boolean;
  readonly ipAddress: string;
  readonly city: string;
  readonly country: string;
}

export interface SessionRecord {
  readonly id: string;
  readonly clientId: string;
  readonly user: UserRecord;
  readonly createdAt: number;
  status: 'active' | 'ended' | 'removed' | 'revoked';
  lastActiveAt: number;
  activeOrganizationId: string | null;
}

/** A browser, as the API identifies it. */
export interface ClientRecord {
  readonly id: string;
  readonly createdAt: number;
  activity: ActivityRecord | null;
  updatedAt: number;
  lastActiveSessionId: string | null;
  signIn: SignInRecord | null;
  signUp: SignUpRecord | null;
}

export interface StoreOptions {
  readonly now: () => number;
  readonly randomId: () => string;
}

/** The whole state of one emulator. */
export interface Store {
  readonly users: Map<string, UserRecord>;
  readonly clients: Map<string, ClientRecord>;
  readonly sessions: Map<string, SessionRecord>;
  readonly organizations: Map<string, OrganizationRecord>;
  /** Returns the time in milliseconds since the epoch. */
  readonly now: () => number;
  /** Returns a new id, for example "user_4f…". */
  readonly newId: (prefix: string) => string;
  addClient(): ClientRecord;
  activeSessions(client: ClientRecord): SessionRecord[];
  sessionsOf(user: UserRecord): SessionRecord[];
  startSession(client: ClientRecord, user: UserRecord): SessionRecord;
  closeSession(session: SessionRecord, status: 'ended' | 'removed' | 'revoked'): void;
  organizationsOf(user: UserRecord): OrganizationRecord[];
  addMember(organization: OrganizationRecord, user: UserRecord, role: OrganizationRole): void;
}

/** Creates the emulator’s tables, empty. */
export function createStore({ now, randomId }: StoreOptions): Store {
  const clients = new Map<string, ClientRecord>();
  const sessions = new Map<string, SessionRecord>();
  const organizations = new Map<string, OrganizationRecord>();
  const newId = (prefix: string) => `${prefix}_${randomId()}`;

  function activeSessions({ id }: ClientRecord): SessionRecord[] {
    return [...sessions.values()].filter(({ clientId, status }) => clientId === id && status === 'active');
  }

  return {
    users: new Map(),
    clients,
    sessions,
    organizations,
    now,
    newId,
    addClient() {
      const record: ClientRecord = {
        id: newId('client'),
        createdAt: now(),
        activity: null,
        updatedAt: now(),
        lastActiveSessionId: null,
        signIn: null,
        signUp: null,
      };
      clients.set(record.id, record);
      return record;
    },
    activeSessions,
    sessionsOf: (user) =>
      [...sessions.values()].filter((session) => session.user === user && session.status === 'active'),
    startSession(client, user) {
      const record: SessionRecord = {
        id: newId('sess'),
        clientId: client.id,
        user,
        createdAt: now(),
        status: 'active',
        lastActiveAt: now(),
        activeOrganizationId: null,
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
    organizationsOf: ({ id }) => [...organizations.values()].filter(({ members }) => members.has(id)),
    addMember({ members }, user, role) {
      members.set(user.id, { id: newId('orgmem'), user, createdAt: now(), role });
    },
  };
}
