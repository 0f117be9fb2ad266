'use client';

import { useRef, type ReactElement, type RefObject } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import type { UserAction } from '../../stores/createDeferredActions.ts';
import { actionsInEnglish } from '../../messages/actions.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useDeferredActions, useDeferredActionsState } from '../../react/useDeferredActions.ts';
import { useSlot } from '../styling/useSlot.ts';
import { useFocusFallback } from '../focus/useFocusFallback.ts';

export interface DeferredNoticeProps {
  /** Identifies the action. */
  readonly id: string;
  /** The element around the action's button, which receives the focus when the notice disappears. */
  readonly group: RefObject<HTMLElement | null>;
}

/** Shows that an action is deferred, with a button that cancels it. Renders nothing when the action isn't deferred. */
export function DeferredNotice({ id, group }: DeferredNoticeProps): ReactElement | null {
  const action = useDeferredActionsState().deferred.find((deferred) => deferred.id === id);
  return action ? <DeferredLine action={action} group={group} /> : null;
}

function DeferredLine({
  action,
  group,
}: Pick<DeferredNoticeProps, 'group'> & { readonly action: UserAction }): ReactElement {
  const slot = useSlot();
  const { announcer } = useKit();
  const deferredActions = useDeferredActions();
  const messages = useMessages(actionsInEnglish);
  const ref = useRef<HTMLSpanElement>(null);
  useFocusFallback(ref, group);
  const { id, label } = action;
  const { deferred, cancelDeferred, cancelDeferredAction, canceled } = messages.actions;
  return (
    <span {...slot('deferred')} ref={ref}>
      {formatMessage(deferred, { action: label })}{' '}
      <button
        {...slot('notice-action')}
        type="button"
        aria-label={formatMessage(cancelDeferredAction, { action: label })}
        onClick={() => {
          deferredActions.cancel(id);
          announcer.announce(formatMessage(canceled, { action: label }), 'polite');
        }}
      >
        {cancelDeferred}
      </button>
    </span>
  );
}
