'use client';

import type { ReactElement } from 'react';
import type { AuthOptions } from '../../auth/SessionPort.ts';
import type { UserDetails } from '../../auth/UserPort.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { LoadedView } from '../notice/LoadedView.tsx';
import { PictureForm } from '../form/PictureForm.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { nameFieldsOf, titleOf } from './nameFields.ts';
import { NameForm } from './NameForm.tsx';
import { ProfileSection } from './ProfileSection.tsx';
import type { ProfileDetails } from './useProfileDetails.ts';

export interface ProfileDetailsViewProps extends ProfileDetails {
  readonly options?: AuthOptions | undefined;
}

/** What people see of their name and picture. What the backend does not let them change can be read. */
export function ProfileDetailsView({
  user,
  options,
  submission,
  save,
  picture,
}: ProfileDetailsViewProps): ReactElement {
  const { userProfile, profileDetails: texts } = useUserProfileMessages();
  return (
    <ProfileSection title={texts.title}>
      <LoadedView texts={userProfile} loading={user}>
        {(details) => (
          <>
            {picture.save ? <AvatarForm user={details} picture={picture} save={picture.save} /> : null}
            {save ? (
              <NameForm
                user={details}
                fields={nameFieldsOf(details, options)}
                submission={submission}
                onSubmit={save}
              />
            ) : (
              <NameFacts user={details} options={options} />
            )}
          </>
        )}
      </LoadedView>
    </ProfileSection>
  );
}

interface AvatarFormProps {
  readonly user: UserDetails;
  readonly picture: ProfileDetails['picture'];
  readonly save: NonNullable<ProfileDetails['picture']['save']>;
}

function AvatarForm({ user, picture, save }: AvatarFormProps): ReactElement {
  const { userProfile, profileDetails: texts } = useUserProfileMessages();
  return (
    <PictureForm
      name={titleOf(user)}
      imageUrl={user.imageUrl}
      texts={{
        label: texts.picture,
        choose: texts.choosePicture,
        hint: texts.pictureHint,
        chosen: texts.pictureChosen,
        save: texts.savePicture,
        saving: texts.savingPicture,
        discard: texts.discardPicture,
        remove: texts.removePicture,
      }}
      paused={`${userProfile.paused}. ${userProfile.pausedText}`}
      submission={picture.submission}
      progress={picture.progress}
      onSubmit={save}
      onRemove={user.hasImage ? picture.remove : undefined}
    />
  );
}

function NameFacts({
  user,
  options,
}: { readonly user: UserDetails } & Pick<ProfileDetailsViewProps, 'options'>): ReactElement {
  const slot = useSlot();
  const { profileDetails: texts } = useUserProfileMessages();
  return (
    <dl {...slot('page-facts')}>
      {nameFieldsOf(user, options).map((field) => (
        <div key={field} {...slot('page-fact')}>
          <dt>{texts[field]}</dt>
          <dd>{user[field] ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
