import { AuthError } from '../../auth/AuthError.ts';
import type { SessionStore } from '../../stores/createSessionStore.ts';
import { createStore, type ReadableStore } from '../../stores/createStore.ts';
import type { AuthFlowName, AuthStep } from './authStep.ts';

/** A pending request of a flow. It outlives its form, which takes it over when it mounts again. */
interface SignInAttempt {
  readonly flow: AuthFlowName;
  /** Resolves to the next step, or to `undefined` when the session is loaded. */
  readonly result: Promise<AuthStep | undefined>;
  /** The form that shows the result: the last one that took over the attempt. */
  owner: object;
}

interface SignInAttempts {
  readonly current: () => SignInAttempt | undefined;
  /** True while the session of a successful sign-in can't be read. */
  readonly isSessionPending: ReadableStore<boolean>;
  /** Takes over the pending attempt, or starts one, so that a user is never signed in twice. */
  readonly join: (
    flow: AuthFlowName,
    owner: object,
    operation: () => Promise<AuthStep | undefined>,
  ) => SignInAttempt;
}

const attemptsBySession = new WeakMap<SessionStore, SignInAttempts>();

/** Returns the attempts to change this session. Only one runs at a time. */
export function attemptsOf(session: SessionStore): SignInAttempts {
  const attempts = attemptsBySession.get(session) ?? createAttempts(session);
  attemptsBySession.set(session, attempts);
  return attempts;
}

function createAttempts(session: SessionStore): SignInAttempts {
  const isSessionPending = createStore(false);
  let current: SignInAttempt | undefined;

  async function run(operation: () => Promise<AuthStep | undefined>): Promise<AuthStep | undefined> {
    try {
      const next = await operation();
      if (next) return next;
      if (await session.expectSession(() => isSessionPending.set(true))) return undefined;
      throw new AuthError('session_missing');
    } finally {
      current = undefined;
      isSessionPending.set(false);
    }
  }

  return {
    current: () => current,
    isSessionPending,
    join(flow, owner, operation) {
      current ??= { flow, owner, result: run(operation) };
      current.owner = owner;
      return current;
    },
  };
}
