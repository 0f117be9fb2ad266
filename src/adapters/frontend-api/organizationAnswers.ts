import * as v from 'valibot';
import type { Invitation, Member, Organization, Page, Role } from '../../auth/OrganizationPort.ts';
import { optionalText, type Answer } from './answer.ts';

const organization = v.object({
  id: v.string(),
  name: v.string(),
  slug: optionalText,
  image_url: optionalText,
  has_image: v.nullish(v.boolean(), false),
  members_count: v.nullish(v.number()),
  admin_delete_enabled: v.nullish(v.boolean(), true),
});

const ownMembership = v.object({
  organization,
  permissions: v.nullish(v.array(v.string()), []),
  role: v.string(),
  role_name: optionalText,
});

const member = v.object({
  role: v.string(),
  role_name: optionalText,
  created_at: v.nullish(v.number()),
  public_user_data: v.object({
    user_id: v.string(),
    identifier: optionalText,
    first_name: optionalText,
    last_name: optionalText,
    image_url: optionalText,
  }),
});

const invitation = v.object({
  id: v.string(),
  email_address: v.string(),
  role: v.string(),
  role_name: optionalText,
  created_at: v.nullish(v.number()),
});

export const createdAnswer: Answer<{ id: string }> = v.pipe(
  v.object({ response: v.object({ id: v.string() }) }),
  v.transform(({ response: { id } }) => ({ id })),
);

export const organizationsAnswer: Answer<Page<Organization>> = pageOf(ownMembership, (body) => ({
  id: body.organization.id,
  name: body.organization.name,
  ...(body.organization.slug && { slug: body.organization.slug }),
  ...(body.organization.image_url && { imageUrl: body.organization.image_url }),
  hasImage: body.organization.has_image,
  ...(typeof body.organization.members_count === 'number' && {
    memberCount: body.organization.members_count,
  }),
  role: body.role,
  roleName: body.role_name ?? body.role,
  can: {
    edit: body.permissions.includes('org:sys_profile:manage'),
    manageMembers: body.permissions.includes('org:sys_memberships:manage'),
    delete: body.organization.admin_delete_enabled && body.permissions.includes('org:sys_profile:delete'),
  },
}));

export const rolesAnswer: Answer<Page<Role>> = pageOf(
  v.object({ key: v.string(), name: v.string() }),
  ({ key, name }) => ({ id: key, name }),
);

/** Reads members, identified by their user id: that is what the API takes. */
export function membersAnswer(selfId: string | undefined): Answer<Page<Member>> {
  return pageOf(member, (body) => {
    const profile = body.public_user_data;
    const name = [profile.first_name, profile.last_name].filter(Boolean).join(' ');
    return {
      id: profile.user_id,
      ...(name && { name }),
      ...(profile.identifier && { identifier: profile.identifier }),
      ...(profile.image_url && { imageUrl: profile.image_url }),
      role: body.role,
      roleName: body.role_name ?? body.role,
      ...(typeof body.created_at === 'number' && { joinedAt: body.created_at }),
      isSelf: profile.user_id === selfId,
    };
  });
}

export const invitationsAnswer: Answer<Page<Invitation>> = pageOf(invitation, (body) => ({
  id: body.id,
  email: body.email_address,
  role: body.role,
  roleName: body.role_name ?? body.role,
  ...(typeof body.created_at === 'number' && { createdAt: body.created_at }),
}));

function pageOf<Body, Item>(item: Answer<Body>, read: (body: Body) => Item): Answer<Page<Item>> {
  return v.pipe(
    v.object({ response: v.object({ data: v.array(item), total_count: v.number() }) }),
    v.transform(({ response }) => ({ items: response.data.map(read), total: response.total_count })),
  );
}
