'use client';

import type { ReactElement } from 'react';
import { formatMessage } from '../../messages/messages.ts';
import { useKit } from '../../react/KitContext.ts';
import { useDesk } from '../../react/useDesk.ts';
import { useSlot } from './slot.ts';

/** Says that an action waits for the end of the maintenance, and takes it back. Nothing where it does not wait. */
export function Waiting({ label }: { readonly label: string }): ReactElement | null {
  const slot = useSlot();
  const { desk, messages, announcer } = useKit();
  const request = useDesk().waiting.find((waiting) => waiting.label === label);
  if (!request) return null;
  const { waiting, takeBack, takenBack } = messages.actions;
  return (
    <span {...slot('waiting')}>
      {formatMessage(waiting, { action: label })}{' '}
      <button
        {...slot('notice-action')}
        type="button"
        aria-label={`${takeBack}: ${label}`}
        onClick={({ currentTarget }) => {
          // This button goes away: the one that asked for it is its neighbour.
          currentTarget.closest('[data-slot="action"]')?.querySelector<HTMLElement>('button')?.focus();
          desk.takeBack(request);
          announcer.announce(formatMessage(takenBack, { action: label }), 'polite');
        }}
      >
        {takeBack}
      </button>
    </span>
  );
}
