'use client';

import type { ReactElement, ReactNode } from 'react';
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

/** The card of the step that a flow is at. */
export function FlowCard({ lazySteps, onFocus, children, ...steps }: FlowCardProps): ReactElement {
  const { step, setup } = steps.flow;
  const { View, prepare } = lazySteps;
  const isFirst = step.name === 'start' || !View;

  return (
    <Step
      name={isFirst ? 'start' : keyOf(step)}
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
