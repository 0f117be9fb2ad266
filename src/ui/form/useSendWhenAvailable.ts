'use client';

import { useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import { blocksMutations } from '../../monitor/selectors.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';
import { firstInvalidOf } from '../../react/formElement.ts';
import { useKit } from '../../react/KitContext.ts';
import type { DeferrableForm } from './SendWhenAvailableContext.ts';

/**
 * Returns the form as an action that can be deferred: it is submitted once after maintenance, with its values at that
 * time, if the user chooses so. `undefined` without a label.
 */
export function useSendWhenAvailable(
  ref: RefObject<HTMLFormElement | null>,
  label: string | undefined,
  isRejected: boolean,
  send: (values: FormData) => unknown,
): DeferrableForm | undefined {
  const { monitor } = useKit();
  const id = useId();
  const [isPressed, setIsPressed] = useState(false);
  const newestSend = useRef(send);
  useEffect(() => {
    newestSend.current = send;
  }, [send]);

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
