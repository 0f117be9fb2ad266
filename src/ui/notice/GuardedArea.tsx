'use client';

import { createContext, useContext, useRef, type ReactElement, type ReactNode } from 'react';
import { useIdleLoad } from '../../react/createLazy.ts';
import { useAvailability, type AvailabilityInfo } from '../../react/useAvailability.ts';
import { availabilityState } from './availabilityState.ts';
import { usePanelParts } from './lazyPanelParts.ts';
import { FormNotice } from './FormNotice.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { UnavailableFallback } from './UnavailableFallback.tsx';

const AreaContext = createContext<AvailabilityInfo | undefined>(undefined);

/** Returns what the area around a form knows of the service. The area then shows the notice for all of its forms. */
export function useArea(): AvailabilityInfo | undefined {
  return useContext(AreaContext);
}

export interface GuardedAreaProps {
  /** What is paused, and what is not. */
  readonly title: string;
  readonly text: string;
  /** Beside the kit's own class, on the outermost element. */
  readonly className?: string | undefined;
  /** The forms and lists. They stay mounted, whatever the service does. */
  readonly children: ReactNode;
}

/**
 * Gives several forms and lists one notice. While the service is unavailable, one panel takes their
 * place; they stay mounted.
 *
 * Renders a `<div data-slot="guarded-area">` with `data-availability` and `data-recently-recovered`.
 */
export function GuardedArea({ title, text, className, children }: GuardedAreaProps): ReactElement {
  const slot = useSlot();
  const service = useAvailability();
  useIdleLoad(usePanelParts.loadAtIdle);
  const ref = useRef<HTMLDivElement>(null);
  const noticeRef = useRef<HTMLElement>(null);
  const isUnavailable = service.availability === 'unavailable';
  return (
    <AreaContext.Provider value={service}>
      {isUnavailable ? <UnavailableFallback of={ref} notice={noticeRef} /> : null}
      <div {...slot('guarded-area', availabilityState(service), className)} ref={ref} hidden={isUnavailable}>
        {children}
        <FormNotice service={service} title={title} paused={text} noticeRef={noticeRef} />
      </div>
    </AreaContext.Provider>
  );
}
