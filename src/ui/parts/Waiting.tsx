'use client';

import { useRef, type ReactElement } from 'react';
import { formatMessage } from '../../messages/messages.ts';
import type { ActionRequest } from '../../react/createActionDesk.ts';
import { useKit } from '../../react/KitContext.ts';
import { useDesk } from '../../react/useDesk.ts';
import { useSlot } from './slot.ts';
import { useFocusHeir } from './useFocusHeir.ts';

/** Says that an action waits for the end of the maintenance, and takes it back. Nothing where it does not wait. */
export function Waiting({ label }: { readonly label: string }): ReactElement | null {
  const request = useDesk().waiting.find((waiting) => waiting.label === label);
  return request ? <WaitingLine request={request} /> : null;
}

function WaitingLine({ request }: { readonly request: ActionRequest }): ReactElement {
  const slot = useSlot();
  const { desk, messages, announcer } = useKit();
  const ref = useRef<HTMLSpanElement>(null);
  useFocusHeir(ref, '[data-slot="action"]');
  const { label } = request;
  const { waiting, takeBack, takenBack } = messages.actions;
  return (
    <span {...slot('waiting')} ref={ref}>
      {formatMessage(waiting, { action: label })}{' '}
      <button
        {...slot('notice-action')}
        type="button"
        aria-label={`${takeBack}: ${label}`}
        onClick={() => {
          desk.takeBack(request);
          announcer.announce(formatMessage(takenBack, { action: label }), 'polite');
        }}
      >
        {takeBack}
      </button>
    </span>
  );
}
