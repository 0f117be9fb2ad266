import type { AuthAdapter } from '../../auth/AuthAdapter.ts';
import type { AuthOptions } from '../../auth/SessionPort.ts';

export type ProfileSectionId =
  'profileDetails' | 'emailAddresses' | 'security' | 'devices' | 'connectedAccounts' | 'deleteAccount';

/** Returns the sections whose operations an adapter has, in their order. */
export function profileSectionsOf(adapter: AuthAdapter, options?: AuthOptions): readonly ProfileSectionId[] {
  const isOffered: Readonly<Record<ProfileSectionId, boolean>> = {
    profileDetails: adapter.loadUser !== undefined,
    emailAddresses: adapter.loadEmailAddresses !== undefined,
    security:
      adapter.loadUser !== undefined &&
      (adapter.changePassword !== undefined || adapter.startAuthenticator !== undefined),
    devices: adapter.loadDevices !== undefined,
    connectedAccounts: adapter.loadConnectedAccounts !== undefined,
    deleteAccount: adapter.deleteAccount !== undefined && options?.user.canDeleteAccount !== false,
  };
  return (Object.keys(isOffered) as ProfileSectionId[]).filter((section) => isOffered[section]);
}
