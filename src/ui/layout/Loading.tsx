'use client';

import type { ReactElement } from 'react';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useSlot } from '../styling/useSlot.ts';

/** Shows that content is loading. It appears after a short delay, so that a fast response doesn't flicker. */
export function Loading(): ReactElement {
  const slot = useSlot();
  return (
    <p {...slot('loading')} role="status">
      {useMessages(noticesInEnglish).loading}
    </p>
  );
}
