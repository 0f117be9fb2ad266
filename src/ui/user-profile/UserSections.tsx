'use client';

import type { ReactElement } from 'react';
import type { AuthUser } from '../../auth/SessionPort.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useAuthOptions } from '../auth-flow/useAuthOptions.ts';
import { noAdditionalFields, type AdditionalField } from '../form/AdditionalFields.tsx';
import { Picture } from '../layout/Picture.tsx';
import { LazySection } from '../settings-page/LazySection.tsx';
import { TabbedCard } from '../settings-page/TabbedCard.tsx';
import { ProfileDetailsView, type ProfileDetailsViewProps } from './ProfileDetailsView.tsx';
import { profileSectionsOf } from './profileSections.ts';
import { sectionIcons } from './sectionIcons.ts';
import type { sections } from './sections.tsx';
import type { ConnectedAccountsOptions } from './useConnectedAccounts.ts';
import type { DeleteAccountOptions } from './useDeleteAccount.ts';
import { useProfileDetails } from './useProfileDetails.ts';

export interface UserSectionsProps
  extends DeleteAccountOptions, Pick<ConnectedAccountsOptions, 'returnUrl' | 'onRedirect'> {
  readonly user: AuthUser;
  readonly className?: string | undefined;
  readonly additionalFields?: readonly AdditionalField[] | undefined;
  readonly maxPictureSize?: number | undefined;
}

/** The tabs of the account page. The code of all tabs but the first is loaded when one of them is first opened. */
export function UserSections({
  user,
  className,
  additionalFields = noAdditionalFields,
  maxPictureSize,
  ...props
}: UserSectionsProps): ReactElement | null {
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
