'use client';

import type { ReactElement } from 'react';
import { useUserProfileMessages } from '../../react/pageMessages.ts';
import { PageSection, type PageSectionProps } from '../notice/PageSection.tsx';

/** One page of the account, which says of a maintenance what all of them do. */
export function ProfileSection(props: Omit<PageSectionProps, 'paused'>): ReactElement {
  const { paused, pausedText } = useUserProfileMessages().userProfile;
  return <PageSection {...props} paused={{ title: paused, text: pausedText }} />;
}
