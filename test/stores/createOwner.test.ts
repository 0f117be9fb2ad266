import { expect, test } from 'vitest';
import { createOwner } from '../../src/stores/createOwner.ts';
import type { SessionState } from '../../src/stores/sessionState.ts';

const signedIn = (id: string, stale = false): SessionState => ({
  status: 'signed-in',
  session: { id: `sess_${id}`, user: { id } },
  stale,
});
const signedOut: SessionState = { status: 'signed-out' };
const unknown: SessionState = { status: 'unknown' };
const loading: SessionState = { status: 'loading' };

test.each<[string, SessionState[], turns: number]>([
  ['the first session that is known', [loading, unknown, signedIn('ada')], 0],
  ['no session, when that is the first answer', [loading, signedOut], 0],
  ['a session that cannot be refreshed', [signedIn('ada'), signedIn('ada', true), signedIn('ada')], 0],
  ['a session that is loading or unknown again', [signedIn('ada'), loading, unknown, signedIn('ada')], 0],
  ['the end of the session', [signedIn('ada'), signedOut], 1],
  ['another user', [signedIn('ada'), signedIn('bob')], 1],
  ['another user after an unknown session', [signedIn('ada'), loading, unknown, signedIn('bob')], 1],
  ['a visitor who signs in', [signedOut, signedIn('ada')], 1],
  ['the end of the session, and the same user again', [signedIn('ada'), signedOut, signedIn('ada')], 2],
])('the turn of the owner counts changes of the user: %s', (_, sessions, turns) => {
  const owner = createOwner();
  for (const session of sessions) owner.follow(session, '/api');
  expect(owner.getSnapshot().turn).toBe(turns);
});

test('users of two backends with equal ids are two owners', () => {
  const owner = createOwner();
  owner.follow(signedIn('1'), 'https://one.example');
  owner.follow(signedIn('1'), 'https://two.example');
  expect(owner.getSnapshot().turn).toBe(1);
});
