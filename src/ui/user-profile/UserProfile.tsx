'use client';

import type { ReactElement } from 'react';
import { assertAdditionalFields } from '../../auth/assertAdditionalFields.ts';
import { KitError } from '../../protocol/KitError.ts';
import { useAdapter } from '../../react/KitContext.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { useLoaded } from '../../react/useLoaded.ts';
import { useSession } from '../../react/useSession.ts';
import { useAuthOptions } from '../auth-flow/useAuthOptions.ts';
import { noAdditionalFields, type AdditionalField } from '../form/AdditionalFields.tsx';
import { LoadedView } from '../notice/LoadedView.tsx';
import { Loading } from '../layout/Loading.tsx';
import { Picture } from '../layout/Picture.tsx';
import { TabbedCard, type CardTab } from '../layout/TabbedCard.tsx';
import { UnavailablePanel } from '../notice/UnavailablePanel.tsx';
import { AppearanceProvider, type AppearanceProps } from '../styling/Appearance.tsx';
import { ProfileDetailsView, type ProfileDetailsViewProps } from './ProfileDetailsView.tsx';
import { profileSectionsOf } from './profileSections.ts';
import type { sections, SectionProps } from './sections.tsx';
import { TabLabel } from './TabLabel.tsx';
import type { ConnectedAccountsOptions } from './useConnectedAccounts.ts';
import type { DeleteAccountOptions } from './useDeleteAccount.ts';
import { useProfileDetails } from './useProfileDetails.ts';

export interface UserProfileProps
  extends DeleteAccountOptions, Pick<ConnectedAccountsOptions, 'returnUrl' | 'onRedirect'>, AppearanceProps {
  /** Added to the kit's own class, on the card. */
  readonly className?: string | undefined;
  /**
   * Fields of your own, after the name: `[{ name: 'phoneNumber', label: 'Phone number', type: 'tel' }]`. Their values come
   * from `additional` of `loadUser`; those that change are sent as `additional` of `updateUser`. Needs an adapter with
   * `supportsAdditionalFields`. Default: none.
   */
  readonly additionalFields?: readonly AdditionalField[] | undefined;
}

/**
 * The user's account page: name and picture, email addresses, password and second factor, devices, connected accounts,
 * and deleting the account. It shows the sections whose operations the adapter has.
 *
 * In maintenance everything stays readable: lists load, tabs switch. Forms keep their input and send nothing, the
 * buttons of a list open a dialog that explains why, and everything is enabled again afterwards. While even reads are
 * rejected, a panel replaces the page. Renders nothing for a signed-out user.
 *
 * Renders a `<div data-slot="tabbed-card">` with a `<div role="tablist">`. What is behind the first tab is loaded when
 * one of the others is first opened.
 *
 * @throws {KitError} MK501 and MK502 where there is no provider or adapter, MK506 where the adapter offers no section,
 *   MK507 where it does not support `additionalFields`, MK508 where one of them has a name that is taken.
 */
export function UserProfile({ classNames, render, ...props }: UserProfileProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames} render={render}>
      <Account {...props} />
    </AppearanceProvider>
  );
}

function Account(props: UserProfileProps): ReactElement | null {
  const { adapter } = useAdapter();
  const session = useSession();
  if (profileSectionsOf(adapter).length === 0) {
    throw new KitError(
      'MK506',
      `<UserProfile> has nothing to show, since the adapter "${adapter.name}" offers none of loadUser, loadEmailAddresses, loadDevices, loadConnectedAccounts and deleteAccount: add one of them to the adapter, or leave <UserProfile> out.`,
    );
  }
  assertAdditionalFields(adapter, props.additionalFields ?? noAdditionalFields, '<UserProfile>');
  switch (session.status) {
    case 'signed-in':
      // Another user's page mounts again.
      return <Sections key={session.session.user.id} {...props} />;
    case 'signed-out':
      return null;
    case 'unknown':
      return <UnavailablePanel className={props.className} />;
    case 'loading':
      return <Loading />;
  }
}

function Sections({
  className,
  additionalFields = noAdditionalFields,
  ...props
}: UserProfileProps): ReactElement | null {
  const { adapter } = useAdapter();
  const messages = useUserProfileMessages();
  const session = useSession();
  const setup = useAuthOptions();
  const options = setup.status === 'known' ? setup.options : undefined;
  const ids = profileSectionsOf(adapter, options);
  if (session.status !== 'signed-in' || ids.length === 0) return null;
  const { name, email, id, imageUrl } = session.session.user;

  return (
    <TabbedCard
      className={className}
      title={messages.userProfile.title}
      header={<Picture name={name ?? email ?? id} imageUrl={imageUrl} />}
      text={email ?? name}
      tabs={ids.map((section): CardTab => ({
        id: section,
        label: <TabLabel section={section}>{messages[section].tab}</TabLabel>,
        content:
          section === 'profileDetails' ? (
            <Details options={options} additionalFields={additionalFields} />
          ) : (
            <LazySection {...props} section={section} options={options} />
          ),
      }))}
    />
  );
}

function Details(props: Pick<ProfileDetailsViewProps, 'options' | 'additionalFields'>): ReactElement {
  return <ProfileDetailsView {...useProfileDetails()} {...props} />;
}

const loadSections = async (): Promise<typeof sections> => (await import('./sections.tsx')).sections;

/** Shows a section whose code fails to load as a failed load of its data, so that the rest of the page stays. */
function LazySection({
  section,
  ...props
}: SectionProps & { readonly section: keyof typeof sections }): ReactElement {
  const { userProfile } = useUserProfileMessages();
  return (
    <LoadedView loading={useLoaded(loadSections)} texts={userProfile}>
      {(loaded) => {
        const Section = loaded[section];
        return <Section {...props} />;
      }}
    </LoadedView>
  );
}
