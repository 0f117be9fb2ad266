'use client';

import { useRef, type ReactElement } from 'react';
import { useMessages } from '../../react/KitContext.ts';
import type { Phase } from '../../react/usePhase.ts';
import { NextCheck } from './NextCheck.tsx';
import { Notice } from './Notice.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface FormNoticeProps {
  readonly phase: Phase;
  /** Default: that the system is under maintenance. */
  readonly title?: string | undefined;
  /** What is paused, and that nothing is lost. */
  readonly paused: string;
  readonly onDismiss: () => void;
}

/** The state of the service, in place, above the fields of a form. */
export function FormNotice({ phase, title, paused, onDismiss }: FormNoticeProps): ReactElement {
  const slot = useSlot();
  const { maintenance, recovering, over } = useMessages();
  const ref = useRef<HTMLDivElement>(null);
  const closed = { title: title ?? maintenance.title, text: paused };
  const said = {
    closed,
    // Hidden then, with all that is around it, but there: the focus may be on its button, and comes back to it.
    unavailable: closed,
    trial: recovering,
    over,
  };
  return (
    // Stays when it is empty, so that whoever dismisses the notice goes on from where it was.
    <div {...slot('form-notice')} ref={ref} tabIndex={-1}>
      {phase === 'open' ? null : (
        <Notice phase={phase} title={said[phase].title} text={said[phase].text}>
          <NextCheck
            onDismiss={() => {
              ref.current?.focus();
              onDismiss();
            }}
          />
        </Notice>
      )}
    </div>
  );
}
