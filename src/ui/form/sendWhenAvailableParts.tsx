'use client';

import { useEffect, useRef, type ReactElement, type RefObject } from 'react';
import { actionsInEnglish } from '../../messages/actions.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useDeferredActions, useDeferredActionsState } from '../../react/useDeferredActions.ts';
import { useFocusFallback } from '../focus/useFocusFallback.ts';
import { useSlot } from '../styling/useSlot.ts';
import type { DeferrableForm } from './SendWhenAvailableContext.ts';

export interface ChoiceProps {
  readonly deferrable: DeferrableForm;
  /** The element around the form's button, which receives the focus when this button disappears. */
  readonly group: RefObject<HTMLElement | null>;
}

/** The button that defers the submission, once the user has tried to submit the form, or that cancels it. */
export function Choice({ deferrable, group }: ChoiceProps): ReactElement | null {
  const { deferred } = useDeferredActionsState();
  const isDeferred = deferred.some(({ id }) => id === deferrable.id);
  return isDeferred || deferrable.isWanted ? (
    <SendWhenAvailableLine deferrable={deferrable} isDeferred={isDeferred} group={group} />
  ) : null;
}

/** Cancels a deferred submission on unmount. */
export function CancelOnUnmount({ id }: { readonly id: string }): null {
  const deferredActions = useDeferredActions();
  useEffect(() => () => deferredActions.cancel(id), [deferredActions, id]);
  return null;
}

function SendWhenAvailableLine({
  deferrable: { id, label, run },
  isDeferred,
  group,
}: ChoiceProps & { readonly isDeferred: boolean }): ReactElement {
  const slot = useSlot();
  const { announcer } = useKit();
  const deferredActions = useDeferredActions();
  const ref = useRef<HTMLParagraphElement>(null);
  useFocusFallback(ref, group);
  const { actions } = useMessages(actionsInEnglish);

  function press(): void {
    if (isDeferred) deferredActions.cancel(id);
    else deferredActions.defer({ id, label, canWait: true, run });
    const said = isDeferred ? actions.canceled : actions.willRun;
    announcer.announce(formatMessage(said, { action: label }), 'polite');
  }

  return (
    <p {...slot('send-when-available')} ref={ref}>
      {isDeferred ? <>{formatMessage(actions.deferred, { action: label })} </> : null}
      <button
        {...slot('notice-action')}
        type="button"
        aria-label={isDeferred ? formatMessage(actions.cancelDeferredAction, { action: label }) : undefined}
        onClick={press}
      >
        {isDeferred ? actions.cancelDeferred : actions.defer}
      </button>
    </p>
  );
}
