import type { UserPort } from '../../auth/UserPort.ts';
import { redirectAnswer } from './answer.ts';
import { escapePath, type Api } from './createApi.ts';
import { changedMetadata } from './metadata.ts';
import { withNameField, splitName } from './names.ts';
import { providerFields } from './signIn.ts';
import { upload } from './upload.ts';
import {
  connectedAccountsAnswer,
  emailAddressAnswer,
  emailAddressesAnswer,
  userAnswer,
} from './userAnswers.ts';

const ADDRESSES = '/me/email_addresses';

/** Changes the signed-in user: names, picture, email addresses, connected accounts, deletion. */
export function userOperations(api: Api): Required<UserPort> {
  return {
    loadUser: () => api.request(userAnswer, 'GET', '/me'),
    async updateUser(changes) {
      const { name, firstName, lastName, username, additional } = changes;
      const fields = {
        ...(name !== undefined && splitName(name)),
        ...(firstName !== undefined && { first_name: firstName }),
        ...(lastName !== undefined && { last_name: lastName }),
        username,
      };
      if (Object.values(fields).some((value) => value !== undefined)) {
        await withNameField(changes, () => api.execute('PATCH', '/me', { fields }));
      }
      if (additional) await api.execute('PATCH', '/me/metadata', { fields: changedMetadata(additional) });
    },
    setAvatar: (picture) => upload(api, 'POST', '/me/profile_image', picture),
    removeAvatar: () => api.execute('DELETE', '/me/profile_image'),
    async deleteAccount() {
      await api.execute('DELETE', '/me');
      api.session = null;
    },

    loadEmailAddresses: () => api.request(emailAddressesAnswer, 'GET', '/me'),
    addEmailAddress: ({ email }) =>
      api.request(emailAddressAnswer, 'POST', `${ADDRESSES}/`, { fields: { email_address: email } }),
    requestEmailAddressCode: ({ id }) =>
      api.execute('POST', `${ADDRESSES}${escapePath`/${id}/prepare_verification`}`, {
        fields: { strategy: 'email_code' },
      }),
    verifyEmailAddress: ({ id, code }) =>
      api.execute('POST', `${ADDRESSES}${escapePath`/${id}/attempt_verification`}`, {
        fields: { code },
      }),
    setPrimaryEmailAddress: ({ id }) =>
      api.execute('PATCH', '/me', { fields: { primary_email_address_id: id } }),
    removeEmailAddress: ({ id }) => api.execute('DELETE', `${ADDRESSES}${escapePath`/${id}`}`),

    loadConnectedAccounts: () => api.request(connectedAccountsAnswer, 'GET', '/me'),
    connectAccount: (request) =>
      api.request(redirectAnswer('verification'), 'POST', '/me/external_accounts', {
        fields: providerFields(request),
      }),
    disconnectAccount: ({ id }) => api.execute('DELETE', escapePath`/me/external_accounts/${id}`),
  };
}
