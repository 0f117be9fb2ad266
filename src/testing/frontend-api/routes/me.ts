import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { toSignedInUserBody } from '../bodies/session.ts';
import {
  actingSession,
  closeOtherSessions,
  isTrue,
  readForm,
  readMetadata,
  required,
  respond,
  respondDeleted,
  type RouteEnv,
} from '../http.ts';
import { mergePatch } from '../mergePatch.ts';
import { readPicture } from '../pictures.ts';
import { assertNotLastAdmin } from '../organizationRecords.ts';

/** `/v1/me`: the user of the request's session, including the picture and the password. */
export function meRoutes(backend: Backend): Hono<RouteEnv> {
  const { store, accounts } = backend;

  return new Hono<RouteEnv>()
    .get('/', (c) => respond(c, backend, toSignedInUserBody(backend, actingSession(c, backend))))
    .patch('/', async (c) => {
      const session = actingSession(c, backend);
      const { user } = session;
      const form = await readForm(c);
      const firstName = form.get('first_name');
      const lastName = form.get('last_name');
      const username = form.get('username');
      const unsafeMetadata = readMetadata(form);
      const primaryId = form.get('primary_email_address_id');
      if (username) accounts.assertUsername(username, user);
      if (primaryId !== null) {
        const address = user.emailAddresses.find(({ id }) => id === primaryId);
        if (address?.verification?.status !== 'verified') throw new ApiError('resource_not_found');
        user.primaryEmailAddressId = primaryId;
      }
      if (firstName !== null) user.firstName = firstName || null;
      if (lastName !== null) user.lastName = lastName || null;
      if (username !== null) user.username = username || null;
      if (unsafeMetadata !== undefined) user.unsafeMetadata = unsafeMetadata;
      user.updatedAt = store.now();
      return respond(c, backend, toSignedInUserBody(backend, session));
    })
    .patch('/metadata', async (c) => {
      const session = actingSession(c, backend);
      const { user } = session;
      user.unsafeMetadata = mergePatch(user.unsafeMetadata, readMetadata(await readForm(c)) ?? {});
      user.updatedAt = store.now();
      return respond(c, backend, toSignedInUserBody(backend, session));
    })
    .delete('/', async (c) => {
      const { user } = actingSession(c, backend);
      for (const organization of store.organizationsOf(user)) {
        const membership = organization.members.get(user.id);
        // The organization of its only member is removed too.
        if (membership && organization.members.size > 1) assertNotLastAdmin(organization, membership);
        else store.organizations.delete(organization.id);
      }
      accounts.remove(user);
      return respondDeleted(c, backend, 'user', user.id);
    })
    .post('/profile_image', async (c) => {
      const { user } = actingSession(c, backend);
      user.imageUrl = await readPicture(c);
      user.updatedAt = store.now();
      return respond(c, backend, {
        object: 'image',
        id: `img_${user.id}`,
        name: null,
        public_url: user.imageUrl,
      });
    })
    .delete('/profile_image', (c) => {
      const { user } = actingSession(c, backend);
      user.imageUrl = '';
      user.updatedAt = store.now();
      return respondDeleted(c, backend, 'image', `img_${user.id}`);
    })
    .post('/change_password', async (c) => {
      const session = actingSession(c, backend);
      const { user } = session;
      const form = await readForm(c);
      const password = required(form, 'new_password');
      const current = form.get('current_password') ?? '';
      if (user.password && !(await backend.hasPassword(user, current))) {
        throw new ApiError('form_password_incorrect', { param: 'current_password' });
      }
      accounts.assertPassword(password, 'new_password');
      if (user.password && current === password) {
        throw new ApiError('form_new_password_matches_current', { param: 'new_password' });
      }
      user.password = await backend.hashPassword(password);
      if (isTrue(form, 'sign_out_of_other_sessions')) closeOtherSessions(backend, user, session);
      return respond(c, backend, toSignedInUserBody(backend, session));
    });
}
