'use client';

import type { ReactElement } from 'react';
import { UnavailablePanel } from '../parts/UnavailablePanel.tsx';

export interface ServiceUnavailableProps {
  readonly className?: string | undefined;
}

/**
 * A panel that takes the place of what cannot be shown while the service answers nothing. It says so, that nobody
 * was signed out, and asks again by itself.
 *
 * Renders a `<div data-slot="unavailable">` with a heading and a button.
 */
export function ServiceUnavailable({ className }: ServiceUnavailableProps): ReactElement {
  return <UnavailablePanel className={className} />;
}
