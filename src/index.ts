// Over 200 lines: the list of everything that the package exports.
export {
  AuthError,
  type AuthErrorCode,
  type AuthErrorOptions,
  type AuthField,
  type ErrorField,
} from './auth/AuthError.ts';
export { authOperations, type AuthAdapter, type AuthOperation } from './auth/AuthAdapter.ts';
export type {
  Invitation,
  Member,
  MembersPort,
  Organization,
  OrganizationPort,
  Page,
  PageRequest,
  Role,
} from './auth/OrganizationPort.ts';
export type {
  AuthOptions,
  AuthProvider,
  AuthSession,
  AuthUser,
  FieldRequirement,
  SecondFactor,
  SessionPort,
  SessionRequestOptions,
} from './auth/SessionPort.ts';
export type {
  CodePurpose,
  PasswordCredentials,
  ProviderRequest,
  Redirect,
  SignInPort,
  SignInResult,
  SignUpDetails,
  SignUpField,
  SignUpPort,
  SignUpResult,
} from './auth/SignInPort.ts';
export type {
  ConnectedAccount,
  Device,
  EmailAddress,
  PasswordChange,
  PasswordProof,
  SecurityPort,
  Upload,
  UserChanges,
  UserDetails,
  UserPort,
} from './auth/UserPort.ts';
export type { SessionState } from './stores/sessionState.ts';
export { english } from './messages/english.ts';
export type { ErrorCode } from './messages/errors.ts';
export type { MessageOverrides, Messages } from './messages/messages.ts';
export {
  createMaintenanceMonitor,
  type MaintenanceMonitor,
  type MaintenanceMonitorOptions,
} from './monitor/createMaintenanceMonitor.ts';
export type { Check } from './monitor/createAsk.ts';
export type { StatusDetails } from './monitor/createRecovery.ts';
export type { CheckResult } from './monitor/evidence.ts';
export type { ReportDetails } from './monitor/createEvidenceCollector.ts';
export type { RequestOutcome, Tracked } from './monitor/createRequestLog.ts';
export { guardMutation, type GuardOptions } from './monitor/guardMutation.ts';
export type { ObservedAnswer, RequestObserver } from './monitor/observeExchange.ts';
export type { RecoveryPolicy } from './monitor/recoveryPolicy.ts';
export type { MaintenanceScope, MaintenanceState } from './monitor/maintenanceState.ts';
export { availabilityOf, type Availability } from './monitor/selectors.ts';
export { watchFetch } from './monitor/watchFetch.ts';
export { watchXhr } from './monitor/watchXhr.ts';
export { browserPlatform } from './platform/browserPlatform.ts';
export type { Platform, TabChannel, TextStorage } from './platform/platform.ts';
export { KitError } from './protocol/KitError.ts';
export type { MaintenanceNotice } from './protocol/notice.ts';
export type { MaintenanceWindow } from './protocol/serviceStatus.ts';
export type { WindowSource } from './protocol/windowSource.ts';
export type { ServiceCheck } from './protocol/serviceCheck.ts';
export { SystemUnderMaintenanceError } from './protocol/SystemUnderMaintenanceError.ts';
export { MaintenanceProvider, type MaintenanceProviderProps } from './react/MaintenanceProvider.tsx';
export {
  useGuardedMutation,
  type GuardedMutation,
  type GuardedMutationOptions,
  type MutationState,
} from './react/useGuardedMutation.ts';
export { useGuardedPress, type GuardedPress, type GuardedPressOptions } from './react/useGuardedPress.ts';
export { useMaintenance } from './react/useMaintenance.ts';
export { useMonitor } from './react/useMonitor.ts';
export { useDraft } from './react/useDraft.ts';
export { useErrorText } from './react/useErrorText.ts';
export { useSession } from './react/useSession.ts';
export { useAction, type Action, type ActionOptions } from './react/useAction.ts';
export { useSignOut } from './react/useSignOut.ts';
export { useSubmission, type Submission, type SubmissionError } from './react/useSubmission.ts';
export { MaintenanceBanner, type MaintenanceBannerProps } from './ui/notice/MaintenanceBanner.tsx';
export { MaintenanceDialog } from './ui/action/MaintenanceDialog.tsx';
export { MaintenanceGuard, type MaintenanceGuardProps } from './ui/notice/MaintenanceGuard.tsx';
export { ActionButton, type ActionButtonProps } from './ui/action/ActionButton.tsx';
export type { AuthFlowName, AuthStep } from './ui/auth-flow/authStep.ts';
export type { AsideSubmission, AuthFlow, SessionSubmission } from './ui/auth-flow/useAuthFlow.ts';
export type { AuthActions } from './ui/auth-flow/authActions.ts';
export type { AuthSetup } from './ui/auth-flow/useAuthOptions.ts';
export { Card, type CardProps } from './ui/layout/Card.tsx';
export { ConfirmButton, type ConfirmButtonProps } from './ui/action/ConfirmButton.tsx';
export type { AdditionalField } from './ui/form/AdditionalFields.tsx';
export { Field, type FieldProps } from './ui/form/Field.tsx';
export { FormAlert } from './ui/form/FormAlert.tsx';
export { GuardedArea, type GuardedAreaProps } from './ui/notice/GuardedArea.tsx';
export { GuardedForm, type GuardedFormProps } from './ui/form/GuardedForm.tsx';
export {
  AppearanceProvider,
  type CardHeaderParts,
  type ClassNames,
  type AppearanceProps,
  type FieldParts,
  type AppearanceProviderProps,
  type Renderers,
} from './ui/styling/Appearance.tsx';
export type { SlotName } from './ui/styling/slotNames.ts';
export { OtpField, type OtpFieldProps } from './ui/form/OtpField.tsx';
export { PasswordField } from './ui/form/PasswordField.tsx';
export { SubmitButton, type SubmitButtonProps } from './ui/form/SubmitButton.tsx';
export { ServiceUnavailable, type ServiceUnavailableProps } from './ui/notice/ServiceUnavailable.tsx';
export { SignIn, type SignInProps } from './ui/sign-in/SignIn.tsx';
export {
  useSignIn,
  type SignInController,
  type SignInOptions,
  type SignInWays,
} from './ui/sign-in/useSignIn.ts';
export { SignedIn, type SignedInProps } from './ui/signed-in/SignedIn.tsx';
export { SignedOut, type SignedOutProps } from './ui/signed-in/SignedOut.tsx';
export { SignUp, type SignUpProps } from './ui/sign-up/SignUp.tsx';
export { useSignUp, type SignUpController, type SignUpOptions } from './ui/sign-up/useSignUp.ts';
export { SignOutButton, type SignOutButtonProps } from './ui/action/SignOutButton.tsx';
export { UserButton, type UserButtonProps } from './ui/user-button/UserButton.tsx';
export { GuardedLink, type GuardedLinkProps } from './ui/action/GuardedLink.tsx';
export { useLoaded, type Loaded, type QueryResult, type LoadOptions } from './react/useLoaded.ts';
export type { Saved } from './ui/settings-page/useSaved.ts';
export { UserProfile, type UserProfileProps } from './ui/user-profile/UserProfile.tsx';
export {
  useConnectedAccounts,
  type ConnectedAccounts,
  type ConnectedAccountsOptions,
} from './ui/user-profile/useConnectedAccounts.ts';
export {
  useDeleteAccount,
  type DeleteAccount,
  type DeleteAccountOptions,
} from './ui/user-profile/useDeleteAccount.ts';
export { useDevices, type Devices } from './ui/user-profile/useDevices.ts';
export {
  useEmailAddresses,
  type EmailAddresses,
  type EmailStep,
} from './ui/user-profile/useEmailAddresses.ts';
export { useProfileDetails, type ProfileDetails } from './ui/user-profile/useProfileDetails.ts';
export {
  useSecurity,
  type AuthenticatorAim,
  type Security,
  type SecurityStep,
} from './ui/user-profile/useSecurity.ts';
export {
  CreateOrganization,
  type CreateOrganizationProps,
} from './ui/create-organization/CreateOrganization.tsx';
export {
  useCreateOrganization,
  type CreatedOrganization,
  type CreateOrganizationOptions,
  type NewOrganization,
  type OrganizationCreation,
} from './ui/create-organization/useCreateOrganization.ts';
export {
  OrganizationProfile,
  type OrganizationProfileProps,
} from './ui/organization-profile/OrganizationProfile.tsx';
export {
  useInvitations,
  type InvitationRequest,
  type Invitations,
} from './ui/organization-profile/useInvitations.ts';
export { useMembers, type Members } from './ui/organization-profile/useMembers.ts';
export { useOrganization } from './ui/organization-profile/useOrganization.ts';
export {
  useOrganizationDetails,
  type OrganizationChange,
  type OrganizationDetails,
  type OrganizationNames,
} from './ui/organization-profile/useOrganizationDetails.ts';
export { useOrganizationExit, type OrganizationExit } from './ui/organization-profile/useOrganizationExit.ts';
export type { LoadedPage, Pages } from './ui/organization-profile/usePages.ts';
export type { RoleChange } from './ui/organization-profile/useRoleChange.ts';
export type { Search } from './ui/organization-profile/useSearch.ts';
export {
  OrganizationSwitcher,
  type OrganizationSwitcherProps,
} from './ui/organization-switcher/OrganizationSwitcher.tsx';
export {
  useOrganizationSwitcher,
  type OrganizationChoice,
  type Switching,
} from './ui/organization-switcher/useOrganizationSwitcher.ts';
export { useActiveOrganization } from './react/useActiveOrganization.ts';
