import type { Organization, OrganizationPort } from '../../auth/OrganizationPort.ts';
import {
  addMember,
  addOrganization,
  authError,
  requireSession,
  type MemberRecord,
  type OrganizationRecord,
  type RoleId,
  type Store,
} from './store.ts';

export const roleNames: Readonly<Record<RoleId, string>> = { admin: 'Admin', member: 'Member' };

/** Returns the organization and the user's own membership of it. @throws {AuthError} `not_found`. */
export function requireMembership(
  store: Store,
  id: string,
): { readonly organization: OrganizationRecord; readonly membership: MemberRecord } {
  const { user } = requireSession(store);
  const organization = store.organizations.get(id);
  const membership = [...(organization?.members.values() ?? [])].find((member) => member.user === user);
  if (!organization || !membership) throw authError('not_found');
  return { organization, membership };
}

/** Returns the organization if the user may change it. @throws {AuthError} `not_found`, `not_allowed`. */
export function requireAdmin(store: Store, id: string): OrganizationRecord {
  const { organization, membership } = requireMembership(store, id);
  if (membership.role !== 'admin') throw authError('not_allowed');
  return organization;
}

/** @throws {AuthError} `last_admin` if `member` is the only admin. */
export function assertOtherAdmin({ members }: OrganizationRecord, member: MemberRecord): void {
  const others = [...members.values()].filter((other) => other !== member);
  if (member.role === 'admin' && !others.some(({ role }) => role === 'admin')) throw authError('last_admin');
}

export type OrganizationOperations = Omit<OrganizationPort, 'setOrganizationLogo' | 'removeOrganizationLogo'>;

/** Returns the operations on the user's organizations. An admin can change everything, a member can only leave. */
export function organizationOperations(store: Store): OrganizationOperations {
  const remove = (id: string) => {
    store.organizations.delete(id);
    if (store.session?.organizationId === id) store.session.organizationId = null;
  };
  return {
    async loadOrganizations() {
      const { user } = requireSession(store);
      return [...store.organizations.values()].flatMap((organization) =>
        [...organization.members.values()]
          .filter((member) => member.user === user)
          .map((membership) => toOrganization(organization, membership)),
      );
    },
    async loadOrganization({ id }) {
      const { user } = requireSession(store);
      const organization = store.organizations.get(id);
      const membership = [...(organization?.members.values() ?? [])].find((member) => member.user === user);
      return organization && membership ? toOrganization(organization, membership) : null;
    },
    async createOrganization({ name, slug }) {
      const { user } = requireSession(store);
      assertNames(store, undefined, name, slug);
      const organization = addOrganization(store, name, slug === '' ? undefined : slug);
      addMember(store, organization, user, 'admin');
      return { id: organization.id };
    },
    async updateOrganization({ id, name, slug }) {
      const organization = requireAdmin(store, id);
      assertNames(store, id, name, slug);
      organization.name = name ?? organization.name;
      organization.slug = slug ?? organization.slug;
    },
    async leaveOrganization({ id }) {
      const { organization, membership } = requireMembership(store, id);
      assertOtherAdmin(organization, membership);
      organization.members.delete(membership.id);
      if (store.session?.organizationId === id) store.session.organizationId = null;
    },
    async deleteOrganization({ id }) {
      requireAdmin(store, id);
      remove(id);
    },
    async setActiveOrganization({ id }) {
      if (id !== null) requireMembership(store, id);
      requireSession(store).organizationId = id;
    },
  };
}

function assertNames(
  { organizations }: Store,
  id: string | undefined,
  name: string | undefined,
  slug: string | undefined,
): void {
  if (name?.trim() === '') throw authError('invalid_input', 'name');
  const others = [...organizations.values()].filter((organization) => organization.id !== id);
  if (slug && others.some((organization) => organization.slug === slug))
    throw authError('slug_taken', 'slug');
}

function toOrganization(
  { id, name, slug, members }: OrganizationRecord,
  membership: MemberRecord,
): Organization {
  const isAdmin = membership.role === 'admin';
  return {
    id,
    name,
    ...(slug && { slug }),
    hasImage: false,
    memberCount: members.size,
    role: membership.role,
    roleName: roleNames[membership.role],
    can: { edit: isAdmin, manageMembers: isAdmin, delete: isAdmin },
  };
}
