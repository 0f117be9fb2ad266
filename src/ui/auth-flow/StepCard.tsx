'use client';

import type { ReactElement, ReactNode } from 'react';
import { signInInEnglish } from '../../messages/signIn.ts';
import { useMessages } from '../../react/KitContext.ts';
import { FormCard, type FormCardProps } from '../form/FormCard.tsx';
import { BackIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface StepCardProps extends Omit<FormCardProps, 'application' | 'footer'> {
  /** The icon above the title, unless the application has a header. */
  readonly icon: ReactNode;
  readonly onBack: () => void;
}

/** The card of a step after the first, with a button that returns to the first. */
export function StepCard({ icon, header, onBack, children, ...card }: StepCardProps): ReactElement {
  const slot = useSlot();
  const { flow } = useMessages(signInInEnglish);
  return (
    <FormCard
      {...card}
      header={header ?? <span {...slot('step-icon')}>{icon}</span>}
      footer={
        <button {...slot('text-button')} type="button" onClick={onBack}>
          <BackIcon {...slot('back-icon')} />
          {flow.back}
        </button>
      }
    >
      {children}
    </FormCard>
  );
}
