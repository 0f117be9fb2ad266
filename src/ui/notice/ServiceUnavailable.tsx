'use client';

import type { ReactElement } from 'react';
import { UnavailablePanel } from './UnavailablePanel.tsx';
import { AppearanceProvider, type ClassNames } from '../styling/Appearance.tsx';
import type { ServiceUnavailableSlot } from '../styling/slotNames.ts';

export interface ServiceUnavailableProps {
  /** Beside the kit's own class, on the outermost element. */
  readonly className?: string | undefined;
  /** Classes by slot, beside the kit's own: `{ unavailable: 'my-class' }`. */
  readonly classNames?: ClassNames<ServiceUnavailableSlot> | undefined;
}

/**
 * A panel that replaces content while every request is rejected. It explains that the user stays signed in, and checks
 * the service automatically.
 *
 * Renders a `<div data-slot="unavailable">` with a heading and a button.
 */
export function ServiceUnavailable({ classNames, ...props }: ServiceUnavailableProps): ReactElement {
  return (
    <AppearanceProvider classNames={classNames}>
      <Panel {...props} />
    </AppearanceProvider>
  );
}

function Panel({ className }: ServiceUnavailableProps): ReactElement {
  return <UnavailablePanel className={className} />;
}
