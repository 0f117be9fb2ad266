import type { OwnerStore } from './createOwner.ts';
import { createStore, type ReadableStore } from './createStore.ts';

/** An action that the user started outside of a form. */
export interface UserAction {
  /** Identifies the action. Two actions with one id are the same action. */
  readonly id: string;
  /** The button's text, for the dialog and the announcements: "Sign out". Labels need not be unique. */
  readonly label: string;
  /** Whether it may run after maintenance without another press. False for an action that can't be undone. */
  readonly canWait: boolean;
  readonly run: () => Promise<unknown>;
}

export interface DeferredActionsState {
  /** The action that a maintenance blocked, while the dialog explains it. */
  readonly explained: UserAction | undefined;
  /** The actions that run after maintenance, in the order in which the user deferred them. */
  readonly deferred: readonly UserAction[];
  /** The id of the mounted dialog that is shown. */
  readonly activeDialogId: string | undefined;
}

/** How a deferred action ended; `blocked` means that a maintenance rejected it again and it stays deferred. */
type ActionOutcome = 'done' | 'failed' | 'blocked';

interface RunOptions {
  /** Called before each action. If it resolves to false, nothing runs and every action stays deferred. */
  readonly mayRun: () => Promise<boolean>;
  readonly onOutcome: (action: UserAction, outcome: ActionOutcome) => void;
}

export interface DeferredActions extends ReadableStore<DeferredActionsState> {
  /** Registers a dialog until the returned function is called. The first one registered is active. */
  readonly registerDialog: (id: string) => () => void;
  /** Opens the dialog that explains why the action was blocked. */
  readonly explain: (action: UserAction) => void;
  /** Closes the dialog. */
  readonly dismiss: () => void;
  /** Runs the action after maintenance. An action that is already deferred is replaced and runs last. */
  readonly defer: (action: UserAction) => void;
  readonly cancel: (id: string) => void;
  /** Removes the explained action and every deferred one. */
  readonly clear: () => void;
  /** Runs the deferred actions one after the other, each once. Does nothing while they run already. */
  readonly run: (options: RunOptions) => Promise<void>;
}

/** The snapshot when no action is deferred. */
export const noDeferredActions: DeferredActionsState = {
  explained: undefined,
  deferred: [],
  activeDialogId: undefined,
};

/**
 * Creates the store of actions that a maintenance blocked: the explained one, and those that run later. They belong to
 * the owner who started them, and are all dropped when the session's user changes or ends.
 *
 * `isBlocked` returns whether a maintenance was the reason of an error.
 */
export function createDeferredActions(
  isBlocked: (error: unknown) => boolean,
  owner: OwnerStore,
): DeferredActions {
  const { getSnapshot, subscribe, set } = createStore(noDeferredActions);
  const dialogs: string[] = [];
  let isRunning = false;

  const update = (change: Partial<DeferredActionsState>): void => set({ ...getSnapshot(), ...change });
  const without = (id: string): readonly UserAction[] =>
    getSnapshot().deferred.filter((action) => action.id !== id);

  async function runNext(options: RunOptions): Promise<void> {
    if (getSnapshot().deferred.length === 0 || !(await options.mayRun())) return;
    // Read after the wait: the action may have been canceled, or its user signed out.
    const [action] = getSnapshot().deferred;
    if (!action) return;
    const outcome = await outcomeOf(action, isBlocked);
    if (outcome !== 'blocked') {
      update({ deferred: getSnapshot().deferred.filter((other) => other !== action) });
    }
    options.onOutcome(action, outcome);
    if (outcome !== 'blocked') await runNext(options);
  }

  const clear = (): void => update({ explained: undefined, deferred: [] });
  let { turn } = owner.getSnapshot();
  owner.subscribe(() => {
    if (owner.getSnapshot().turn === turn) return;
    ({ turn } = owner.getSnapshot());
    clear();
  });

  return {
    getSnapshot,
    subscribe,
    registerDialog(id) {
      dialogs.push(id);
      update({ activeDialogId: dialogs[0] });
      return () => {
        dialogs.splice(dialogs.indexOf(id), 1);
        update({ activeDialogId: dialogs[0] });
      };
    },
    explain: (explained) => update({ explained }),
    dismiss: () => update({ explained: undefined }),
    defer: (action) => update({ explained: undefined, deferred: [...without(action.id), action] }),
    cancel: (id) => update({ deferred: without(id) }),
    clear,
    async run(options) {
      if (isRunning) return;
      isRunning = true;
      try {
        await runNext(options);
      } finally {
        isRunning = false;
      }
    },
  };
}

async function outcomeOf(action: UserAction, isBlocked: (error: unknown) => boolean): Promise<ActionOutcome> {
  try {
    await action.run();
    return 'done';
  } catch (error) {
    return isBlocked(error) ? 'blocked' : 'failed';
  }
}
