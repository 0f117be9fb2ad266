'use client';

import { useRef, type ReactElement, type ReactNode } from 'react';
import { useErrorAnnouncement } from '../../react/useErrorAnnouncement.ts';
import { useSlot } from '../styling/useSlot.ts';

/**
 * The error of a form. It is announced when it appears. Renders a `<div data-slot="form-alert">`, empty without an
 * error. It never shows a maintenance, which has its own notice.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function FormAlert({ children }: { readonly children?: ReactNode }): ReactElement {
  const slot = useSlot();
  const ref = useRef<HTMLDivElement>(null);
  useErrorAnnouncement(ref, { onMount: true });
  return (
    <div {...slot('form-alert')} ref={ref}>
      {children}
    </div>
  );
}
