'use client';

import { useCallback } from 'react';
import { requireOperation } from '../../auth/requireOperation.ts';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import type { ConnectedAccount } from '../../auth/UserPort.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { redirectTo } from '../../react/redirectTo.ts';
import { useLoaded, type QueryResult } from '../../react/useLoaded.ts';
import { useSaved, type Savings } from '../settings-page/useSaved.ts';
import { providerName } from '../../auth/providerName.ts';

export interface ConnectedAccountsOptions {
  /** The providers, for their names. Default: their ids are shown. */
  readonly providers?: readonly AuthProvider[] | undefined;
  /** The absolute URL of the page to return to. Default: the current page. */
  readonly returnUrl?: string | undefined;
  /** Redirects the browser to the provider, at an `http:` or `https:` URL. Default: `location.assign`. */
  readonly onRedirect?: ((url: string) => void) | undefined;
}

/**
 * Pass both functions to guarded buttons. They are absent if the adapter doesn't have them. Confirms a disconnection at
 * `list`.
 */
export interface ConnectedAccounts extends Savings {
  readonly accounts: QueryResult<readonly ConnectedAccount[]>;
  readonly connect?: ((provider: AuthProvider) => Promise<void>) | undefined;
  readonly disconnect?: ((account: ConnectedAccount) => Promise<void>) | undefined;
}

/**
 * Loads, connects and disconnects accounts at providers, for your own page.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter has no
 *   `loadConnectedAccounts`.
 */
export function useConnectedAccounts({
  providers,
  returnUrl,
  onRedirect,
}: ConnectedAccountsOptions = {}): ConnectedAccounts {
  const { monitor } = useKit();
  const { confirm, ...savings } = useSaved();
  const texts = useUserProfileMessages().connectedAccounts;
  const { adapter } = useAdapter();
  const load = useCallback(
    () => requireOperation(adapter, 'loadConnectedAccounts', 'useConnectedAccounts')(),
    [adapter],
  );
  const accounts = useLoaded(load, { api: adapter.baseUrl });
  return {
    ...savings,
    accounts,
    connect:
      adapter.connectAccount &&
      (async ({ id }) => {
        const { url } = await requireOperation(
          adapter,
          'connectAccount',
          'useConnectedAccounts',
        )({
          provider: id,
          returnUrl: returnUrl ?? monitor.platform.href ?? '',
        });
        redirectTo(url, onRedirect);
      }),
    disconnect:
      adapter.disconnectAccount &&
      (async ({ id, provider }) => {
        await requireOperation(adapter, 'disconnectAccount', 'useConnectedAccounts')({ id });
        await accounts.reload();
        const name = providerName(provider, providers);
        confirm(formatMessage(texts.disconnected, { provider: name }), 'list');
      }),
  };
}
