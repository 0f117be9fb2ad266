import type { ProviderRequest, Redirect } from './SignInPort.ts';

/** The details at the top of the user's profile. */
export interface UserDetails {
  readonly id: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** The full name. */
  readonly name?: string;
  readonly username?: string;
  /** The primary address. */
  readonly email?: string;
  readonly imageUrl?: string;
  /** False if `imageUrl` is a placeholder from the backend or absent: there is nothing to remove. */
  readonly hasImage: boolean;
  readonly hasPassword: boolean;
  readonly hasAuthenticator: boolean;
  readonly hasBackupCodes: boolean;
  /**
   * The values of the application's additional fields, by name, and any other texts and numbers that the backend
   * stores with them.
   */
  readonly additional?: Readonly<Record<string, string>>;
}

/** Changes to the user's details. Absent fields stay unchanged; an empty string clears one. */
export interface UserChanges {
  /** The full name. A backend that splits it does so at the first space. */
  readonly name?: string;
  /** Given together with `lastName`, since some backends only know the full name. */
  readonly firstName?: string;
  readonly lastName?: string;
  readonly username?: string;
  /** The values of the application's additional fields that changed, by the `name` of each. */
  readonly additional?: Readonly<Record<string, string>>;
}

/** A picture that is sent to the backend. */
export interface Upload {
  readonly file: File;
  /** Receives the progress, from 0 to 1. A transport without progress calls it at the start and at the end. */
  readonly onProgress?: (fraction: number) => void;
}

export interface EmailAddress {
  readonly id: string;
  readonly email: string;
  readonly isPrimary: boolean;
  readonly isVerified: boolean;
  /** The providers that verified it, by the `id` of `AuthProvider`. It can be removed after they are disconnected. */
  readonly linkedTo: readonly string[];
}

export interface PasswordChange {
  /** Absent for a user without a password. */
  readonly currentPassword?: string;
  readonly newPassword: string;
  /** Default: false. */
  readonly signOutOtherDevices?: boolean;
}

/** The password that some backends require before they change a sign-in method. */
export interface PasswordProof {
  readonly password?: string;
}

/** A browser or an application in which the user is signed in. */
export interface Device {
  readonly id: string;
  /** Whether it is this browser. */
  readonly isCurrent: boolean;
  /** A description for the user: "Firefox 144", "Mac", "Vienna, AT". */
  readonly browser?: string;
  readonly system?: string;
  readonly ipAddress?: string;
  readonly location?: string;
  readonly isMobile?: boolean;
  /** Milliseconds since the epoch. */
  readonly lastActiveAt?: number;
}

/** An account at a provider that the user can sign in with. */
export interface ConnectedAccount {
  readonly id: string;
  /** The `id` of an `AuthProvider`. */
  readonly provider: string;
  /** The email address or name of that account. */
  readonly label?: string;
  /** False until the provider confirms it. */
  readonly isVerified: boolean;
}

/** The user's own data. Every change is a mutation. */
export interface UserPort {
  readonly loadUser?: () => Promise<UserDetails>;
  readonly updateUser?: (changes: UserChanges) => Promise<void>;
  readonly setAvatar?: (upload: Upload) => Promise<void>;
  readonly removeAvatar?: () => Promise<void>;
  /** Deletes the account and ends the session. */
  readonly deleteAccount?: (proof?: PasswordProof) => Promise<void>;

  readonly loadEmailAddresses?: () => Promise<readonly EmailAddress[]>;
  /** Adds an address that is not verified yet. Sends no code. */
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

/** The user's sign-in methods and devices. */
export interface SecurityPort {
  readonly changePassword?: (change: PasswordChange) => Promise<void>;
  /** Creates the secret of a new authenticator, also as the URI for its QR code. It is inactive until confirmed. */
  readonly startAuthenticator?: (
    proof?: PasswordProof,
  ) => Promise<{ readonly secret: string; readonly uri: string }>;
  /** Activates the authenticator. Its backup codes, if there are any, are shown only this once. */
  readonly confirmAuthenticator?: (answer: {
    readonly code: string;
  }) => Promise<{ readonly backupCodes: readonly string[] }>;
  readonly removeAuthenticator?: (proof?: PasswordProof) => Promise<void>;
  /** Replaces all backup codes. The new ones are shown only this once. */
  readonly renewBackupCodes?: (proof?: PasswordProof) => Promise<{ readonly backupCodes: readonly string[] }>;
  readonly loadDevices?: () => Promise<readonly Device[]>;
  readonly revokeDevice?: (device: { readonly id: string }) => Promise<void>;
}
