/** The configuration of the emulated instance, which its environment contains and its routes enforce. */
export interface FrontendApiSettings {
  /** Default: "Emulator". */
  readonly applicationName: string;
  /** The first and last name at a sign-up. Default: "optional". */
  readonly name: 'off' | 'optional' | 'required';
  /** Default: "off". */
  readonly username: 'off' | 'optional' | 'required';
  /** Whether a sign-up must verify its address with a code. Default: false. */
  readonly verifyEmailAddress: boolean;
  /**
   * Whether a user without a second factor needs a code by email on a new device, besides the password. Default: false.
   */
  readonly verifyNewDevices: boolean;
  /** Whether a sign-up must accept the terms. Default: false. */
  readonly legalConsent: boolean;
  /** Default: 8. */
  readonly passwordMinLength: number;
  /** The providers that users can sign in with, such as "google". Default: none. */
  readonly providers: readonly string[];
  /** Whether users can sign in with a passkey. Default: false. */
  readonly passkeys: boolean;
  /** Default: true. */
  readonly organizations: boolean;
  /** The maximum number of members of an organization, including invitations. Default: 100. */
  readonly membersLimit: number;
}

export const defaultSettings: FrontendApiSettings = {
  applicationName: 'Emulator',
  name: 'optional',
  username: 'off',
  verifyEmailAddress: false,
  verifyNewDevices: false,
  legalConsent: false,
  passwordMinLength: 8,
  providers: [],
  passkeys: false,
  organizations: true,
  membersLimit: 100,
};
