import type { ReactElement, ReactNode } from 'react';
import { useSlot } from '../styling/useSlot.ts';

/**
 * Why a form was refused. Renders a `<div role="alert">` that is there before its text, so that the text is
 * announced when it comes. A maintenance does not speak here: it has its own notice.
 */
export function FormAlert({ children }: { readonly children?: ReactNode }): ReactElement {
  const slot = useSlot();
  return (
    <div {...slot('form-alert')} role="alert">
      {children}
    </div>
  );
}
