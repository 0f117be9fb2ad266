'use client';

import { isMaintenanceError } from '../protocol/parseMaintenanceNotice.ts';
import { useKit } from './KitContext.ts';
import { useGuardedMutation, type MutationState } from './useGuardedMutation.ts';
import { useMaintenance } from './useMaintenance.ts';

export interface ActionOptions {
  /** What the button says: the dialog and the announcements call it by this. */
  readonly label: string;
  /**
   * Whether it may be done by itself when the maintenance is over, if the person wishes so. Leave it false for
   * what cannot be undone. Default: false.
   */
  readonly canWait?: boolean;
  /** Called when it was done, at once or when the maintenance was over. */
  readonly onDone?: (() => void) | undefined;
  /** The base URL of the API that the action is for. Needed only where nothing watches its transport. */
  readonly api?: string | undefined;
}

export interface Action {
  readonly status: MutationState<unknown>['status'];
  /** Why it failed, when it was not because of a maintenance. */
  readonly error: unknown;
  /** Whether pressing it now tells why instead of doing it. */
  readonly isClosed: boolean;
  /**
   * Does it. What a maintenance held up is told in `MaintenanceDialog`, which has to be somewhere in the
   * application. Resolves to whether it was done; never rejects.
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
  { label, canWait = false, onDone, api }: ActionOptions,
): Action {
  const { desk } = useKit();
  const isClosed = useMaintenance(({ status }) => status === 'maintenance');
  const { mutate, ...state } = useGuardedMutation(run, { api });
  const error = state.status === 'failed' ? state.error : undefined;
  return {
    status: state.status,
    error: isMaintenanceError(error) ? undefined : error,
    isClosed,
    async perform() {
      const settled = await mutate();
      if (settled.status === 'succeeded') {
        onDone?.();
        return true;
      }
      if (settled.status === 'failed' && isMaintenanceError(settled.error)) {
        desk.tell({
          label,
          canWait,
          async run() {
            await run();
            onDone?.();
          },
        });
      }
      return false;
    },
  };
}
