import * as v from 'valibot';
import { AuthError, type AuthErrorCode, type AuthField } from '../../auth/AuthError.ts';
import type { Device, SecurityPort, UserPort } from '../../auth/UserPort.ts';
import type { BetterAuthClient } from './client.ts';
import { request } from './request.ts';

export type AccountOperations = Pick<UserPort, 'loadUser' | 'deleteAccount'> &
  Pick<SecurityPort, 'changePassword' | 'loadDevices' | 'revokeDevice'>;

const own = v.object({
  session: v.object({ id: v.string() }),
  user: v.object({
    id: v.string(),
    name: v.nullish(v.string()),
    username: v.nullish(v.string()),
    email: v.nullish(v.string()),
    image: v.nullish(v.string()),
    twoFactorEnabled: v.nullish(v.boolean(), false),
  }),
});
const accounts = v.array(v.object({ providerId: v.string() }));
const device = v.object({
  id: v.string(),
  token: v.string(),
  ipAddress: v.nullish(v.string()),
  userAgent: v.nullish(v.string()),
  updatedAt: v.nullish(v.string()),
});
const devices = v.array(device);
const deleted = v.object({ success: v.literal(true) });
const revoked = v.object({ status: v.literal(true) });
const changed = v.object({ user: v.object({ id: v.string() }) });

function toDevice(
  { id, ipAddress, userAgent, updatedAt }: v.InferOutput<typeof device>,
  currentId: string,
): Device {
  return {
    id,
    isCurrent: id === currentId,
    ...(userAgent && { browser: userAgent }),
    ...(ipAddress && { ipAddress }),
    ...(updatedAt && { lastActiveAt: Date.parse(updatedAt) }),
  };
}

/** What better-auth says of "the password" is, to a form with two of them, about one of the two. */
function toPasswordRefusal(error: AuthError): AuthError {
  const [code, field]: [AuthErrorCode, AuthField | undefined] =
    error.code === 'invalid_credentials'
      ? ['password_incorrect', 'currentPassword']
      : [error.code, error.field === 'password' ? 'newPassword' : error.field];
  return new AuthError(code, { field, backendCode: error.backendCode, status: error.status });
}

/** What the client can do for somebody's account without a plugin. */
export function accountOperations(
  client: BetterAuthClient,
  { canDeleteAccount }: { readonly canDeleteAccount: boolean },
): AccountOperations {
  const { changePassword, deleteUser, listAccounts, listSessions, revokeSession } = client;

  const loadOwn = () => request(own, (fetchOptions) => client.getSession({ fetchOptions }));

  return {
    ...(listAccounts && {
      async loadUser() {
        const { user } = await loadOwn();
        const connected = await request(accounts, (fetchOptions) => listAccounts({ fetchOptions }));
        return {
          id: user.id,
          ...(user.name && { name: user.name }),
          ...(user.username && { username: user.username }),
          ...(user.email && { email: user.email }),
          ...(user.image && { imageUrl: user.image }),
          hasImage: Boolean(user.image),
          hasPassword: connected.some(({ providerId }) => providerId === 'credential'),
          hasAuthenticator: user.twoFactorEnabled,
          hasBackupCodes: user.twoFactorEnabled,
        };
      },
    }),
    ...(deleteUser &&
      canDeleteAccount && {
        async deleteAccount({ password } = {}) {
          await request(deleted, (fetchOptions) =>
            deleteUser({ ...(password !== undefined && { password }), fetchOptions }),
          );
        },
      }),
    ...(changePassword && {
      async changePassword({ currentPassword = '', newPassword, signOutOtherDevices = false }) {
        try {
          await request(changed, (fetchOptions) =>
            changePassword({
              currentPassword,
              newPassword,
              revokeOtherSessions: signOutOtherDevices,
              fetchOptions,
            }),
          );
        } catch (error) {
          throw error instanceof AuthError ? toPasswordRefusal(error) : error;
        }
      },
    }),
    ...(listSessions && {
      async loadDevices() {
        const { session } = await loadOwn();
        const found = await request(devices, (fetchOptions) => listSessions({ fetchOptions }));
        return found
          .map((entry) => toDevice(entry, session.id))
          .toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
      },
    }),
    ...(listSessions &&
      revokeSession && {
        // Revoking takes the session's secret, which is not handed out to be kept in a page.
        async revokeDevice({ id }) {
          const found = await request(devices, (fetchOptions) => listSessions({ fetchOptions }));
          const token = found.find((other) => other.id === id)?.token;
          if (token === undefined) throw new AuthError('not_found');
          await request(revoked, (fetchOptions) => revokeSession({ token, fetchOptions }));
        },
      }),
  };
}
