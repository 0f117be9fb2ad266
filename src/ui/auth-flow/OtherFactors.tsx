'use client';

import type { ReactElement, ReactNode } from 'react';
import type { SecondFactor } from '../../auth/SessionPort.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import { authStepsInEnglish } from '../../messages/authSteps.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useSlot } from '../styling/useSlot.ts';

export interface OtherFactorsProps {
  readonly factors: readonly SecondFactor[];
  readonly onFactor: (factor: SecondFactor) => void;
  /** Content above the buttons. */
  readonly children?: ReactNode;
}

/**
 * One button for each other second factor that the kit knows. They only show another card, so they are never disabled.
 */
export function OtherFactors({ factors, onFactor, children }: OtherFactorsProps): ReactElement {
  const slot = useSlot();
  const { secondFactor } = useMessages(authStepsInEnglish);
  const labels: Readonly<Record<SecondFactor, string>> = {
    authenticator: secondFactor.useAuthenticator,
    'backup-code': secondFactor.useBackupCode,
    'email-code': secondFactor.useEmailCode,
  };
  return (
    <div {...slot('secondary-actions')}>
      {children}
      {factors.map((factor) => {
        const label = lookUp(labels, factor);
        return label === undefined ? null : (
          <button {...slot('text-button')} key={factor} type="button" onClick={() => onFactor(factor)}>
            {label}
          </button>
        );
      })}
    </div>
  );
}
