'use client';

import type { ReactElement } from 'react';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { PageSection, type PageSectionProps } from '../notice/PageSection.tsx';

export interface ProfileSectionProps extends Omit<PageSectionProps, 'paused'> {
  /** Whether a form is shown, whose draft is kept. Default: false. */
  readonly hasDraft?: boolean;
}

/** One page of the account, with the account's text about a maintenance. */
export function ProfileSection({ hasDraft = false, ...props }: ProfileSectionProps): ReactElement {
  const { paused, pausedText, pausedTextWithDraft } = useUserProfileMessages().userProfile;
  return (
    <PageSection {...props} paused={{ title: paused, text: hasDraft ? pausedTextWithDraft : pausedText }} />
  );
}
