import type { Upload } from './UserPort.ts';

/** An organisation that the person belongs to, and as what. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly slug?: string;
  readonly imageUrl?: string;
  /** False where `imageUrl` is a stand-in that the backend drew, or left out: there is nothing to remove. */
  readonly hasImage: boolean;
  readonly memberCount?: number;
  /** The person's own role, see `Role`. */
  readonly role: string;
  readonly roleName: string;
  /** What the role allows here. */
  readonly can: { readonly edit: boolean; readonly manageMembers: boolean; readonly delete: boolean };
}

export interface Role {
  /** What the operations take; the backend's own word. */
  readonly id: string;
  /** What people call it: "Admin". */
  readonly name: string;
}

export interface Member {
  readonly id: string;
  readonly name?: string;
  /** An email address, or whatever else the person signs in with. */
  readonly identifier?: string;
  readonly imageUrl?: string;
  readonly role: string;
  readonly roleName: string;
  /** Milliseconds since the epoch. */
  readonly joinedAt?: number;
  /** Whether it is the person who asks. */
  readonly isSelf: boolean;
}

/** An invitation that nobody has accepted yet. */
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
  /** Of all pages together. */
  readonly total: number;
}

/** The data of an organisation. What changes them is a mutation throughout. */
export interface OrganizationPort {
  /** Those that the person belongs to. */
  readonly loadOrganizations?: () => Promise<readonly Organization[]>;
  /** One of them; `null` when the person does not belong to it. */
  readonly loadOrganization?: (organization: { readonly id: string }) => Promise<Organization | null>;
  readonly createOrganization?: (details: {
    readonly name: string;
    readonly slug?: string;
  }) => Promise<{ readonly id: string }>;
  /** What is left out stays as it is. */
  readonly updateOrganization?: (changes: {
    readonly id: string;
    readonly name?: string;
    readonly slug?: string;
  }) => Promise<void>;
  readonly setOrganizationLogo?: (upload: Upload & { readonly id: string }) => Promise<void>;
  readonly removeOrganizationLogo?: (organization: { readonly id: string }) => Promise<void>;
  readonly leaveOrganization?: (organization: { readonly id: string }) => Promise<void>;
  readonly deleteOrganization?: (organization: { readonly id: string }) => Promise<void>;
  /** Which organisation the session works in; `null` for the personal account. Part of the session, not of the data. */
  readonly setActiveOrganization?: (organization: { readonly id: string | null }) => Promise<void>;
}

/** Who belongs to an organisation, and who is asked to. */
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
  /** All of them or none. */
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
