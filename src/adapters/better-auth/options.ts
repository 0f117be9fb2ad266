import type { Role } from '../../auth/OrganizationPort.ts';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import type { Upload } from '../../auth/UserPort.ts';
import type { BetterAuthPlugin } from './client.ts';

/** The options of the adapter. They describe the server, because better-auth's client doesn't. */
export interface BetterAuthAdapterOptions {
  /** The client's own base URL, if it has one. Default: "/api/auth", as for the client. */
  readonly baseUrl?: string;
  /**
   * The URL that answers whether the maintenance is over, for example the `checkPath` of the gate. Default: the next
   * mutation decides.
   */
  readonly checkUrl?: string;
  /**
   * The same list that you pass to `createAuthClient`. The kit uses `emailOTPClient`, `twoFactorClient`,
   * `organizationClient`, `usernameClient`, and the passkey package's plugin. Default: none.
   */
  readonly plugins?: readonly BetterAuthPlugin[];
  /** The providers that users can sign in with (`socialProviders` on the server). Default: none. */
  readonly providers?: readonly AuthProvider[];
  /** Whether users can delete their account (`user.deleteUser.enabled` on the server). Default: false. */
  readonly canDeleteAccount?: boolean;
  /** The limits of the server's `emailAndPassword`. Default: 8 to 128 characters, as on the server. */
  readonly passwordLength?: { readonly min: number; readonly max: number };
  /** The roles of an organization's members. Default: owner, admin and member, better-auth's own roles. */
  readonly roles?: readonly Role[];
  /**
   * Uploads a picture and resolves to its URL. better-auth only stores the URL, so without this option users can't
   * upload pictures.
   */
  readonly uploadPicture?: ((upload: Upload) => Promise<string>) | undefined;
}
