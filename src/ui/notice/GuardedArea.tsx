'use client';

import { createContext, useContext, useMemo, useRef, type ReactElement, type ReactNode } from 'react';
import { usePhase, type Phase } from '../../react/usePhase.ts';
import { FormNotice } from './FormNotice.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { UnavailableFallback } from './UnavailableFallback.tsx';

interface Area {
  readonly phase: Phase;
  readonly goOn: () => void;
}

const AreaContext = createContext<Area | undefined>(undefined);

/** The area around a form, which tells of the maintenance in its place. */
export function useArea(): Area | undefined {
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
 * Several forms and lists that share one notice, above them all. Where not even reads are served all of it steps
 * back behind one panel, but stays mounted.
 *
 * Renders a `<div data-slot="guarded-area">` with `data-phase`.
 */
export function GuardedArea({ title, text, className, children }: GuardedAreaProps): ReactElement {
  const slot = useSlot();
  const [phase, goOn] = usePhase();
  const area = useMemo(() => ({ phase, goOn }), [phase, goOn]);
  const ref = useRef<HTMLDivElement>(null);
  const isUnavailable = phase === 'unavailable';
  return (
    <AreaContext.Provider value={area}>
      {isUnavailable ? <UnavailableFallback of={ref} /> : null}
      <div {...slot('guarded-area', { phase }, className)} ref={ref} hidden={isUnavailable}>
        <FormNotice phase={phase} title={title} paused={text} onDismiss={goOn} />
        {children}
      </div>
    </AreaContext.Provider>
  );
}
