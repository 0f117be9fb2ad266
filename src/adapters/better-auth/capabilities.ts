import { createLoader } from '../../protocol/createLoader.ts';
import { lazyOperations } from '../lazyOperations.ts';
import type { AccountOperations, AccountOptions } from './AccountOperations.ts';
import type { PluginId } from './client.ts';
import type { Api } from './createApi.ts';
import type { SignInOperations } from './signIn.ts';
import type { SignUpOperations } from './signUp.ts';

/** A feature of the server that the adapter's options turn on. */
export type Feature = PluginId | 'providers' | 'uploadPicture' | 'canDeleteAccount';

type AuthOperations = SignInOperations & SignUpOperations;

/** The requirements of an operation: the client's methods that it calls, and features. */
interface Requirements {
  readonly methods: readonly string[];
  readonly switches?: readonly Feature[];
  /** At least one of these features is required. */
  readonly either?: readonly Feature[];
}

const emailCode = (...methods: readonly string[]): Requirements => ({ methods, switches: ['email-otp'] });
const secondFactor = (...methods: readonly string[]): Requirements => ({ methods, switches: ['two-factor'] });
const provider = (...methods: readonly string[]): Requirements => ({ methods, switches: ['providers'] });
const organization = (...methods: readonly string[]): Requirements => ({
  methods,
  switches: ['organization'],
});

const signInRequirements: Readonly<Record<keyof AuthOperations, Requirements>> = {
  signInWithPassword: { methods: ['signIn.email'] },
  requestSignInCode: emailCode('emailOtp.sendVerificationOtp', 'signIn.emailOtp'),
  // A second factor may also be a code by email.
  resendSignInCode: { methods: [], either: ['email-otp', 'two-factor'] },
  submitSignInCode: { methods: [], either: ['email-otp', 'two-factor'] },
  requestSecondFactorCode: secondFactor('twoFactor.sendOtp'),
  submitSecondFactor: secondFactor('twoFactor.verifyTotp', 'twoFactor.verifyBackupCode'),
  requestPasswordReset: emailCode('emailOtp.requestPasswordReset', 'emailOtp.checkVerificationOtp'),
  setNewPassword: emailCode('emailOtp.resetPassword'),
  signInWithProvider: provider('signIn.social'),
  finishProviderSignIn: provider(),
  signInWithPasskey: { methods: ['signIn.passkey'], switches: ['passkey'] },
  signUp: { methods: ['signUp.email'] },
  submitSignUpCode: emailCode('emailOtp.verifyEmail'),
  resendSignUpCode: emailCode('emailOtp.sendVerificationOtp'),
};

const accountRequirements: Readonly<Record<keyof AccountOperations, Requirements>> = {
  loadUser: { methods: ['listAccounts'] },
  updateUser: { methods: ['updateUser'] },
  setAvatar: { methods: ['updateUser'], switches: ['uploadPicture'] },
  removeAvatar: { methods: ['updateUser'], switches: ['uploadPicture'] },
  deleteAccount: { methods: ['deleteUser'], switches: ['canDeleteAccount'] },

  loadEmailAddresses: emailCode(),
  requestEmailAddressCode: emailCode('emailOtp.sendVerificationOtp'),
  verifyEmailAddress: emailCode('emailOtp.verifyEmail'),

  loadConnectedAccounts: provider('listAccounts'),
  connectAccount: provider('linkSocial'),
  disconnectAccount: provider('unlinkAccount'),

  changePassword: { methods: ['changePassword'] },
  startAuthenticator: secondFactor('twoFactor.enable'),
  confirmAuthenticator: secondFactor('twoFactor.verifyTotp'),
  removeAuthenticator: secondFactor('twoFactor.disable'),
  renewBackupCodes: secondFactor('twoFactor.generateBackupCodes'),
  loadDevices: { methods: ['listSessions'] },
  revokeDevice: { methods: ['listSessions', 'revokeSession'] },

  loadOrganizations: organization('organization.list'),
  loadOrganization: organization('organization.list'),
  createOrganization: organization('organization.create'),
  updateOrganization: organization('organization.update'),
  setOrganizationLogo: { methods: ['organization.update'], switches: ['organization', 'uploadPicture'] },
  removeOrganizationLogo: { methods: ['organization.update'], switches: ['organization', 'uploadPicture'] },
  leaveOrganization: organization('organization.leave'),
  deleteOrganization: organization('organization.delete'),
  setActiveOrganization: organization('organization.setActive'),

  loadRoles: organization(),
  loadMembers: organization('organization.listMembers'),
  changeMemberRole: organization('organization.updateMemberRole'),
  removeMember: organization('organization.removeMember'),
  loadInvitations: organization('organization.listInvitations'),
  inviteMembers: organization('organization.inviteMember', 'organization.cancelInvitation'),
  revokeInvitation: organization('organization.cancelInvitation'),
};

/** Returns the operations whose requirements are met. */
export function createCapabilities(api: Api, isOn: (name: Feature) => boolean) {
  function supportedOf<Name extends string>(needs: Readonly<Record<Name, Requirements>>): readonly Name[] {
    return (Object.keys(needs) as Name[]).filter((name) => {
      const { methods, switches = [], either } = needs[name];
      return methods.every(api.has) && switches.every(isOn) && (either?.some(isOn) ?? true);
    });
  }

  return {
    ofAuth(operations: AuthOperations): Partial<AuthOperations> {
      return Object.fromEntries(supportedOf(signInRequirements).map((name) => [name, operations[name]]));
    },
    /** Returns the operations of a signed-in user. Their code loads on the first call. */
    ofLazyAccount(options: AccountOptions): Partial<AccountOperations> {
      const loader = createLoader<Partial<AccountOperations>>(async () => {
        const { accountOperations } = await import('./account.ts');
        return accountOperations(api, options);
      });
      return lazyOperations(supportedOf(accountRequirements), loader);
    },
  };
}
