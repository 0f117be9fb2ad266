import type { RequestKind } from '../protocol/requestRules.ts';
import type { MembersPort, OrganizationPort } from './OrganizationPort.ts';
import type { SessionPort } from './SessionPort.ts';
import type { SignInPort, SignUpPort } from './SignInPort.ts';
import type { SecurityPort, UserPort } from './UserPort.ts';

export type { AuthUser } from './SessionPort.ts';
export type { PasswordCredentials, SignUpDetails } from './SignInPort.ts';

/**
 * The port between the kit and a backend: plain asynchronous functions, each with at most one argument. Every backend
 * has `loadSession`; a form shows only the features that the other functions make possible.
 *
 * Each function rejects with `SystemUnderMaintenanceError` if the API reports a maintenance, with `AuthError` if the
 * API rejects the request for a reason that the user can read, and with any other error if the API is unreachable.
 */
export interface AuthAdapter
  extends SessionPort, SignInPort, SignUpPort, UserPort, SecurityPort, OrganizationPort, MembersPort {
  /** The name in messages for developers: "frontend-api", "better-auth". */
  readonly name: string;
  /** Absolute, or relative to the page. Its responses are trusted, see `apis` of the provider. */
  readonly baseUrl: string;
  /**
   * Whether `signUp`, `completeSignUp` and `updateUser` send `additional`, and `loadUser` loads it. Default: false, so that a
   * form with `additionalFields` throws instead of losing what the user types.
   */
  readonly supportsAdditionalFields?: boolean;
}

export type AuthOperation = Exclude<keyof AuthAdapter, 'name' | 'baseUrl' | 'supportsAdditionalFields'>;

/** The request kind of each operation: a `mutation` is guarded, `read` and `session` never are. */
export const authOperations: Readonly<Record<AuthOperation, RequestKind>> = {
  loadSession: 'read',
  refreshSession: 'session',
  signOut: 'mutation',
  checkService: 'read',
  loadAuthOptions: 'read',

  loadSignIn: 'read',
  signInWithPassword: 'mutation',
  requestSignInCode: 'mutation',
  resendSignInCode: 'mutation',
  submitSignInCode: 'mutation',
  requestSecondFactorCode: 'mutation',
  submitSecondFactor: 'mutation',
  requestPasswordReset: 'mutation',
  setNewPassword: 'mutation',
  signInWithProvider: 'mutation',
  finishProviderSignIn: 'mutation',
  signInWithPasskey: 'mutation',

  loadSignUp: 'read',
  signUp: 'mutation',
  completeSignUp: 'mutation',
  resendSignUpCode: 'mutation',
  submitSignUpCode: 'mutation',

  loadUser: 'read',
  updateUser: 'mutation',
  setAvatar: 'mutation',
  removeAvatar: 'mutation',
  deleteAccount: 'mutation',

  loadEmailAddresses: 'read',
  addEmailAddress: 'mutation',
  requestEmailAddressCode: 'mutation',
  verifyEmailAddress: 'mutation',
  setPrimaryEmailAddress: 'mutation',
  removeEmailAddress: 'mutation',

  loadConnectedAccounts: 'read',
  connectAccount: 'mutation',
  disconnectAccount: 'mutation',

  changePassword: 'mutation',
  startAuthenticator: 'mutation',
  confirmAuthenticator: 'mutation',
  removeAuthenticator: 'mutation',
  renewBackupCodes: 'mutation',
  loadDevices: 'read',
  revokeDevice: 'mutation',

  loadOrganizations: 'read',
  loadOrganization: 'read',
  createOrganization: 'mutation',
  updateOrganization: 'mutation',
  setOrganizationLogo: 'mutation',
  removeOrganizationLogo: 'mutation',
  leaveOrganization: 'mutation',
  deleteOrganization: 'mutation',
  // Part of the session's refresh, which a maintenance lets pass.
  setActiveOrganization: 'session',

  loadRoles: 'read',
  loadMembers: 'read',
  changeMemberRole: 'mutation',
  removeMember: 'mutation',
  loadInvitations: 'read',
  inviteMembers: 'mutation',
  revokeInvitation: 'mutation',
};
