import * as v from 'valibot';
import type { Organization, OrganizationPort } from '../../auth/OrganizationPort.ts';
import { identified } from './answers.ts';
import type { Api } from './createApi.ts';
import type { BetterAuthAdapterOptions } from './options.ts';
import type { RoleNames } from './roleNames.ts';

const organization = v.object({
  id: v.string(),
  name: v.string(),
  slug: v.nullish(v.string()),
  logo: v.nullish(v.string()),
});
const organizations = v.array(organization);
const ownRole = v.object({ role: v.string() });
const counted = v.object({ members: v.array(identified), total: v.number() });

type OrganizationBody = v.InferOutput<typeof organization>;

/** Reads, creates and changes organizations, and switches the active one. */
export function organizationOperations(
  api: Api,
  { uploadPicture, roleName }: Pick<BetterAuthAdapterOptions, 'uploadPicture'> & RoleNames,
): Required<OrganizationPort> {
  async function describe({ id, name, slug, logo }: OrganizationBody): Promise<Organization> {
    const { role } = await api.call(ownRole, 'organization.getActiveMemberRole', {
      query: { organizationId: id },
    });
    // The client knows the permissions of each role, including the application's own roles.
    const may = (permissions: object) =>
      api.compute('organization.checkRolePermission', { role, permissions }) === true;
    return {
      id,
      name,
      ...(slug && { slug }),
      ...(logo && { imageUrl: logo }),
      hasImage: Boolean(logo),
      role,
      roleName: roleName(role),
      can: {
        edit: may({ organization: ['update'] }),
        manageMembers: may({ member: ['update', 'delete'], invitation: ['create'] }),
        delete: may({ organization: ['delete'] }),
      },
    };
  }

  async function update(id: string, data: object): Promise<void> {
    await api.call(identified, 'organization.update', { organizationId: id, data });
  }

  return {
    async loadOrganizations() {
      const found = await api.call(organizations, 'organization.list');
      return Promise.all(found.map(describe));
    },
    async loadOrganization({ id }) {
      // Searches the list: a request by id changes the active organization of a user who doesn't belong to it.
      const found = (await api.call(organizations, 'organization.list')).find((other) => other.id === id);
      if (!found) return null;
      const [described, { total }] = await Promise.all([
        describe(found),
        api.call(counted, 'organization.listMembers', { query: { organizationId: id, limit: 1 } }),
      ]);
      return { ...described, memberCount: total };
    },
    createOrganization: async ({ name, slug = proposeSlug(name) }) => {
      const { id } = await api.call(identified, 'organization.create', {
        name,
        slug,
        keepCurrentActiveOrganization: true,
      });
      return { id };
    },
    updateOrganization: ({ id, name, slug }) =>
      update(id, { ...(name !== undefined && { name }), ...(slug !== undefined && { slug }) }),
    async setOrganizationLogo({ id, ...upload }) {
      await update(id, { logo: await uploadPicture?.(upload) });
    },
    removeOrganizationLogo: ({ id }) => update(id, { logo: null }),
    async leaveOrganization({ id }) {
      await api.call(identified, 'organization.leave', { organizationId: id });
    },
    async deleteOrganization({ id }) {
      await api.call(identified, 'organization.delete', { organizationId: id });
    },
    async setActiveOrganization({ id }) {
      const answer = id === null ? v.null() : v.object({ id: v.literal(id) });
      await api.call(answer, 'organization.setActive', { organizationId: id });
    },
  };
}

/** Returns a slug, which better-auth requires. Its suffix distinguishes organizations with the same name. */
function proposeSlug(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${words || 'organization'}-${crypto.randomUUID().slice(0, 8)}`;
}
