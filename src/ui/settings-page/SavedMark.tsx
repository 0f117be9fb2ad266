import type { ReactElement } from 'react';
import { CheckIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

/** Shows a check mark after a form is saved. The announcer announces the same text. */
export function SavedMark({ children }: { readonly children: string }): ReactElement {
  const slot = useSlot();
  return (
    <span {...slot('page-saved')}>
      <CheckIcon width="16" height="16" /> {children}
    </span>
  );
}
