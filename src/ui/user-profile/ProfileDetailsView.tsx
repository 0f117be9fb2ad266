'use client';

import type { ReactElement } from 'react';
import type { AuthOptions } from '../../auth/SessionPort.ts';
import type { UserDetails } from '../../auth/UserPort.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import type { AdditionalField } from '../form/AdditionalFields.tsx';
import { LoadedView } from '../settings-page/LoadedView.tsx';
import { PictureForm, type PictureFormProps } from '../settings-page/PictureForm.tsx';
import { SavedMark } from '../settings-page/SavedMark.tsx';
import { Facts } from '../settings-page/Facts.tsx';
import { nameFieldsOf, titleOf } from './nameFields.ts';
import { NameForm } from './NameForm.tsx';
import { SettingsSection } from '../settings-page/SettingsSection.tsx';
import type { ProfileDetails } from './useProfileDetails.ts';

export interface ProfileDetailsViewProps extends ProfileDetails {
  readonly options?: AuthOptions | undefined;
  readonly additionalFields: readonly AdditionalField[];
  readonly maxPictureSize: number | undefined;
}

/** The name and picture section (presentational). Data that the backend doesn't let the user change is read-only. */
export function ProfileDetailsView({
  user,
  options,
  additionalFields,
  maxPictureSize,
  submission,
  save,
  picture,
  saved,
  clearSaved,
}: ProfileDetailsViewProps): ReactElement {
  const { profileDetails: texts } = useUserProfileMessages();
  return (
    <SettingsSection title={texts.title} hasDraft>
      <LoadedView loading={user}>
        {(details) => (
          <>
            {picture.save ? (
              <AvatarForm
                user={details}
                picture={picture}
                save={picture.save}
                maxSize={maxPictureSize}
                mark={<SavedMark saved={saved} at="picture" />}
                onEdit={clearSaved}
              />
            ) : null}
            {save ? (
              <NameForm
                user={details}
                fields={nameFieldsOf(details, options)}
                additionalFields={additionalFields}
                submission={submission}
                mark={<SavedMark saved={saved} at="names" />}
                onEdit={clearSaved}
                onSubmit={save}
              />
            ) : (
              <NameFacts user={details} options={options} additionalFields={additionalFields} />
            )}
          </>
        )}
      </LoadedView>
    </SettingsSection>
  );
}

interface AvatarFormProps extends Pick<PictureFormProps, 'maxSize' | 'mark' | 'onEdit'> {
  readonly user: UserDetails;
  readonly picture: ProfileDetails['picture'];
  readonly save: NonNullable<ProfileDetails['picture']['save']>;
}

function AvatarForm({ user, picture, save, ...form }: AvatarFormProps): ReactElement {
  const { profileDetails: texts } = useUserProfileMessages();
  return (
    <PictureForm
      {...form}
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
  additionalFields,
}: { readonly user: UserDetails } & Pick<
  ProfileDetailsViewProps,
  'options' | 'additionalFields'
>): ReactElement {
  const { profileDetails: texts } = useUserProfileMessages();
  return (
    <Facts
      facts={[
        ...nameFieldsOf(user, options).map((name) => ({ name, label: texts[name], value: user[name] })),
        ...additionalFields.map(({ name, label }) => ({
          name,
          label,
          value: lookUp(user.additional ?? {}, name),
        })),
      ]}
    />
  );
}
