import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import type { UserPort } from '../../auth/UserPort.ts';
import { additionalOf } from '../additionalOf.ts';
import { acknowledged, currentSession, redirected, succeeded } from './answers.ts';
import type { Api } from './createApi.ts';
import { nameOf } from './names.ts';
import { withAdditionalField } from './apiErrors.ts';
import type { BetterAuthAdapterOptions } from './options.ts';

/**
 * The operations on the user's own data. An account has one address, which a code can verify; changing it is not
 * supported.
 */
export type UserOperations = Required<
  Omit<UserPort, 'addEmailAddress' | 'setPrimaryEmailAddress' | 'removeEmailAddress'>
>;

const account = v.object({ id: v.string(), providerId: v.string() });
const accounts = v.array(account);

/** The provider id of the password among a user's accounts. */
const PASSWORD = 'credential';

/** Changes the signed-in user: names, picture, connected accounts, deletion. */
export function userOperations(
  api: Api,
  { uploadPicture }: Pick<BetterAuthAdapterOptions, 'uploadPicture'>,
): UserOperations {
  const loadSession = () => api.call(currentSession, 'getSession');
  const update = async (changes: object): Promise<void> =>
    void (await api.call(acknowledged, 'updateUser', changes));

  async function addressOf(id: string): Promise<string> {
    const { user } = await loadSession();
    if (user.id !== id || !user.email) throw new AuthError('not_found');
    return user.email;
  }

  return {
    async loadUser() {
      const { id, name, username, email, image, twoFactorEnabled, ...others } = (await loadSession()).user;
      const connected = await api.call(accounts, 'listAccounts');
      return {
        id,
        ...(name && { name }),
        ...(username && { username }),
        ...(email && { email }),
        ...(image && { imageUrl: image }),
        hasImage: Boolean(image),
        hasPassword: connected.some(({ providerId }) => providerId === PASSWORD),
        hasAuthenticator: twoFactorEnabled,
        hasBackupCodes: twoFactorEnabled,
        ...additionalOf(others),
      };
    },
    async updateUser({ username, additional = {}, ...names }) {
      const name = nameOf(names);
      const changes = { ...(name !== undefined && { name }), ...(username !== undefined && { username }) };
      await withAdditionalField(additional, () => update({ ...additional, ...changes }));
    },
    async setAvatar(upload) {
      await update({ image: await uploadPicture?.(upload) });
    },
    removeAvatar: () => update({ image: null }),
    async deleteAccount({ password } = {}) {
      await api.call(succeeded, 'deleteUser', { ...(password !== undefined && { password }) });
    },

    async loadEmailAddresses() {
      const { user } = await loadSession();
      if (!user.email) return [];
      return [
        {
          id: user.id,
          email: user.email,
          isPrimary: true,
          isVerified: user.emailVerified,
          linkedTo: [],
        },
      ];
    },
    async requestEmailAddressCode({ id }) {
      const email = await addressOf(id);
      await api.call(succeeded, 'emailOtp.sendVerificationOtp', { email, type: 'email-verification' });
    },
    async verifyEmailAddress({ id, code }) {
      const email = await addressOf(id);
      await api.call(acknowledged, 'emailOtp.verifyEmail', { email, otp: code });
    },

    async loadConnectedAccounts() {
      const found = await api.call(accounts, 'listAccounts');
      return found
        .filter(({ providerId }) => providerId !== PASSWORD)
        .map(({ id, providerId }) => ({ id, provider: providerId, isVerified: true }));
    },
    connectAccount: ({ provider, returnUrl }) =>
      api.call(redirected, 'linkSocial', {
        provider,
        callbackURL: returnUrl,
        errorCallbackURL: returnUrl,
        disableRedirect: true,
      }),
    async disconnectAccount({ id }) {
      await api.call(acknowledged, 'unlinkAccount', { accountId: id });
    },
  };
}
