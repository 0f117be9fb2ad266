'use client';

import type { ReactElement } from 'react';
import { signInInEnglish } from '../../messages/signIn.ts';
import { useMessages } from '../../react/KitContext.ts';
import { ShieldIcon } from '../styling/icons.tsx';
import { StepCard } from './StepCard.tsx';
import type { StepViewProps } from './StepsProps.ts';
import { useWhenOpen } from './useWhenOpen.ts';

export interface ReturningViewProps extends StepViewProps {
  readonly onSubmit: (() => Promise<void>) | undefined;
}

/** The step after a provider redirects the browser back. It completes without a press. During maintenance it waits. */
export function ReturningView({ submission, onSubmit, ...card }: ReturningViewProps): ReactElement {
  const { providers, signIn } = useMessages(signInInEnglish);
  useWhenOpen(onSubmit, submission);
  return (
    <StepCard
      {...card}
      icon={<ShieldIcon />}
      texts={{
        title: providers.returnTitle,
        text: providers.returnText,
        submit: providers.finish,
        submitting: providers.finishing,
        paused: signIn.paused,
      }}
      submission={submission}
      onSubmit={() => void onSubmit?.()}
    >
      {() => null}
    </StepCard>
  );
}
