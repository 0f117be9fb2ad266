import type { UserPort } from '../../auth/UserPort.ts';
import { redirectAnswer } from './answer.ts';
import { path, type Api } from './createApi.ts';
import { renameName, splitName } from './names.ts';
import { providerFields } from './signIn.ts';
import { upload } from './upload.ts';
import {
  connectedAccountsAnswer,
  emailAddressAnswer,
  emailAddressesAnswer,
  userAnswer,
} from './userAnswers.ts';

const ADDRESSES = '/me/email_addresses';

export function userOperations(api: Api): Required<UserPort> {
  return {
    loadUser: () => api.request(userAnswer, 'GET', '/me'),
    async updateUser(changes) {
      const { name, firstName, lastName, username } = changes;
      const fields = {
        ...(name !== undefined && splitName(name)),
        ...(firstName !== undefined && { first_name: firstName }),
        ...(lastName !== undefined && { last_name: lastName }),
        username,
      };
      await renameName(changes, () => api.done('PATCH', '/me', { fields }));
    },
    setAvatar: (picture) => upload(api, 'POST', '/me/profile_image', picture),
    removeAvatar: () => api.done('DELETE', '/me/profile_image'),
    async deleteAccount() {
      await api.done('DELETE', '/me');
      api.session = null;
    },

    loadEmailAddresses: () => api.request(emailAddressesAnswer, 'GET', '/me'),
    addEmailAddress: ({ email }) =>
      api.request(emailAddressAnswer, 'POST', `${ADDRESSES}/`, { fields: { email_address: email } }),
    requestEmailAddressCode: ({ id }) =>
      api.done('POST', `${ADDRESSES}${path`/${id}/prepare_verification`}`, {
        fields: { strategy: 'email_code' },
      }),
    verifyEmailAddress: ({ id, code }) =>
      api.done('POST', `${ADDRESSES}${path`/${id}/attempt_verification`}`, {
        fields: { code },
      }),
    setPrimaryEmailAddress: ({ id }) =>
      api.done('PATCH', '/me', { fields: { primary_email_address_id: id } }),
    removeEmailAddress: ({ id }) => api.done('DELETE', `${ADDRESSES}${path`/${id}`}`),

    loadConnectedAccounts: () => api.request(connectedAccountsAnswer, 'GET', '/me'),
    connectAccount: (request) =>
      api.request(redirectAnswer('verification'), 'POST', '/me/external_accounts', {
        fields: providerFields(request),
      }),
    disconnectAccount: ({ id }) => api.done('DELETE', path`/me/external_accounts/${id}`),
  };
}
