'use client';

import { useId, useRef } from 'react';
import { guardMutation } from '../monitor/guardMutation.ts';
import { isMaintenanceError } from '../protocol/parseMaintenanceNotice.ts';
import { useKit } from './KitContext.ts';
import { useGuardedMutation, type MutationState } from './useGuardedMutation.ts';
import { useMaintenance } from './useMaintenance.ts';

export interface ActionOptions {
  /**
   * Identifies the action while it is deferred: two buttons with one id defer it once, and a button that is mounted
   * again finds it. Give one that is unique in the application, such as `archive-note-7`. Default: unique to each
   * mounted component.
   */
  readonly id?: string | undefined;
  /** The button's text, for the dialog and the announcements. */
  readonly label: string;
  /**
   * Whether it may run after the maintenance without another press, if the user chooses so. Leave it false for what
   * cannot be undone. Default: false.
   */
  readonly canWait?: boolean;
  /** Called when it was done, at once or when the maintenance was over. */
  readonly onDone?: (() => void) | undefined;
  /** The base URL of the API that the action is for. Needed only where nothing watches its transport. */
  readonly api?: string | undefined;
}

export interface Action {
  /** `id` of the options, or the default. */
  readonly id: string;
  readonly status: MutationState<unknown>['status'];
  /** Why it failed, when it was not because of a maintenance. */
  readonly error: unknown;
  /** Whether pressing it now tells why instead of doing it. */
  readonly isDisabled: boolean;
  /**
   * Does it. What a maintenance held up is told in `MaintenanceDialog`, which has to be somewhere in the
   * application. Resolves to whether it was done; never rejects. While it is under way
   * it is not sent again.
   */
  readonly perform: () => Promise<boolean>;
}

/**
 * An action outside of a form: a button in a list, an item in a menu. It is guarded as a mutation is, and none
 * fails silently.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useAction(
  run: () => Promise<unknown>,
  { id: ownId, label, canWait = false, onDone, api }: ActionOptions,
): Action {
  const { deferredActions, monitor } = useKit();
  const mountedId = useId();
  const id = ownId ?? mountedId;
  const isDisabled = useMaintenance(({ status }) => status === 'maintenance');
  const { mutate, ...state } = useGuardedMutation(run, { api });
  const error = state.status === 'failed' ? state.error : undefined;
  const underWay = useRef<Promise<boolean>>(undefined);

  async function send(): Promise<boolean> {
    try {
      const settled = await mutate();
      if (settled.status === 'succeeded') {
        onDone?.();
        return true;
      }
      if (settled.status === 'failed' && isMaintenanceError(settled.error)) {
        deferredActions.explain({
          id,
          label,
          canWait,
          async run() {
            await guardMutation(monitor, run, { api });
            onDone?.();
          },
        });
      }
      return false;
    } finally {
      underWay.current = undefined;
    }
  }

  return {
    id,
    status: state.status,
    error: isMaintenanceError(error) ? undefined : error,
    isDisabled,
    perform() {
      // A double press comes before the button is drawn as pending.
      underWay.current ??= send();
      return underWay.current;
    },
  };
}
