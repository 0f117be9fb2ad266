import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { linkedAccounts, toEmailAddressBody } from '../bodies/user.ts';
import {
  actingSession,
  readForm,
  required,
  respond,
  respondDeleted,
  type RouteContext,
  type RouteEnv,
} from '../http.ts';
import type { EmailAddressRecord, UserRecord } from '../userRecords.ts';
import { checkCode } from '../verification.ts';

/** `/v1/me/email_addresses`: added unverified, verified with a code, removed except for the last one. */
export function emailAddressRoutes(backend: Backend): Hono<RouteEnv> {
  const { store, accounts, mail } = backend;

  function find(c: RouteContext): { user: UserRecord; address: EmailAddressRecord } {
    const { user } = actingSession(c, backend);
    const address = user.emailAddresses.find(({ id }) => id === c.req.param('id'));
    if (!address) throw new ApiError('resource_not_found');
    return { user, address };
  }

  return new Hono<RouteEnv>()
    .get('/', (c) => {
      const { user } = actingSession(c, backend);
      return respond(
        c,
        backend,
        user.emailAddresses.map((address) => toEmailAddressBody(user, address)),
      );
    })
    .post('/', async (c) => {
      const { user } = actingSession(c, backend);
      const emailAddress = required(await readForm(c), 'email_address');
      accounts.assertEmailAddress(emailAddress);
      const address = accounts.addEmailAddress(user, emailAddress, null);
      return respond(c, backend, toEmailAddressBody(user, address));
    })
    .get('/:id', (c) => {
      const { user, address } = find(c);
      return respond(c, backend, toEmailAddressBody(user, address));
    })
    .post('/:id/prepare_verification', (c) => {
      const { user, address } = find(c);
      if (address.verification?.status === 'verified') throw new ApiError('verification_already_verified');
      backend.countCode();
      address.verification = mail.sendCode(address.emailAddress, 'email_code');
      return respond(c, backend, toEmailAddressBody(user, address));
    })
    .post('/:id/attempt_verification', async (c) => {
      const { user, address } = find(c);
      const code = required(await readForm(c), 'code');
      accounts.assertEmailAddress(address.emailAddress);
      checkCode(address.verification, code, store.now());
      return respond(c, backend, toEmailAddressBody(user, address));
    })
    .delete('/:id', (c) => {
      const { user, address } = find(c);
      if (linkedAccounts(user, address).length > 0) {
        throw new ApiError('delete_linked_identification_disallowed');
      }
      const others = user.emailAddresses.filter((other) => other !== address);
      const nextPrimary = others.find(({ verification }) => verification?.status === 'verified');
      if (user.primaryEmailAddressId === address.id) {
        if (!nextPrimary) throw new ApiError('identification_deletion_failed');
        user.primaryEmailAddressId = nextPrimary.id;
      }
      user.emailAddresses = others;
      return respondDeleted(c, backend, 'email_address', address.id);
    });
}
