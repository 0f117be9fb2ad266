'use client';

import type { ReactElement } from 'react';
import type { AuthOptions, AuthUser } from '../../auth/SessionPort.ts';
import { ConnectedAccountsView } from './ConnectedAccountsView.tsx';
import { DeleteAccountView } from './DeleteAccountView.tsx';
import { DevicesView } from './DevicesView.tsx';
import { EmailAddressesView } from './EmailAddressesView.tsx';
import type { ProfileSectionId } from './profileSections.ts';
import { SecurityView } from './SecurityView.tsx';
import { useConnectedAccounts, type ConnectedAccountsOptions } from './useConnectedAccounts.ts';
import { useDeleteAccount, type DeleteAccountOptions } from './useDeleteAccount.ts';
import { useDevices } from './useDevices.ts';
import { useEmailAddresses } from './useEmailAddresses.ts';
import { useSecurity } from './useSecurity.ts';

export interface SectionProps
  extends DeleteAccountOptions, Pick<ConnectedAccountsOptions, 'returnUrl' | 'onRedirect'> {
  readonly user: AuthUser;
  readonly options: AuthOptions | undefined;
}

/** The sections of all tabs but the first, each a controller and a view. */
export const sections: Readonly<
  Record<Exclude<ProfileSectionId, 'profileDetails'>, (props: SectionProps) => ReactElement>
> = {
  emailAddresses: function Addresses({ options }) {
    return <EmailAddressesView {...useEmailAddresses()} providers={options?.providers} />;
  },
  security: function Proofs({ options }) {
    return <SecurityView {...useSecurity()} options={options} />;
  },
  devices: function Places() {
    return <DevicesView {...useDevices()} />;
  },
  connectedAccounts: function Connections({ options, returnUrl, onRedirect }) {
    const providers = options?.providers;
    const connected = useConnectedAccounts({ providers, returnUrl, onRedirect });
    return <ConnectedAccountsView {...connected} providers={providers} />;
  },
  deleteAccount: function Deletion({ user, onDeleted }) {
    return <DeleteAccountView {...useDeleteAccount({ onDeleted })} user={user} />;
  },
};
