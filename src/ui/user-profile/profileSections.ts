import type { AuthAdapter } from '../../auth/AuthAdapter.ts';
import type { AuthOptions } from '../../auth/SessionPort.ts';

export type ProfileSectionId =
  'profileDetails' | 'emailAddresses' | 'security' | 'devices' | 'connectedAccounts' | 'deleteAccount';

/** The sections that an adapter has something to show for, in their order. */
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
  return order.filter((section) => isOffered[section]);
}

const order: readonly ProfileSectionId[] = [
  'profileDetails',
  'emailAddresses',
  'security',
  'devices',
  'connectedAccounts',
  'deleteAccount',
];
