import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { toMembershipBody, toOrganizationBody, toRoleBody } from '../bodies/organization.ts';
import {
  actingSession,
  given,
  readForm,
  required,
  respond,
  respondDeleted,
  respondPage,
  type RouteContext,
  type RouteEnv,
} from '../http.ts';
import { findOrganization } from '../membership.ts';
import { assertNotLastAdmin, slugOf, type OrganizationRecord } from '../organizationRecords.ts';
import { readPicture } from '../pictures.ts';

/** `/v1/organizations`: each with a name, a unique slug and a logo. */
export function organizationRoutes(backend: Backend): Hono<RouteEnv> {
  const { store, settings } = backend;

  function assertSlug(slug: string, self?: OrganizationRecord): void {
    const param = 'slug';
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new ApiError('form_param_format_invalid', { param });
    const owner = [...store.organizations.values()].find((organization) => organization.slug === slug);
    if (owner && owner !== self) throw new ApiError('form_identifier_exists', { param });
  }

  /** Returns a slug that no organization has yet. */
  function freeSlug(name: string): string {
    const wanted = slugOf(name);
    const taken = new Set([...store.organizations.values()].map(({ slug }) => slug));
    return wanted && !taken.has(wanted) ? wanted : `${wanted || 'org'}-${store.now()}-${taken.size}`;
  }

  async function answer(c: RouteContext, organization: OrganizationRecord): Promise<Response> {
    return respond(c, backend, toOrganizationBody(organization, settings.membersLimit));
  }

  async function change(
    c: RouteContext,
    organization: OrganizationRecord,
    changes: Partial<Pick<OrganizationRecord, 'name' | 'slug' | 'imageUrl'>>,
  ): Promise<Response> {
    Object.assign(organization, changes, { updatedAt: store.now() });
    return answer(c, organization);
  }

  return new Hono<RouteEnv>()
    .post('/', async (c) => {
      const { user } = actingSession(c, backend);
      if (!settings.organizations) throw new ApiError('organization_not_enabled_in_instance');
      const form = await readForm(c);
      const name = required(form, 'name');
      const slug = given(form, 'slug') ?? freeSlug(name);
      assertSlug(slug);
      const organization: OrganizationRecord = {
        id: store.newId('org'),
        createdAt: store.now(),
        name,
        slug,
        imageUrl: '',
        updatedAt: store.now(),
        members: new Map(),
        invitations: new Map(),
      };
      store.organizations.set(organization.id, organization);
      store.addMember(organization, user, 'org:admin');
      return answer(c, organization);
    })
    .get('/:id', (c) => answer(c, findOrganization(c, backend).organization))
    .patch('/:id', async (c) => {
      const { organization } = findOrganization(c, backend, 'org:sys_profile:manage');
      const form = await readForm(c);
      const slug = form.get('slug') ?? organization.slug;
      assertSlug(slug, organization);
      return change(c, organization, { name: given(form, 'name') ?? organization.name, slug });
    })
    .delete('/:id', (c) => {
      const { organization } = findOrganization(c, backend, 'org:sys_profile:delete');
      store.organizations.delete(organization.id);
      return respondDeleted(c, backend, 'organization', organization.id);
    })
    .put('/:id/logo', async (c) => {
      const { organization } = findOrganization(c, backend, 'org:sys_profile:manage');
      return change(c, organization, { imageUrl: await readPicture(c) });
    })
    .delete('/:id/logo', (c) => {
      const { organization } = findOrganization(c, backend, 'org:sys_profile:manage');
      return change(c, organization, { imageUrl: '' });
    })
    .get('/:id/roles', (c) => {
      findOrganization(c, backend);
      return respondPage(c, backend, [toRoleBody('org:admin'), toRoleBody('org:member')]);
    });
}

/** `/v1/me/organization_memberships`: the user's memberships, and leaving. */
export function ownMembershipRoutes(backend: Backend): Hono<RouteEnv> {
  const { store, settings } = backend;
  return new Hono<RouteEnv>()
    .get('/', (c) => {
      const { user } = actingSession(c, backend);
      const memberships = store.organizationsOf(user).flatMap((organization) => {
        const membership = organization.members.get(user.id);
        return membership ? [toMembershipBody(organization, membership, settings.membersLimit)] : [];
      });
      return respondPage(c, backend, memberships);
    })
    .delete('/:organizationId', (c) => {
      const { organization, membership } = findOrganization(c, backend);
      assertNotLastAdmin(organization, membership);
      organization.members.delete(membership.user.id);
      return respondDeleted(c, backend, 'organization_membership', membership.id);
    });
}
