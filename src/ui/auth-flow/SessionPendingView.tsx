'use client';

import { useId, useState, type ReactElement } from 'react';
import { authStepsInEnglish } from '../../messages/authSteps.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { Card } from '../layout/Card.tsx';
import type { FormCardAppearance } from '../form/FormCard.tsx';
import { ShieldIcon } from '../styling/icons.tsx';
import { useSlot } from '../styling/useSlot.ts';
import type { AuthFlowName } from './authStep.ts';

export interface SessionPendingViewProps extends Pick<FormCardAppearance, 'header' | 'className'> {
  /** The flow that succeeded. */
  readonly flow: AuthFlowName;
}

/** The step after a sign-in or sign-up whose session can't be read yet. The session store retries until it can. */
export function SessionPendingView({ flow, header, ...card }: SessionPendingViewProps): ReactElement {
  const slot = useSlot();
  const { announcer } = useKit();
  const { session } = useAdapter();
  const { sessionPending } = useMessages(authStepsInEnglish);
  const titleId = useId();
  const [isTrying, setIsTrying] = useState(false);

  async function tryAgain(): Promise<void> {
    if (isTrying) return;
    setIsTrying(true);
    const { status } = await session.reload();
    setIsTrying(false);
    if (status !== 'signed-in') announcer.announce(sessionPending.stillPending, 'assertive');
  }

  return (
    <Card
      {...card}
      header={
        header ?? (
          <span {...slot('step-icon')}>
            <ShieldIcon />
          </span>
        )
      }
      title={flow === 'sign-in' ? sessionPending.signedIn : sessionPending.signedUp}
      titleId={titleId}
      text={sessionPending.text}
    >
      <button
        {...slot('button', { pending: isTrying })}
        type="button"
        aria-disabled={isTrying || undefined}
        aria-describedby={titleId}
        onClick={() => void tryAgain()}
      >
        {isTrying ? sessionPending.trying : sessionPending.tryAgain}
      </button>
    </Card>
  );
}
