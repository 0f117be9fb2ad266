'use client';

import type { ReactElement } from 'react';
import { useMessages } from '../../react/KitContext.ts';
import { useSlot } from '../styling/useSlot.ts';

/** Something is on its way. Shows itself only after a moment, so that a quick answer does not flicker. */
export function Loading(): ReactElement {
  const slot = useSlot();
  return (
    <p {...slot('loading')} role="status">
      {useMessages().loading}
    </p>
  );
}
