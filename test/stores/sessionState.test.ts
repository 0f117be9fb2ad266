import { describe, expect, it } from 'vitest';
import type { AuthSession } from '../../src/auth/SessionPort.ts';
import { transitionSession, type SessionEvidence, type SessionState } from '../../src/stores/sessionState.ts';

const ada: AuthSession = { id: 'sess_1', user: { id: 'user_1', email: 'ada@example.com', name: 'Ada' } };
const loading: SessionState = { status: 'loading' };
const unknown: SessionState = { status: 'unknown' };
const signedOut: SessionState = { status: 'signed-out' };
const signedIn: SessionState = { status: 'signed-in', session: ada, stale: false };
const stale: SessionState = { status: 'signed-in', session: ada, stale: true };

const noSession: SessionEvidence = { type: 'answered', session: null };
const newSession: SessionEvidence = { type: 'answered', session: ada };
const unanswered: SessionEvidence = { type: 'unanswered' };

describe('transitionSession', () => {
  it.each<[string, SessionState, SessionEvidence, SessionState]>([
    ['loading, a session', loading, newSession, signedIn],
    ['loading, no session', loading, noSession, signedOut],
    ['loading, unanswered', loading, unanswered, unknown],
    ['unknown, a session', unknown, newSession, signedIn],
    ['unknown, no session', unknown, noSession, signedOut],
    ['signed in, no session', signedIn, noSession, signedOut],
    ['signed in, unanswered', signedIn, unanswered, stale],
    ['stale, a session', stale, newSession, signedIn],
    ['stale, no session', stale, noSession, signedOut],
    ['signed out, a session', signedOut, newSession, signedIn],
  ])('%s', (_, state, evidence, next) => {
    expect(transitionSession(state, evidence)).toEqual(next);
  });

  it.each<[string, SessionState, SessionEvidence]>([
    ['unknown, unanswered', unknown, unanswered],
    ['signed out, unanswered', signedOut, unanswered],
    ['signed out, no session', signedOut, noSession],
    ['stale, unanswered', stale, unanswered],
    ['signed in, an equal session', signedIn, { type: 'answered', session: structuredClone(ada) }],
  ])('returns the same object if nothing changes: %s', (_, state, evidence) => {
    expect(transitionSession(state, evidence)).toBe(state);
  });

  it('keeps the session object if only staleness changes', () => {
    const next = transitionSession(stale, { type: 'answered', session: structuredClone(ada) });
    expect(next).toEqual(signedIn);
    expect(next.status === 'signed-in' && next.session).toBe(ada);
  });

  it.each<[string, AuthSession]>([
    ['another session', { ...ada, id: 'sess_2' }],
    ['another name', { ...ada, user: { ...ada.user, name: 'Ada L.' } }],
    ['a member more', { ...ada, user: { ...ada.user, imageUrl: 'https://example.com/ada.png' } }],
    ['a member less', { ...ada, user: { id: 'user_1', email: 'ada@example.com' } }],
  ])('adopts %s', (_, session) => {
    expect(transitionSession(signedIn, { type: 'answered', session })).toEqual({
      status: 'signed-in',
      session,
      stale: false,
    });
  });
});
