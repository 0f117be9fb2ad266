import type { Organization, OrganizationPort } from '../../auth/OrganizationPort.ts';
import { doneAnswer } from './answer.ts';
import { path, type Api } from './createApi.ts';
import { createdAnswer, organizationsAnswer } from './organizationAnswers.ts';

/** How many are asked for at a time. */
const PAGE_SIZE = 100;

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
    async updateOrganization({ id, name, slug }) {
      await api.request(doneAnswer, 'PATCH', path`/organizations/${id}`, { fields: { name, slug } });
    },
    async setOrganizationLogo({ id, ...upload }) {
      await api.request(doneAnswer, 'PUT', path`/organizations/${id}/logo`, { upload });
    },
    async removeOrganizationLogo({ id }) {
      await api.request(doneAnswer, 'DELETE', path`/organizations/${id}/logo`);
    },
    async leaveOrganization({ id }) {
      await api.request(doneAnswer, 'DELETE', path`/me/organization_memberships/${id}`);
    },
    async deleteOrganization({ id }) {
      await api.request(doneAnswer, 'DELETE', path`/organizations/${id}`);
    },
  };
}
