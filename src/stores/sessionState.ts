import type { AuthSession } from '../auth/SessionPort.ts';

/**
 * What is known of this browser's session.
 *
 * - `loading`: asked for the first time, not answered yet.
 * - `signed-in`: `stale` is true while the newest question about the session went unanswered.
 * - `signed-out`: the session endpoint said that there is no session.
 * - `unknown`: the first load could not be answered. Neither signed in nor signed out: show neither.
 */
export type SessionState =
  | { readonly status: 'loading' }
  | { readonly status: 'signed-in'; readonly session: AuthSession; readonly stale: boolean }
  | { readonly status: 'signed-out' }
  | { readonly status: 'unknown' };

/** What came of asking for the session. */
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
 * The rule of the session: only the explicit answer "no session" signs anyone out; a question that went
 * unanswered takes nothing away. Returns the same object when nothing changed, and keeps the session object
 * while its values stay the same, so that a refresh re-renders nobody.
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
