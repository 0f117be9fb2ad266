import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import { authenticatorUri, isAuthenticatorCode, newAuthenticatorSecret } from '../authenticator.ts';
import type { Backend } from '../backend.ts';
import type { Body } from '../bodies/body.ts';
import { actingSession, readForm, required, respond, respondDeleted, type RouteEnv } from '../http.ts';
import { hasSecondFactor, identifierOf, type UserRecord } from '../userRecords.ts';

const BACKUP_CODES = 10;

/** `/v1/me/totp` and `/v1/me/backup_codes`: the authenticator, and the codes for a lost one. */
export function secondFactorRoutes(backend: Backend): Hono<RouteEnv> {
  const { store, settings } = backend;

  function renewBackupCodes(user: UserRecord): string[] {
    const codes = Array.from({ length: BACKUP_CODES }, () => store.newId('').slice(1, 9));
    user.backupCodes = new Set(codes);
    return codes;
  }

  function times(): Body {
    return { created_at: store.now(), updated_at: store.now() };
  }

  return new Hono<RouteEnv>()
    .post('/totp', (c) => {
      const { user } = actingSession(c, backend);
      const secret = newAuthenticatorSecret();
      user.authenticator = { secret, isVerified: false };
      return respond(c, backend, {
        object: 'totp',
        id: `totp_${user.id}`,
        secret,
        uri: authenticatorUri(settings.applicationName, identifierOf(user), secret),
        verified: false,
        ...times(),
      });
    })
    .post('/totp/attempt_verification', async (c) => {
      const { user } = actingSession(c, backend);
      const { authenticator } = user;
      const code = required(await readForm(c), 'code');
      if (!authenticator) throw new ApiError('resource_not_found');
      if (!(await isAuthenticatorCode(authenticator.secret, code, store.now()))) {
        throw new ApiError('form_code_incorrect', { param: 'code' });
      }
      authenticator.isVerified = true;
      return respond(c, backend, {
        object: 'totp',
        id: `totp_${user.id}`,
        verified: true,
        backup_codes: renewBackupCodes(user),
        ...times(),
      });
    })
    .delete('/totp', (c) => {
      const { user } = actingSession(c, backend);
      if (!user.authenticator) throw new ApiError('resource_not_found');
      user.authenticator = null;
      user.backupCodes = new Set();
      return respondDeleted(c, backend, 'totp', `totp_${user.id}`);
    })
    .post('/backup_codes', (c) => {
      const { user } = actingSession(c, backend);
      if (!hasSecondFactor(user)) throw new ApiError('resource_not_found');
      const codes = renewBackupCodes(user);
      return respond(c, backend, { object: 'backup_code', id: `bc_${user.id}`, codes, ...times() });
    });
}
