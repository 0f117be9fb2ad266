'use client';

import type { ReactElement } from 'react';
import { useMessages } from '../../react/KitContext.ts';
import { PageSection, type PageSectionProps } from '../parts/PageSection.tsx';

/** One page of the account, which says of a maintenance what all of them do. */
export function ProfileSection(props: Omit<PageSectionProps, 'paused'>): ReactElement {
  const { paused, pausedText } = useMessages().userProfile;
  return <PageSection {...props} paused={{ title: paused, text: pausedText }} />;
}
