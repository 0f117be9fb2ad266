'use client';

import { useRef, type ReactElement } from 'react';
import { formatMessage } from '../../messages/messages.ts';
import type { UserAction } from '../../stores/createDeferredActions.ts';
import { useKit } from '../../react/KitContext.ts';
import { useDeferredActions } from '../../react/useDeferredActions.ts';
import { useSlot } from '../styling/useSlot.ts';
import { useFocusFallback } from '../focus/useFocusFallback.ts';

/** Says that an action is deferred, and cancels it. Renders nothing when it is not. */
export function Waiting({ id }: { readonly id: string }): ReactElement | null {
  const action = useDeferredActions().deferred.find((deferred) => deferred.id === id);
  return action ? <WaitingLine action={action} /> : null;
}

function WaitingLine({ action }: { readonly action: UserAction }): ReactElement {
  const slot = useSlot();
  const { deferredActions, messages, announcer } = useKit();
  const ref = useRef<HTMLSpanElement>(null);
  useFocusFallback(ref, '[data-slot="action"]');
  const { id, label } = action;
  const { waiting, takeBack, takenBack } = messages.actions;
  return (
    <span {...slot('deferred')} ref={ref}>
      {formatMessage(waiting, { action: label })}{' '}
      <button
        {...slot('notice-action')}
        type="button"
        aria-label={`${takeBack}: ${label}`}
        onClick={() => {
          deferredActions.cancel(id);
          announcer.announce(formatMessage(takenBack, { action: label }), 'polite');
        }}
      >
        {takeBack}
      </button>
    </span>
  );
}
