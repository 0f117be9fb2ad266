import type { UserPort } from '../../auth/UserPort.ts';
import { doneAnswer, redirectAnswer } from './answer.ts';
import { path, type Api } from './createApi.ts';
import { renameName, splitName } from './names.ts';
import { providerFields } from './signIn.ts';
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
      await renameName(changes, () => api.request(doneAnswer, 'PATCH', '/me', { fields }));
    },
    async setAvatar(upload) {
      await api.request(doneAnswer, 'POST', '/me/profile_image', { upload });
    },
    async removeAvatar() {
      await api.request(doneAnswer, 'DELETE', '/me/profile_image');
    },
    async deleteAccount() {
      await api.request(doneAnswer, 'DELETE', '/me');
      api.session = null;
    },

    loadEmailAddresses: () => api.request(emailAddressesAnswer, 'GET', '/me'),
    addEmailAddress: ({ email }) =>
      api.request(emailAddressAnswer, 'POST', `${ADDRESSES}/`, { fields: { email_address: email } }),
    async requestEmailAddressCode({ id }) {
      await api.request(doneAnswer, 'POST', `${ADDRESSES}${path`/${id}/prepare_verification`}`, {
        fields: { strategy: 'email_code' },
      });
    },
    async verifyEmailAddress({ id, code }) {
      await api.request(doneAnswer, 'POST', `${ADDRESSES}${path`/${id}/attempt_verification`}`, {
        fields: { code },
      });
    },
    async setPrimaryEmailAddress({ id }) {
      await api.request(doneAnswer, 'PATCH', '/me', { fields: { primary_email_address_id: id } });
    },
    async removeEmailAddress({ id }) {
      await api.request(doneAnswer, 'DELETE', `${ADDRESSES}${path`/${id}`}`);
    },

    loadConnectedAccounts: () => api.request(connectedAccountsAnswer, 'GET', '/me'),
    connectAccount: (request) =>
      api.request(redirectAnswer('verification'), 'POST', '/me/external_accounts', {
        fields: providerFields(request),
      }),
    async disconnectAccount({ id }) {
      await api.request(doneAnswer, 'DELETE', path`/me/external_accounts/${id}`);
    },
  };
}
