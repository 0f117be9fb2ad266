import type { RequestKind } from '../protocol/classifyRequest.ts';
import type { MembersPort, OrganizationPort } from './OrganizationPort.ts';
import type { SessionPort } from './SessionPort.ts';
import type { SignInPort, SignUpPort } from './SignInPort.ts';
import type { SecurityPort, UserPort } from './UserPort.ts';

export type { AuthUser } from './SessionPort.ts';
export type { PasswordCredentials, SignUpDetails } from './SignInPort.ts';

/**
 * What the kit asks of a backend: plain asynchronous functions, each with at most one argument. `loadSession` is
 * the one that every backend has; a form shows only what the others make possible.
 *
 * Each function rejects with `SystemUnderMaintenanceError` when the API said so, with `AuthError` when the API
 * refused for a reason that people can be told, and with anything else when it could not be reached.
 */
export interface AuthAdapter
  extends SessionPort, SignInPort, SignUpPort, UserPort, SecurityPort, OrganizationPort, MembersPort {
  /** For messages to developers: "frontend-api", "better-auth". */
  readonly name: string;
  /** Absolute, or relative to the page. What it answers is believed, see `apis` of the provider. */
  readonly baseUrl: string;
}

export type AuthOperation = Exclude<keyof AuthAdapter, 'name' | 'baseUrl'>;

/** What a maintenance does to each operation: a `mutation` is guarded, `read` and `session` never are. */
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
  // Travels with the session's refresh, which a maintenance lets pass.
  setActiveOrganization: 'session',

  loadRoles: 'read',
  loadMembers: 'read',
  changeMemberRole: 'mutation',
  removeMember: 'mutation',
  loadInvitations: 'read',
  inviteMembers: 'mutation',
  revokeInvitation: 'mutation',
};
