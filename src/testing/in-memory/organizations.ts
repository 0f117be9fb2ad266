import type { Organization, OrganizationPort } from '../../auth/OrganizationPort.ts';
import {
  addMember,
  addOrganization,
  refusal,
  requireSession,
  type MemberRecord,
  type OrganizationRecord,
  type RoleId,
  type Store,
} from './store.ts';

export const roleNames: Readonly<Record<RoleId, string>> = { admin: 'Admin', member: 'Member' };

/** The organization and the user's own membership of it. @throws {AuthError} `not_found`. */
export function requireMembership(
  store: Store,
  id: string,
): { readonly organization: OrganizationRecord; readonly own: MemberRecord } {
  const { user } = requireSession(store);
  const organization = store.organizations.get(id);
  const own = [...(organization?.members.values() ?? [])].find((member) => member.user === user);
  if (!organization || !own) throw refusal('not_found');
  return { organization, own };
}

/** The organization, for those who may change it. @throws {AuthError} `not_found`, `not_allowed`. */
export function requireAdmin(store: Store, id: string): OrganizationRecord {
  const { organization, own } = requireMembership(store, id);
  if (own.role !== 'admin') throw refusal('not_allowed');
  return organization;
}

/** @throws {AuthError} `last_admin` where `member` is the only admin. */
export function assertOtherAdmin({ members }: OrganizationRecord, member: MemberRecord): void {
  const others = [...members.values()].filter((other) => other !== member);
  if (member.role === 'admin' && !others.some(({ role }) => role === 'admin')) throw refusal('last_admin');
}

export type OrganizationOperations = Omit<OrganizationPort, 'setOrganizationLogo' | 'removeOrganizationLogo'>;

/** The organizations of the user. An admin may change everything, a member only leave. */
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
          .map((own) => toOrganization(organization, own)),
      );
    },
    async loadOrganization({ id }) {
      const { user } = requireSession(store);
      const organization = store.organizations.get(id);
      const own = [...(organization?.members.values() ?? [])].find((member) => member.user === user);
      return organization && own ? toOrganization(organization, own) : null;
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
      const { organization, own } = requireMembership(store, id);
      assertOtherAdmin(organization, own);
      organization.members.delete(own.id);
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
  if (name?.trim() === '') throw refusal('invalid_input', 'name');
  const others = [...organizations.values()].filter((organization) => organization.id !== id);
  if (slug && others.some((organization) => organization.slug === slug)) throw refusal('slug_taken', 'slug');
}

function toOrganization({ id, name, slug, members }: OrganizationRecord, own: MemberRecord): Organization {
  const isAdmin = own.role === 'admin';
  return {
    id,
    name,
    ...(slug && { slug }),
    hasImage: false,
    memberCount: members.size,
    role: own.role,
    roleName: roleNames[own.role],
    can: { edit: isAdmin, manageMembers: isAdmin, delete: isAdmin },
  };
}
