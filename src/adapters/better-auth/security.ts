import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import type { Device, PasswordProof, SecurityPort } from '../../auth/UserPort.ts';
import { acknowledged, currentSession, signedIn } from './answers.ts';
import type { Api } from './createApi.ts';
import { readUserAgent } from './readUserAgent.ts';
import { withErrorMapping } from './apiErrors.ts';

const device = v.object({
  id: v.string(),
  token: v.string(),
  ipAddress: v.nullish(v.string()),
  userAgent: v.nullish(v.string()),
  updatedAt: v.nullish(v.string()),
});
const devices = v.array(device);
const codes = v.object({ backupCodes: v.array(v.string()) });
const setup = v.object({ backupCodes: v.array(v.string()), totpURI: v.pipe(v.string(), v.url()) });

function toDevice(
  { id, ipAddress, userAgent, updatedAt }: v.InferOutput<typeof device>,
  currentId: string,
): Device {
  return {
    id,
    isCurrent: id === currentId,
    ...readUserAgent(userAgent ?? ''),
    ...(ipAddress && { ipAddress }),
    ...(updatedAt && { lastActiveAt: Date.parse(updatedAt) }),
  };
}

/** Changes passwords and second factors, and lists and revokes devices. */
export function securityOperations(api: Api): Required<SecurityPort> {
  /** They arrive with the secret, and are shown after the authenticator is confirmed. */
  let backupCodes: readonly string[] = [];

  /** Sends a request with the password. Without one, the server reports in several ways that it requires it. */
  function withPassword<Schema extends v.GenericSchema>(
    schema: Schema,
    method: string,
    { password }: PasswordProof,
  ): Promise<v.InferOutput<Schema>> {
    return withErrorMapping(
      ({ code, field }) =>
        field === 'password' || (password === undefined && code === 'invalid_input')
          ? ['password_incorrect', 'password']
          : [code, field],
      () => api.call(schema, method, password === undefined ? {} : { password }),
    );
  }

  return {
    async changePassword({ currentPassword = '', newPassword, signOutOtherDevices = false }) {
      // In a form with two passwords, an error about "the password" belongs to one of the two.
      await withErrorMapping(
        ({ code, field }) =>
          code === 'invalid_credentials'
            ? ['password_incorrect', 'currentPassword']
            : [code, field === 'password' ? 'newPassword' : field],
        () =>
          api.call(signedIn, 'changePassword', {
            currentPassword,
            newPassword,
            revokeOtherSessions: signOutOtherDevices,
          }),
      );
    },
    async startAuthenticator(proof = {}) {
      const { totpURI, backupCodes: fresh } = await withPassword(setup, 'twoFactor.enable', proof);
      backupCodes = fresh;
      return { secret: new URL(totpURI).searchParams.get('secret') ?? '', uri: totpURI };
    },
    async confirmAuthenticator({ code }) {
      await api.call(signedIn, 'twoFactor.verifyTotp', { code });
      const shown = backupCodes;
      backupCodes = [];
      return { backupCodes: shown };
    },
    async removeAuthenticator(proof = {}) {
      await withPassword(acknowledged, 'twoFactor.disable', proof);
    },
    renewBackupCodes: (proof = {}) => withPassword(codes, 'twoFactor.generateBackupCodes', proof),
    async loadDevices() {
      const { session } = await api.call(currentSession, 'getSession');
      const found = await api.call(devices, 'listSessions');
      return found
        .map((entry) => toDevice(entry, session.id))
        .toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
    },
    // Revoking requires the session's token, which the kit doesn't keep in the page.
    async revokeDevice({ id }) {
      const found = await api.call(devices, 'listSessions');
      const token = found.find((other) => other.id === id)?.token;
      if (token === undefined) throw new AuthError('not_found');
      await api.call(acknowledged, 'revokeSession', { token });
    },
  };
}
