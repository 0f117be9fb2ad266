import type { ReactElement } from 'react';
import { CheckIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

/** Shows that a form was saved, with a tick. The announcer says the same aloud. */
export function SavedMark({ children }: { readonly children: string }): ReactElement {
  const slot = useSlot();
  return (
    <span {...slot('page-saved')}>
      <CheckIcon width="16" height="16" /> {children}
    </span>
  );
}
