import type { AuthSession } from '../auth/SessionPort.ts';

/**
 * The known state of this browser's session.
 *
 * - `loading`: the first request is pending.
 * - `signed-in`: `stale` is true if the latest request was unanswered.
 * - `signed-out`: the session endpoint answered that there is no session.
 * - `unknown`: the first request was unanswered. Show neither signed-in nor signed-out content.
 */
export type SessionState =
  | { readonly status: 'loading' }
  | { readonly status: 'signed-in'; readonly session: AuthSession; readonly stale: boolean }
  | { readonly status: 'signed-out' }
  | { readonly status: 'unknown' };

/** The result of a request for the session. */
export type SessionEvidence =
  | { readonly type: 'answered'; readonly session: AuthSession | null }
  | { readonly type: 'unanswered'; readonly reason?: unknown };

export const initialSessionState: SessionState = { status: 'loading' };

function hasSameValues(a: object, b: object): boolean {
  const values = new Map<string, unknown>(Object.entries(a));
  const others = Object.entries(b);
  return others.length === values.size && others.every(([key, value]) => Object.is(values.get(key), value));
}

function isSameSession(
  { user, ...session }: AuthSession,
  { user: otherUser, ...other }: AuthSession,
): boolean {
  return hasSameValues(session, other) && hasSameValues(user, otherUser);
}

/**
 * Returns the session's state after one piece of evidence. Only the explicit answer "no session" signs the user out; an
 * unanswered request changes no user. Returns the same object if nothing changed, and keeps the session object while
 * its values stay the same, so that a refresh re-renders nothing.
 */
export function transitionSession(state: SessionState, evidence: SessionEvidence): SessionState {
  if (evidence.type === 'unanswered') {
    switch (state.status) {
      case 'loading':
        return { status: 'unknown' };
      case 'signed-in':
        return state.stale ? state : { ...state, stale: true };
      case 'signed-out':
      case 'unknown':
        return state;
    }
  }

  if (evidence.session === null) return state.status === 'signed-out' ? state : { status: 'signed-out' };
  if (state.status !== 'signed-in' || !isSameSession(state.session, evidence.session)) {
    return { status: 'signed-in', session: evidence.session, stale: false };
  }
  return state.stale ? { ...state, stale: false } : state;
}
