'use client';

import { useRef, type ReactElement } from 'react';
import { useErrorAnnouncement } from '../../react/useErrorAnnouncement.ts';
import { useSlot } from '../styling/useSlot.ts';

export interface ActionErrorProps {
  /** For the `aria-describedby` of the control. */
  readonly id: string;
  /** The text of the error. */
  readonly children: string | null;
}

/** The error beside a control. It is announced when it appears. Without an error, render it empty. */
export function ActionError({ id, children }: ActionErrorProps): ReactElement {
  const slot = useSlot();
  const ref = useRef<HTMLSpanElement>(null);
  useErrorAnnouncement(ref, { onMount: false });
  return (
    <span {...slot('action-error')} ref={ref} id={id}>
      {children}
    </span>
  );
}
