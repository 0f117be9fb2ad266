'use client';

import { useId, useRef } from 'react';
import { blocksMutations } from '../monitor/selectors.ts';
import { guardMutation } from '../monitor/guardMutation.ts';
import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import { useDeferredActions } from './useDeferredActions.ts';
import { useKit } from './KitContext.ts';
import { useGuardedMutation, type MutationState } from './useGuardedMutation.ts';
import { useMaintenance } from './useMaintenance.ts';

export interface ActionOptions {
  /**
   * Identifies the action while it is deferred: two buttons with one id defer it once, and a button that mounts again
   * finds it. Pass an id that is unique in the application, such as `archive-note-7`. Default: unique to each mounted
   * component.
   */
  readonly id?: string | undefined;
  /** The button's text, for the dialog and the announcements. */
  readonly label: string;
  /**
   * Whether the action may run after maintenance without another press, if the user chooses so. Leave it false for an
   * action that can't be undone. Default: false.
   */
  readonly canWait?: boolean;
  /** Called when the action succeeds, immediately or after the maintenance. */
  readonly onDone?: (() => void) | undefined;
  /** The base URL of the API that the action calls. Needed only if no observer watches its transport. */
  readonly api?: string | undefined;
}

export interface Action {
  /** The `id` of the options, or the default. */
  readonly id: string;
  readonly status: MutationState<unknown>['status'];
  /** The error of a failed action, unless a maintenance of the service was the reason. */
  readonly error: unknown;
  /** Whether a press explains the maintenance instead of running the action. */
  readonly isDisabled: boolean;
  /**
   * Runs the action. If a maintenance blocks it, `MaintenanceDialog` explains that, so render one in the application.
   * Resolves to whether the action succeeded; never rejects. Returns the same promise while it is pending.
   */
  readonly perform: () => Promise<boolean>;
}

/**
 * Guards an action outside of a form, such as a button in a list or an item in a menu. A blocked or failed action is
 * always explained to the user.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useAction(
  run: () => Promise<unknown>,
  { id: ownId, label, canWait = false, onDone, api }: ActionOptions,
): Action {
  const { monitor } = useKit();
  const deferredActions = useDeferredActions();
  const mountedId = useId();
  const id = ownId ?? mountedId;
  const isDisabled = useMaintenance(blocksMutations);
  const { mutate, ...state } = useGuardedMutation(run, { api });
  const error = state.status === 'failed' ? state.error : undefined;
  const pending = useRef<Promise<boolean>>(undefined);

  async function send(): Promise<boolean> {
    try {
      const settled = await mutate();
      if (settled.status === 'succeeded') {
        onDone?.();
        return true;
      }
      if (settled.status === 'failed' && settled.error instanceof SystemUnderMaintenanceError) {
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
      pending.current = undefined;
    }
  }

  return {
    id,
    status: state.status,
    error: error instanceof SystemUnderMaintenanceError ? undefined : error,
    isDisabled,
    perform() {
      // A double press arrives before the button renders as pending.
      pending.current ??= send();
      return pending.current;
    },
  };
}
