'use client';

import type { ReactElement } from 'react';
import { assertAdditionalFields } from '../../auth/assertAdditionalFields.ts';
import { KitError } from '../../protocol/KitError.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import type { AuthUser } from '../../auth/SessionPort.ts';
import { useAuthOptions } from '../auth-flow/useAuthOptions.ts';
import { noAdditionalFields, type AdditionalField } from '../form/AdditionalFields.tsx';
import { Picture } from '../layout/Picture.tsx';
import { LazySection } from '../settings-page/LazySection.tsx';
import { SettingsPage } from '../settings-page/SettingsPage.tsx';
import { TabbedCard } from '../settings-page/TabbedCard.tsx';
import { AppearanceProvider, type AppearanceProps } from '../styling/Appearance.tsx';
import type { UserProfileSlot } from '../styling/slotNames.ts';
import { ProfileDetailsView, type ProfileDetailsViewProps } from './ProfileDetailsView.tsx';
import { profileSectionsOf, sectionIcons } from './profileSections.ts';
import type { sections } from './sections.tsx';
import type { ConnectedAccountsOptions } from './useConnectedAccounts.ts';
import type { DeleteAccountOptions } from './useDeleteAccount.ts';
import { useProfileDetails } from './useProfileDetails.ts';

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
  if (profileSectionsOf(adapter).length === 0) {
    throw new KitError(
      'MK506',
      `<UserProfile> has nothing to show, since the adapter "${adapter.name}" offers none of loadUser, loadEmailAddresses, loadDevices, loadConnectedAccounts and deleteAccount: add one of them to the adapter, or leave <UserProfile> out.`,
    );
  }
  assertAdditionalFields(adapter, props.additionalFields ?? noAdditionalFields, '<UserProfile>');
  return (
    <SettingsPage texts={userProfile} className={props.className}>
      {/* Another user's page mounts again. */}
      {({ user }) => <Sections key={user.id} {...props} user={user} />}
    </SettingsPage>
  );
}

function Sections({
  user,
  className,
  additionalFields = noAdditionalFields,
  maxPictureSize,
  ...props
}: UserProfileProps & { readonly user: AuthUser }): ReactElement | null {
  const { adapter } = useAdapter();
  const messages = useUserProfileMessages();
  const setup = useAuthOptions();
  const options = setup.status === 'known' ? setup.options : undefined;
  const ids = profileSectionsOf(adapter, options);
  if (ids.length === 0) return null;
  const { name, email, id, imageUrl } = user;

  return (
    <TabbedCard
      className={className}
      title={messages.userProfile.title}
      header={<Picture name={name ?? email ?? id} imageUrl={imageUrl} />}
      text={email ?? name}
      tabs={ids.map((section) => ({
        id: section,
        icon: sectionIcons[section],
        label: messages[section].tab,
        content:
          section === 'profileDetails' ? (
            <Details options={options} additionalFields={additionalFields} maxPictureSize={maxPictureSize} />
          ) : (
            <LazySection load={loadSections}>
              {(sections) => {
                const Section = sections[section];
                return <Section {...props} user={user} options={options} />;
              }}
            </LazySection>
          ),
      }))}
    />
  );
}

function Details(
  props: Pick<ProfileDetailsViewProps, 'options' | 'additionalFields' | 'maxPictureSize'>,
): ReactElement {
  return <ProfileDetailsView {...useProfileDetails()} {...props} />;
}

const loadSections = async (): Promise<typeof sections> => (await import('./sections.tsx')).sections;
