'use client';

import {
  createContext,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type Context,
  type ReactElement,
  type RefObject,
} from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { blocksMutations } from '../../monitor/selectors.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';
import { firstInvalidOf } from '../../react/formElement.ts';
import { actionsInEnglish } from '../../messages/actions.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useDeferredActions, useDeferredActionsState } from '../../react/useDeferredActions.ts';
import { useSlot } from '../styling/useSlot.ts';
import { useFocusFallback } from '../focus/useFocusFallback.ts';

/** A form that can be submitted after maintenance. */
export interface DeferrableForm {
  /** Identifies the form's action while it is deferred. */
  readonly id: string;
  /** The name of the action: "Save profile details". */
  readonly label: string;
  /** True after the user presses the disabled button, or a maintenance rejects the form. */
  readonly isWanted: boolean;
  readonly want: () => void;
  readonly run: () => Promise<unknown>;
}

export const SendWhenAvailableContext: Context<DeferrableForm | undefined> = createContext<
  DeferrableForm | undefined
>(undefined);

/**
 * Submits the mounted form once after maintenance, with its values at that time, if the user chooses so. Unmounting
 * cancels it.
 */
export function useSendWhenAvailable(
  ref: RefObject<HTMLFormElement | null>,
  label: string | undefined,
  isRejected: boolean,
  send: (values: FormData) => unknown,
): DeferrableForm | undefined {
  const { monitor } = useKit();
  const deferredActions = useDeferredActions();
  const id = useId();
  const [isPressed, setIsPressed] = useState(false);
  const newestSend = useRef(send);
  useEffect(() => {
    newestSend.current = send;
  }, [send]);

  useEffect(() => {
    return () => deferredActions.cancel(id);
  }, [deferredActions, id]);

  return useMemo(
    () =>
      label === undefined
        ? undefined
        : {
            id,
            label,
            isWanted: isPressed || isRejected,
            want: () => setIsPressed(true),
            async run() {
              const form = ref.current;
              // Reads the state of the controls: `checkValidity()` would fire `invalid` and move the focus.
              if (!form || firstInvalidOf(form)) throw new TypeError('The form cannot be sent as it is.');
              if ((await newestSend.current(new FormData(form))) !== false) return;
              throw blocksMutations(monitor.getSnapshot())
                ? new SystemUnderMaintenanceError({ blocked: true })
                : new TypeError('The form was rejected.');
            },
          },
    [ref, id, label, isPressed, isRejected, monitor],
  );
}

export interface SendWhenAvailableButtonProps {
  /** The element around the form's button, which receives the focus when this button disappears. */
  readonly group: RefObject<HTMLElement | null>;
}

/** A button below the form's disabled button that defers the submission until after maintenance, or cancels that. */
export function SendWhenAvailableButton({ group }: SendWhenAvailableButtonProps): ReactElement | null {
  const { deferred } = useDeferredActionsState();
  const deferrable = useContext(SendWhenAvailableContext);
  const action = deferred.find(({ id }) => id === deferrable?.id);
  return deferrable && (action || deferrable.isWanted) ? (
    <SendWhenAvailableLine deferrable={deferrable} isDeferred={action !== undefined} group={group} />
  ) : null;
}

function SendWhenAvailableLine({
  deferrable: { id, label, run },
  isDeferred,
  group,
}: SendWhenAvailableButtonProps & {
  readonly deferrable: DeferrableForm;
  readonly isDeferred: boolean;
}): ReactElement {
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
