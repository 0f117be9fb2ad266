/** How the emulated instance is set up: what its environment says, and what its routes keep to. */
export interface FrontendApiSettings {
  /** Default: "Emulator". */
  readonly applicationName: string;
  /** First and last name at a sign-up. Default: "optional". */
  readonly name: 'off' | 'optional' | 'required';
  /** Default: "off". */
  readonly username: 'off' | 'optional' | 'required';
  /** Whether a sign-up has to prove its address with a code. Default: false. */
  readonly verifyEmailAddress: boolean;
  /** Whether a password alone lets nobody in who has no second factor, but a code by email too. Default: false. */
  readonly verifyNewDevices: boolean;
  /** Whether a sign-up has to agree to the terms. Default: false. */
  readonly legalConsent: boolean;
  /** Default: 8. */
  readonly passwordMinLength: number;
  /** The services that one may sign in with, such as "google". Default: none. */
  readonly providers: readonly string[];
  /** Whether one may sign in with a passkey. Default: false. */
  readonly passkeys: boolean;
  /** Default: true. */
  readonly organizations: boolean;
  /** How many an organisation may have, invited ones included. Default: 100. */
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
