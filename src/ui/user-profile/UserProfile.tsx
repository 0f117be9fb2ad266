'use client';

import type { ReactElement } from 'react';
import { assertAdditionalFields } from '../../auth/assertAdditionalFields.ts';
import { KitError } from '../../protocol/KitError.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { noAdditionalFields, type AdditionalField } from '../form/AdditionalFields.tsx';
import { LazyPage, useEarlyLoad } from '../settings-page/LazyPage.tsx';
import { SettingsPage } from '../settings-page/SettingsPage.tsx';
import { AppearanceProvider, type AppearanceProps } from '../styling/Appearance.tsx';
import type { UserProfileSlot } from '../styling/slotNames.ts';
import { profileSectionsOf } from './profileSections.ts';
import type { ConnectedAccountsOptions } from './useConnectedAccounts.ts';
import type { DeleteAccountOptions } from './useDeleteAccount.ts';
import type { UserSections } from './UserSections.tsx';

export interface UserProfileProps
  extends
    DeleteAccountOptions,
    Pick<ConnectedAccountsOptions, 'returnUrl' | 'onRedirect'>,
    AppearanceProps<UserProfileSlot> {
  /** Added to the kit's own class, on the card. */
  readonly className?: string | undefined;
  /**
   * Your own fields, after the name: `[{ name: 'phoneNumber', label: 'Phone number', type: 'tel' }]`. Their values
   * come from `additional` of `loadUser`; changed ones are sent as `additional` of `updateUser`. Requires an adapter
   * with `supportsAdditionalFields`. Default: none.
   */
  readonly additionalFields?: readonly AdditionalField[] | undefined;
  /** The maximum size of a picture, in bytes. Default: 10 MB. */
  readonly maxPictureSize?: number | undefined;
}

/**
 * The user's account page: name and picture, email addresses, password and second factor, devices, connected
 * accounts, and deleting the account. It shows the sections whose operations the adapter has.
 *
 * During maintenance everything stays readable: lists load, tabs switch. Forms keep their input and send nothing, the
 * buttons of a list open a dialog that explains why, and everything is enabled again afterwards. While even reads are
 * rejected, a panel replaces the page. Renders nothing for a signed-out user.
 *
 * Renders a `<div data-slot="tabbed-card">` with a `<div role="tablist">`. The code of the other tabs is loaded when
 * one of them is first opened.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter supports no section,
 *   MK507 if it doesn't support `additionalFields`, MK508 if the name of one of them is taken.
 */
export function UserProfile({ classNames, render, ...props }: UserProfileProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames} render={render}>
      <Account {...props} />
    </AppearanceProvider>
  );
}

function Account(props: UserProfileProps): ReactElement {
  const { adapter } = useAdapter();
  const { userProfile } = useUserProfileMessages();
  useEarlyLoad(loadPage);
  if (profileSectionsOf(adapter).length === 0) {
    throw new KitError(
      'MK506',
      `<UserProfile> has nothing to show, since the adapter "${adapter.name}" offers none of loadUser, loadEmailAddresses, loadDevices, loadConnectedAccounts and deleteAccount: add one of them to the adapter, or leave <UserProfile> out.`,
    );
  }
  assertAdditionalFields(adapter, props.additionalFields ?? noAdditionalFields, '<UserProfile>');
  return (
    <SettingsPage texts={userProfile} className={props.className}>
      {({ user }) => (
        <LazyPage load={loadPage} className={props.className}>
          {/* Another user's page mounts again. */}
          {(Sections) => <Sections key={user.id} {...props} user={user} />}
        </LazyPage>
      )}
    </SettingsPage>
  );
}

const loadPage = async (): Promise<typeof UserSections> => (await import('./UserSections.tsx')).UserSections;
