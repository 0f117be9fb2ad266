'use client';

import type { ReactElement, ReactNode } from 'react';
import { errorsInEnglish } from '../../messages/errors.ts';
import { useMessages } from '../../react/KitContext.ts';
import { textOfError } from '../../react/useSubmission.ts';
import { cardSubmission } from './authFlow.ts';
import { keyOf } from './authStep.ts';
import { Step } from './Step.tsx';
import type { StepsProps } from './StepsProps.ts';
import type { LazySteps } from './useLazySteps.ts';

export interface FlowCardProps extends StepsProps {
  readonly lazySteps: LazySteps;
  /** Called when the first card receives focus. */
  readonly onFocus?: (() => void) | undefined;
  /** The first card. */
  readonly children: ReactNode;
}

/** The card of the flow's current step. */
export function FlowCard({ lazySteps, onFocus, children, ...steps }: FlowCardProps): ReactElement {
  const messages = useMessages(errorsInEnglish);
  const { step, setup, submission: form, aside } = steps.flow;
  const { View, firstSubmission, prepare } = lazySteps;
  const isFirst = step.name === 'start' || !View;
  const shown = isFirst ? firstSubmission : cardSubmission({ form, secondary: aside.submission });
  const error = shown.status === 'failed' && shown.error.field === undefined ? shown.error : undefined;

  return (
    <Step
      name={isFirst ? 'start' : keyOf(step)}
      error={error && textOfError(error, messages)}
      isLoading={setup.status === 'loading'}
      onFocus={() => {
        prepare();
        onFocus?.();
      }}
    >
      {isFirst ? children : <View {...steps} key={keyOf(step)} />}
    </Step>
  );
}
