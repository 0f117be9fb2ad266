import type { ReactElement, ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';

/**
 * The error of a form. Renders a `<div role="alert">` that is mounted before its text, so that the text is announced. A
 * maintenance is not shown here: it has its own notice.
 */
export function FormAlert({ children }: { readonly children?: ReactNode }): ReactElement {
  const slot = useSlot();
  return (
    <div {...slot('form-alert')} role="alert">
      {children}
    </div>
  );
}
