'use client';

import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type Context,
  type ReactElement,
  type RefObject,
} from 'react';
import { formatMessage } from '../../messages/messages.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';
import type { ActionRequest } from '../../react/createActionDesk.ts';
import { useKit } from '../../react/KitContext.ts';
import { useDesk } from '../../react/useDesk.ts';
import { useSlot } from './slot.ts';
import { useFocusHeir } from './useFocusHeir.ts';

/** What a form offers where it may be sent by itself when the maintenance is over. */
export interface FormLater {
  /** What sending it is called: "Save changes". */
  readonly label: string;
  /** Somebody pressed although it is closed, or a maintenance rejected it. */
  readonly isWanted: boolean;
  readonly want: () => void;
  readonly run: () => Promise<unknown>;
}

export const FormLaterContext: Context<FormLater | undefined> = createContext<FormLater | undefined>(
  undefined,
);

/**
 * Lets a form that is still open be sent once when the maintenance is over, as it then stands, if the person wishes so.
 * A form that goes away takes the wish along.
 */
export function useFormLater(
  ref: RefObject<HTMLFormElement | null>,
  label: string | undefined,
  isRejected: boolean,
  send: (values: FormData) => unknown,
): FormLater | undefined {
  const { desk, monitor } = useKit();
  const [isPressed, setIsPressed] = useState(false);
  const newestSend = useRef(send);
  useEffect(() => {
    newestSend.current = send;
  }, [send]);

  useEffect(() => {
    if (label === undefined) return undefined;
    return () => {
      const request = desk.getSnapshot().waiting.find((waiting) => waiting.label === label);
      if (request) desk.takeBack(request);
    };
  }, [desk, label]);

  return useMemo(
    () =>
      label === undefined
        ? undefined
        : {
            label,
            isWanted: isPressed || isRejected,
            want: () => setIsPressed(true),
            async run() {
              const form = ref.current;
              // Asked of the style, for a question to the form would move the focus to what is wrong.
              if (!form || form.matches(':invalid')) throw new TypeError('The form cannot be sent as it is.');
              if ((await newestSend.current(new FormData(form))) !== false) return;
              throw monitor.getSnapshot().status === 'maintenance'
                ? new SystemUnderMaintenanceError({ blocked: true })
                : new TypeError('The form was refused.');
            },
          },
    [ref, label, isPressed, isRejected, monitor],
  );
}

/** Below a closed button: asks to send the form when the maintenance is over, and takes that back. */
export function LaterButton(): ReactElement | null {
  const { waiting } = useDesk();
  const later = useContext(FormLaterContext);
  const request = waiting.find((waits) => waits.label === later?.label);
  return later && (request || later.isWanted) ? <LaterLine later={later} request={request} /> : null;
}

function LaterLine({
  later: { label, run },
  request,
}: {
  readonly later: FormLater;
  readonly request: ActionRequest | undefined;
}): ReactElement {
  const slot = useSlot();
  const { desk, announcer, messages } = useKit();
  const ref = useRef<HTMLParagraphElement>(null);
  useFocusHeir(ref, '[data-slot="submit"]');
  const { actions } = messages;

  function press(): void {
    if (request) desk.takeBack(request);
    else desk.putOff({ label, canWait: true, run });
    const said = request ? actions.takenBack : actions.putOff;
    announcer.announce(formatMessage(said, { action: label }), 'polite');
  }

  return (
    <p {...slot('later')} ref={ref}>
      {request ? `${formatMessage(actions.waiting, { action: label })} ` : null}
      <button
        {...slot('notice-action')}
        type="button"
        aria-label={request ? `${actions.takeBack}: ${label}` : undefined}
        onClick={press}
      >
        {request ? actions.takeBack : actions.later}
      </button>
    </p>
  );
}
