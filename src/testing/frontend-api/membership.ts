import { ApiError } from './apiError.ts';
import type { Backend } from './backend.ts';
import { actingSession, type RouteContext } from './http.ts';
import { roles, type MembershipRecord, type OrganizationRecord } from './organizationRecords.ts';

/**
 * Returns the organization in the path, and the user's membership of it.
 *
 * @throws {ApiError} if the user doesn't belong to it, or the user's role lacks the permission.
 */
export function findOrganization(
  c: RouteContext,
  backend: Backend,
  permission?: string,
): { organization: OrganizationRecord; membership: MembershipRecord } {
  const { user } = actingSession(c, backend);
  const id = c.req.param('organizationId') ?? c.req.param('id') ?? '';
  const organization = backend.store.organizations.get(id);
  const membership = organization?.members.get(user.id);
  if (!organization || !membership) throw new ApiError('organization_not_found_or_unauthorized');
  if (permission !== undefined && !roles[membership.role].permissions.includes(permission)) {
    throw new ApiError('missing_organization_permission');
  }
  return { organization, membership };
}
