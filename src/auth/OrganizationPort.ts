import type { Upload } from './UserPort.ts';

/** An organization that the user belongs to, with the user's role in it. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly slug?: string;
  readonly imageUrl?: string;
  /** False if `imageUrl` is a placeholder from the backend or absent: there is nothing to remove. */
  readonly hasImage: boolean;
  readonly memberCount?: number;
  /** The user's own role, see `Role`. */
  readonly role: string;
  readonly roleName: string;
  /** The permissions of the user's role. */
  readonly can: { readonly edit: boolean; readonly manageMembers: boolean; readonly delete: boolean };
}

export interface Role {
  /** The backend's identifier, which the operations take. */
  readonly id: string;
  /** The name that users read: "Admin". */
  readonly name: string;
}

export interface Member {
  readonly id: string;
  readonly name?: string;
  /** An email address, or another identifier for signing in. */
  readonly identifier?: string;
  readonly imageUrl?: string;
  readonly role: string;
  readonly roleName: string;
  /** Milliseconds since the epoch. */
  readonly joinedAt?: number;
  /** Whether this member is the current user. */
  readonly isSelf: boolean;
}

/** An invitation that is not accepted yet. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly roleName: string;
  /** Milliseconds since the epoch. */
  readonly createdAt?: number;
}

export interface PageRequest {
  readonly organizationId: string;
  /** From 1. Default: 1. */
  readonly page?: number;
  /** Default: 10. */
  readonly pageSize?: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** The number of items on all pages together. */
  readonly total: number;
}

/** The data of an organization. Every change is a mutation. */
export interface OrganizationPort {
  /** Loads the organizations that the user belongs to. */
  readonly loadOrganizations?: () => Promise<readonly Organization[]>;
  /** Loads one organization. Resolves to `null` if the user doesn't belong to it. */
  readonly loadOrganization?: (organization: { readonly id: string }) => Promise<Organization | null>;
  readonly createOrganization?: (details: {
    readonly name: string;
    readonly slug?: string;
  }) => Promise<{ readonly id: string }>;
  /** Changes the given fields and keeps the others. */
  readonly updateOrganization?: (changes: {
    readonly id: string;
    readonly name?: string;
    readonly slug?: string;
  }) => Promise<void>;
  readonly setOrganizationLogo?: (upload: Upload & { readonly id: string }) => Promise<void>;
  readonly removeOrganizationLogo?: (organization: { readonly id: string }) => Promise<void>;
  readonly leaveOrganization?: (organization: { readonly id: string }) => Promise<void>;
  readonly deleteOrganization?: (organization: { readonly id: string }) => Promise<void>;
  /** Sets the session's active organization; `null` is the personal account. Part of the session, not of the data. */
  readonly setActiveOrganization?: (organization: { readonly id: string | null }) => Promise<void>;
}

/** The members of an organization, and its invitations. */
export interface MembersPort {
  readonly loadRoles?: (organization: { readonly organizationId: string }) => Promise<readonly Role[]>;
  readonly loadMembers?: (request: PageRequest & { readonly query?: string }) => Promise<Page<Member>>;
  readonly changeMemberRole?: (change: {
    readonly organizationId: string;
    readonly memberId: string;
    readonly role: string;
  }) => Promise<void>;
  readonly removeMember?: (member: {
    readonly organizationId: string;
    readonly memberId: string;
  }) => Promise<void>;
  readonly loadInvitations?: (request: PageRequest) => Promise<Page<Invitation>>;
  /** Invites all of them or none. */
  readonly inviteMembers?: (invitations: {
    readonly organizationId: string;
    readonly emails: readonly string[];
    readonly role: string;
  }) => Promise<void>;
  readonly revokeInvitation?: (invitation: {
    readonly organizationId: string;
    readonly invitationId: string;
  }) => Promise<void>;
}
