'use client';

import type { ReactElement } from 'react';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import type { EmailAddress } from '../../auth/UserPort.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { LoadedView } from '../settings-page/LoadedView.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { AddEmailForm } from './AddEmailForm.tsx';
import { EmailAddressItem } from './EmailAddressItem.tsx';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { SettingsSection } from '../settings-page/SettingsSection.tsx';
import type { EmailAddresses } from './useEmailAddresses.ts';
import { VerifyEmailForm } from './VerifyEmailForm.tsx';

export interface EmailAddressesViewProps extends EmailAddresses {
  /** The providers, for the names of those that verified an address. */
  readonly providers?: readonly AuthProvider[] | undefined;
}

/** The email addresses section (presentational). */
export function EmailAddressesView(props: EmailAddressesViewProps): ReactElement {
  const { emailAddresses: texts } = useUserProfileMessages();
  return (
    <SettingsSection title={texts.title} text={texts.text} hasDraft={props.step.name !== 'list'}>
      <LoadedView loading={props.addresses}>
        {(all) => (
          <>
            <List {...props} all={all} />
            <SavedMark saved={props.saved} at="list" />
            <Footer {...props} />
          </>
        )}
      </LoadedView>
    </SettingsSection>
  );
}

function List({
  all,
  ...props
}: EmailAddressesViewProps & { readonly all: readonly EmailAddress[] }): ReactElement {
  const slot = useSlot();
  const { emailAddresses: texts } = useUserProfileMessages();
  const { step } = props;
  if (all.length === 0) return <p {...slot('page-empty')}>{texts.empty}</p>;
  return (
    <ul {...slot('page-list')}>
      {all.map((address) => (
        <EmailAddressItem key={address.id} {...props} address={address}>
          {step.name === 'verifying' && step.address.id === address.id ? (
            <VerifyEmailForm {...props} step={step} />
          ) : null}
        </EmailAddressItem>
      ))}
    </ul>
  );
}

/** Renders the button for adding an address, or the form that it opens. */
function Footer({ step, submission, startAdding, add, cancel }: EmailAddresses): ReactElement | null {
  const slot = useSlot();
  const { emailAddresses: texts } = useUserProfileMessages();
  if (!startAdding) return null;
  return (
    <div {...slot('page-footer')}>
      {step.name === 'adding' ? (
        <AddEmailForm submission={submission} onSubmit={add} onCancel={cancel} />
      ) : (
        <button {...slot('button')} type="button" onClick={startAdding}>
          {texts.add}
        </button>
      )}
    </div>
  );
}
