'use client';

import { useCallback, useState } from 'react';
import { requireOperation } from '../../auth/requireOperation.ts';
import type { UserChanges, UserDetails } from '../../auth/UserPort.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { useLoaded, type QueryResult } from '../../react/useLoaded.ts';
import { useSubmission, type Submission } from '../../react/useSubmission.ts';
import { useSaved, type Savings } from '../settings-page/useSaved.ts';

/** Confirms changes at `names` and `picture`. */
export interface ProfileDetails extends Savings {
  readonly user: QueryResult<UserDetails>;
  readonly submission: Submission;
  /** Absent if the adapter has no `updateUser`. */
  readonly save?: ((changes: UserChanges) => Promise<boolean>) | undefined;
  readonly picture: {
    readonly submission: Submission;
    /** The progress of the upload, from 0 to 1. */
    readonly progress: number;
    /** Saves the picture and resolves to whether that succeeded. */
    readonly save?: ((file: File) => Promise<boolean>) | undefined;
    /** For a guarded button. Absent if the adapter has no `removeAvatar`. */
    readonly remove?: (() => Promise<void>) | undefined;
  };
}

/**
 * Loads and changes the user's name and picture, for your own page.
 *
 * @throws {KitError} MK501 without a provider, MK502 without an adapter, MK506 if the adapter has no `loadUser`.
 */
export function useProfileDetails(): ProfileDetails {
  const { confirm, ...savings } = useSaved();
  const { adapter, session } = useAdapter();
  const api = adapter.baseUrl;
  const texts = useUserProfileMessages().profileDetails;
  const load = useCallback(() => requireOperation(adapter, 'loadUser', 'useProfileDetails')(), [adapter]);
  const user = useLoaded(load, { api });
  const [progress, setProgress] = useState(0);

  /** Reloads the session too, which has the name and picture for other parts of the page. */
  async function settle(said: string, at: 'names' | 'picture'): Promise<void> {
    await Promise.all([user.reload(), session.reload()]);
    confirm(said, at);
  }

  const details = useSubmission(
    async (changes: UserChanges) => {
      await requireOperation(adapter, 'updateUser', 'useProfileDetails')(changes);
      await settle(texts.saved, 'names');
    },
    { api },
  );

  const upload = useSubmission(
    async (file: File) => {
      setProgress(0);
      await requireOperation(adapter, 'setAvatar', 'useProfileDetails')({ file, onProgress: setProgress });
      await settle(texts.pictureSaved, 'picture');
    },
    { api },
  );

  return {
    ...savings,
    user,
    submission: details.submission,
    save: adapter.updateUser && ((changes) => details.submit(changes)),
    picture: {
      submission: upload.submission,
      progress,
      save: adapter.setAvatar && ((file) => upload.submit(file)),
      remove:
        adapter.removeAvatar &&
        (async () => {
          await requireOperation(adapter, 'removeAvatar', 'useProfileDetails')();
          await settle(texts.pictureRemoved, 'picture');
        }),
    },
  };
}
