'use client';

import type { ReactElement, ReactNode } from 'react';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import type { EmailAddress } from '../../auth/UserPort.ts';
import { formatList, formatMessage } from '../../messages/formatMessage.ts';
import { useKit } from '../../react/KitContext.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { ActionButton } from '../action/ActionButton.tsx';
import { Badge } from '../layout/Badge.tsx';
import { ConfirmButton } from '../action/ConfirmButton.tsx';
import { ListItem } from '../layout/ListItem.tsx';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { providerName } from '../../auth/providerName.ts';
import type { EmailAddresses } from './useEmailAddresses.ts';

export interface EmailAddressItemProps extends Pick<
  EmailAddresses,
  'saved' | 'requestCode' | 'startVerifying' | 'makePrimary' | 'remove'
> {
  readonly address: EmailAddress;
  readonly providers?: readonly AuthProvider[] | undefined;
  /** The form below the address that verifies it. */
  readonly children: ReactNode;
}

/** A list item for an email address, with its current actions. */
export function EmailAddressItem({
  address,
  providers,
  saved,
  requestCode,
  startVerifying,
  makePrimary,
  remove,
  children,
}: EmailAddressItemProps): ReactElement {
  const { emailAddresses: texts } = useUserProfileMessages();
  const { email, isPrimary, isVerified, linkedTo } = address;
  const { locale } = useKit();
  const links = linkedTo.map((id) => providerName(id, providers));
  const isLinked = links.length > 0;
  // While the form for its code is open, the address has no other action.
  const isBusy = children !== null;
  return (
    <ListItem
      title={email}
      badges={
        <>
          {isPrimary ? <Badge tone="accent">{texts.primary}</Badge> : null}
          {isVerified ? null : <Badge tone="notice">{texts.unverified}</Badge>}
        </>
      }
      text={
        isLinked
          ? formatMessage(texts.linked, { provider: formatList(links, 'conjunction', locale) })
          : undefined
      }
      below={children}
    >
      <SavedMark saved={saved} at={address.id} />
      {isVerified || isBusy || !requestCode ? null : (
        <ActionButton
          label={formatMessage(texts.verifyAddress, { email })}
          run={() => requestCode(address)}
          onDone={() => startVerifying(address)}
        >
          {texts.verify}
        </ActionButton>
      )}
      {isPrimary || !isVerified || !makePrimary ? null : (
        <ActionButton
          id={`make-primary:${address.id}`}
          label={formatMessage(texts.makeAddressPrimary, { email })}
          run={() => makePrimary(address)}
          canWait
        >
          {texts.makePrimary}
        </ActionButton>
      )}
      {isPrimary || isBusy || isLinked || !remove ? null : (
        <ConfirmButton
          label={formatMessage(texts.removeAddress, { email })}
          title={formatMessage(texts.removeTitle, { email })}
          text={texts.removeText}
          confirm={texts.remove}
          run={() => remove(address)}
        >
          {texts.remove}
        </ConfirmButton>
      )}
    </ListItem>
  );
}
