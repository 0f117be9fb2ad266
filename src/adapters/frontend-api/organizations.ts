import type { Organization, OrganizationPort } from '../../auth/OrganizationPort.ts';
import { escapePath, type Api } from './createApi.ts';
import { createdAnswer, organizationsAnswer } from './organizationAnswers.ts';
import { upload } from './upload.ts';

/** The number of items per request. */
const PAGE_SIZE = 100;

/** Reads, creates and changes organizations. */
export function organizationOperations(api: Api): Required<Omit<OrganizationPort, 'setActiveOrganization'>> {
  async function loadOrganizations(offset = 0): Promise<readonly Organization[]> {
    const query = { paginated: true, limit: PAGE_SIZE, offset };
    const { items, total } = await api.request(organizationsAnswer, 'GET', '/me/organization_memberships', {
      query,
    });
    const next = offset + items.length;
    return items.length > 0 && next < total ? [...items, ...(await loadOrganizations(next))] : items;
  }

  return {
    loadOrganizations: () => loadOrganizations(),
    async loadOrganization({ id }) {
      const organizations = await loadOrganizations();
      return organizations.find((organization) => organization.id === id) ?? null;
    },
    createOrganization: ({ name, slug }) =>
      api.request(createdAnswer, 'POST', '/organizations', { fields: { name, slug } }),
    updateOrganization: ({ id, name, slug }) =>
      api.execute('PATCH', escapePath`/organizations/${id}`, { fields: { name, slug } }),
    setOrganizationLogo: ({ id, ...picture }) =>
      upload(api, 'PUT', escapePath`/organizations/${id}/logo`, picture),
    removeOrganizationLogo: ({ id }) => api.execute('DELETE', escapePath`/organizations/${id}/logo`),
    leaveOrganization: ({ id }) => api.execute('DELETE', escapePath`/me/organization_memberships/${id}`),
    deleteOrganization: ({ id }) => api.execute('DELETE', escapePath`/organizations/${id}`),
  };
}
