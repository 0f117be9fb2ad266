'use client';

import { useState, type ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { authStepsInEnglish } from '../../messages/authSteps.ts';
import { useMessages } from '../../react/KitContext.ts';
import { useNow } from '../../react/useNow.ts';
import { SecondaryButton } from '../action/SecondaryButton.tsx';

/** How long a message may take to arrive before the user can request another code. */
const PATIENCE_MS = 30_000;

export interface ResendCodeProps {
  /** When the last code was sent, as `platform.monotonicNow()` gives it. */
  readonly sentAt: number;
  readonly isPending: boolean;
  readonly onResend: () => void;
}

/** Requests another code after the last one has had time to arrive. The label counts down the seconds. */
export function ResendCode({ sentAt, isPending, onResend }: ResendCodeProps): ReactElement {
  const { resend, resending, resendIn } = useMessages(authStepsInEnglish).code;
  /** The `sentAt` of a code whose countdown is over. */
  const [arrived, setArrived] = useState<number>();
  const now = useNow(arrived !== sentAt, 'monotonicNow');
  const leftMs = sentAt + PATIENCE_MS - now;
  const isTooSoon = leftMs > 0;
  if (!isTooSoon && arrived !== sentAt) setArrived(sentAt);

  const label = formatMessage(resendIn, { time: inSeconds(Math.min(leftMs, PATIENCE_MS)) });
  return (
    <SecondaryButton
      as="text-button"
      pending={isPending}
      cooldownReason={isTooSoon ? label : undefined}
      onPress={onResend}
    >
      {isPending ? resending : isTooSoon ? label : resend}
    </SecondaryButton>
  );
}

function inSeconds(ms: number): string {
  return `0:${String(Math.ceil(ms / 1000)).padStart(2, '0')}`;
}
