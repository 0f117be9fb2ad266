/** Something that a person wants done, outside of a form. */
export interface ActionRequest {
  /** What the button says: "Sign out". */
  readonly label: string;
  /** Whether it may wait and be done by itself. Never for what cannot be undone. */
  readonly canWait: boolean;
  readonly run: () => Promise<unknown>;
}

export interface ActionDeskState {
  /** What could not be done just now, and is being told. */
  readonly told: ActionRequest | undefined;
  /** What is done when the maintenance is over, in the order in which it was asked for. */
  readonly waiting: readonly ActionRequest[];
  /** Which of the dialogs that are mounted tells it. */
  readonly speaker: string | undefined;
}

/** What came of an action that waited. */
type ActionOutcome = 'done' | 'failed' | 'waits';

export interface ActionDesk {
  readonly getSnapshot: () => ActionDeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Registers a dialog until the returned function is called; the first of them speaks. */
  readonly attach: (dialog: string) => () => void;
  /** Tells the person that it was not done. */
  readonly tell: (request: ActionRequest) => void;
  readonly dismiss: () => void;
  /** Takes it up: once, however often it is asked for. */
  readonly putOff: (request: ActionRequest) => void;
  readonly takeBack: (request: ActionRequest) => void;
  /** Forgets everything, as on sign-out: what waits was asked for by somebody else. */
  readonly clear: () => void;
  /** Does what waits, one after the other, each once. Stops where the service is in maintenance again. */
  readonly runWaiting: (onOutcome: (request: ActionRequest, outcome: ActionOutcome) => void) => Promise<void>;
}

export const emptyDesk: ActionDeskState = { told: undefined, waiting: [], speaker: undefined };

/**
 * Where actions go that a maintenance holds up: it remembers what is to be told and what is to be done later.
 *
 * `isHeldUp` says of an error whether a maintenance was its reason.
 */
export function createActionDesk(isHeldUp: (error: unknown) => boolean): ActionDesk {
  const listeners = new Set<{ readonly notify: () => void }>();
  const dialogs: string[] = [];
  let state = emptyDesk;
  let isRunning = false;

  function set(change: Partial<ActionDeskState>): void {
    state = { ...state, ...change };
    for (const { notify } of listeners) notify();
  }

  function without(request: ActionRequest): readonly ActionRequest[] {
    return state.waiting.filter(({ label }) => label !== request.label);
  }

  async function runNext(onOutcome: Parameters<ActionDesk['runWaiting']>[0]): Promise<void> {
    const [next] = state.waiting;
    if (!next) return;
    const outcome = await next.run().then(
      () => 'done' as const,
      (error: unknown) => (isHeldUp(error) ? 'waits' : 'failed'),
    );
    onOutcome(next, outcome);
    if (outcome === 'waits') return;
    set({ waiting: state.waiting.filter((request) => request !== next) });
    await runNext(onOutcome);
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      const entry = { notify: listener };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    attach(dialog) {
      dialogs.push(dialog);
      set({ speaker: dialogs[0] });
      return () => {
        dialogs.splice(dialogs.indexOf(dialog), 1);
        set({ speaker: dialogs[0] });
      };
    },
    tell: (told) => set({ told }),
    dismiss: () => set({ told: undefined }),
    putOff: (request) => set({ told: undefined, waiting: [...without(request), request] }),
    takeBack: (request) => set({ waiting: without(request) }),
    clear: () => set({ told: undefined, waiting: [] }),
    async runWaiting(onOutcome) {
      if (isRunning) return;
      isRunning = true;
      await runNext(onOutcome).finally(() => {
        isRunning = false;
      });
    },
  };
}
