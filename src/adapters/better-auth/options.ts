import type { Role } from '../../auth/OrganizationPort.ts';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import type { Upload } from '../../auth/UserPort.ts';
import type { BetterAuthPlugin } from './client.ts';

/** What the adapter has to be told, for better-auth's client says nothing of how its server is set up. */
export interface BetterAuthAdapterOptions {
  /** The client's own base URL, where it was given one. Default: "/api/auth", as the client's. */
  readonly baseUrl?: string;
  /**
   * Where to ask whether the maintenance is over, for example the `checkPath` of the gate. Left out, the next
   * real mutation shows it.
   */
  readonly checkUrl?: string;
  /**
   * The same list that `createAuthClient` was given. What its plugins add is offered: `emailOTPClient`,
   * `twoFactorClient`, `organizationClient`, `usernameClient`, and the passkey package's. Default: none.
   */
  readonly plugins?: readonly BetterAuthPlugin[];
  /** The other services that the server lets people sign in with (`socialProviders`). Default: none. */
  readonly providers?: readonly AuthProvider[];
  /** Whether the server lets people delete their account (`user.deleteUser.enabled`). Default: false. */
  readonly canDeleteAccount?: boolean;
  /** As the server's `emailAndPassword` has it. Default: 8 to 128 characters, as there. */
  readonly passwordLength?: { readonly min: number; readonly max: number };
  /** What people may be in an organisation. Default: owner, admin and member, as better-auth's own. */
  readonly roles?: readonly Role[];
  /**
   * Keeps a picture, and resolves to the address that it is served at. better-auth keeps the address alone, so
   * without this nobody can choose a picture.
   */
  readonly uploadPicture?: ((upload: Upload) => Promise<string>) | undefined;
}
