'use client';

import type { ReactElement } from 'react';
import { providerName } from '../../auth/providerName.ts';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import type { ConnectedAccount } from '../../auth/UserPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { ActionButton } from '../action/ActionButton.tsx';
import { Badge } from '../layout/Badge.tsx';
import { ConfirmButton } from '../action/ConfirmButton.tsx';
import { ListItem } from '../layout/ListItem.tsx';
import { ProviderMark } from '../layout/ProviderMark.tsx';
import { LoadedView } from '../settings-page/LoadedView.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { SettingsSection } from '../settings-page/SettingsSection.tsx';
import type { ConnectedAccounts } from './useConnectedAccounts.ts';

export interface ConnectedAccountsViewProps extends ConnectedAccounts {
  /** The providers that the user can connect. */
  readonly providers?: readonly AuthProvider[] | undefined;
}

const noProviders: readonly AuthProvider[] = [];

/** The connected accounts section (presentational). */
export function ConnectedAccountsView({
  accounts,
  providers = noProviders,
  connect,
  disconnect,
  saved,
}: ConnectedAccountsViewProps): ReactElement {
  const slot = useSlot();
  const { connectedAccounts: texts } = useUserProfileMessages();
  return (
    <SettingsSection title={texts.title} text={texts.text}>
      <LoadedView loading={accounts}>
        {(all) => {
          const others = providers.filter(({ id }) => all.every(({ provider }) => provider !== id));
          return (
            <>
              {all.length === 0 ? (
                <p {...slot('page-empty')}>{texts.empty}</p>
              ) : (
                <ul {...slot('page-list')}>
                  {all.map((account) => (
                    <AccountItem
                      key={account.id}
                      account={account}
                      providers={providers}
                      disconnect={disconnect}
                    />
                  ))}
                </ul>
              )}
              <SavedMark saved={saved} at="list" />
              {connect && others.length > 0 ? (
                <div {...slot('page-footer')}>
                  {others.map((provider) => (
                    <ActionButton
                      key={provider.id}
                      label={formatMessage(texts.connect, { provider: provider.name })}
                      run={() => connect(provider)}
                    />
                  ))}
                </div>
              ) : null}
            </>
          );
        }}
      </LoadedView>
    </SettingsSection>
  );
}

interface AccountItemProps extends Pick<ConnectedAccounts, 'disconnect'> {
  readonly account: ConnectedAccount;
  readonly providers: readonly AuthProvider[];
}

function AccountItem({ account, providers, disconnect }: AccountItemProps): ReactElement {
  const slot = useSlot();
  const { connectedAccounts: texts } = useUserProfileMessages();
  const known = providers.find(({ id }) => id === account.provider);
  const provider = providerName(account.provider, providers);
  return (
    <ListItem
      icon={
        <span {...slot('page-mark')}>
          <ProviderMark {...known} id={account.provider} name={provider} />
        </span>
      }
      title={provider}
      badges={account.isVerified ? null : <Badge tone="notice">{texts.unverified}</Badge>}
      text={account.label}
    >
      {disconnect ? (
        <ConfirmButton
          label={formatMessage(texts.disconnectAccount, { provider })}
          title={formatMessage(texts.disconnectTitle, { provider })}
          text={texts.disconnectText}
          confirm={texts.disconnect}
          run={() => disconnect(account)}
        >
          {texts.disconnect}
        </ConfirmButton>
      ) : null}
    </ListItem>
  );
}
