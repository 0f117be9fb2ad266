import type { ProviderRequest, Redirect } from './SignInPort.ts';

/** Everything that the person's own page shows at the top. */
export interface UserDetails {
  readonly id: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** The whole name. */
  readonly name?: string;
  readonly username?: string;
  /** The primary address. */
  readonly email?: string;
  readonly imageUrl?: string;
  /** False where `imageUrl` is a stand-in that the backend drew, or left out: there is nothing to remove. */
  readonly hasImage: boolean;
  readonly hasPassword: boolean;
  readonly hasAuthenticator: boolean;
  readonly hasBackupCodes: boolean;
}

/** What is left out stays as it is; an empty text clears. */
export interface UserChanges {
  /** The whole name. A backend that takes it apart does so at the first space. */
  readonly name?: string;
  /** To be given together with `lastName`, since some backends know the whole name alone. */
  readonly firstName?: string;
  readonly lastName?: string;
  readonly username?: string;
}

/** A picture on its way to the backend. */
export interface Upload {
  readonly file: File;
  /** From 0 to 1. Where the transport counts nothing it is called at the start and at the end. */
  readonly onProgress?: (fraction: number) => void;
}

export interface EmailAddress {
  readonly id: string;
  readonly email: string;
  readonly isPrimary: boolean;
  readonly isVerified: boolean;
  /** The providers that vouch for it, by the `id` of `AuthProvider`. Disconnect those to be able to remove it. */
  readonly linkedTo: readonly string[];
}

export interface PasswordChange {
  /** Left out by somebody who had none so far. */
  readonly currentPassword?: string;
  readonly newPassword: string;
  /** Default: false. */
  readonly signOutOtherDevices?: boolean;
}

/** What some backends ask for before they change how one signs in. */
export interface PasswordProof {
  readonly password?: string;
}

/** A browser or an application that the person is signed in with. */
export interface Device {
  readonly id: string;
  /** Whether it is the one that asks. */
  readonly isCurrent: boolean;
  /** What is known of it, for people: "Firefox 144", "Mac", "Vienna, AT". */
  readonly browser?: string;
  readonly system?: string;
  readonly ipAddress?: string;
  readonly location?: string;
  readonly isMobile?: boolean;
  /** Milliseconds since the epoch. */
  readonly lastActiveAt?: number;
}

/** An account at another service that the person may sign in with. */
export interface ConnectedAccount {
  readonly id: string;
  /** The `id` of an `AuthProvider`. */
  readonly provider: string;
  /** Whose account it is there: an address or a name. */
  readonly label?: string;
  /** False while the other service has not confirmed it. */
  readonly isVerified: boolean;
}

/** The person's own data. What changes them is a mutation throughout. */
export interface UserPort {
  readonly loadUser?: () => Promise<UserDetails>;
  readonly updateUser?: (changes: UserChanges) => Promise<void>;
  readonly setAvatar?: (upload: Upload) => Promise<void>;
  readonly removeAvatar?: () => Promise<void>;
  /** Ends the session too. */
  readonly deleteAccount?: (proof?: PasswordProof) => Promise<void>;

  readonly loadEmailAddresses?: () => Promise<readonly EmailAddress[]>;
  /** The new address is not verified yet, and no code was sent. */
  readonly addEmailAddress?: (address: { readonly email: string }) => Promise<EmailAddress>;
  /** Sends a code, or another one, to an address that is not verified yet. */
  readonly requestEmailAddressCode?: (address: { readonly id: string }) => Promise<void>;
  readonly verifyEmailAddress?: (answer: { readonly id: string; readonly code: string }) => Promise<void>;
  readonly setPrimaryEmailAddress?: (address: { readonly id: string }) => Promise<void>;
  readonly removeEmailAddress?: (address: { readonly id: string }) => Promise<void>;

  readonly loadConnectedAccounts?: () => Promise<readonly ConnectedAccount[]>;
  readonly connectAccount?: (request: ProviderRequest) => Promise<Redirect>;
  readonly disconnectAccount?: (account: { readonly id: string }) => Promise<void>;
}

/** How the person proves who they are, and where they are signed in. */
export interface SecurityPort {
  readonly changePassword?: (change: PasswordChange) => Promise<void>;
  /** The secret of a new authenticator, also as the address that its QR code holds. Not in force until confirmed. */
  readonly startAuthenticator?: (
    proof?: PasswordProof,
  ) => Promise<{ readonly secret: string; readonly uri: string }>;
  /** Puts it in force. The backup codes that come with it are shown this once; there may be none. */
  readonly confirmAuthenticator?: (answer: {
    readonly code: string;
  }) => Promise<{ readonly backupCodes: readonly string[] }>;
  readonly removeAuthenticator?: (proof?: PasswordProof) => Promise<void>;
  /** New ones in place of all old ones, shown this once. */
  readonly renewBackupCodes?: (proof?: PasswordProof) => Promise<{ readonly backupCodes: readonly string[] }>;
  readonly loadDevices?: () => Promise<readonly Device[]>;
  readonly revokeDevice?: (device: { readonly id: string }) => Promise<void>;
}
