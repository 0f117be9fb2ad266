import { typedKeyOf, type TypedText } from './createRandomUser.ts';
import type { Tab, World } from './createWorld.ts';
import type { Exchange, FaultProxy } from './startFaultProxy.ts';

const drafts = ['email', 'name'] as const;

/** The kit waits for this much at once: the next check, its timeout, the countdown, the session, drafts, announcements. */
const MAX_TIMERS = 10;

/** A page that looks the same may wait for one event more: a stale session listens for the network, for example. */
const LISTENERS_MORE = 1;

/** How long a page may take to show what it knows, in rounds of its clock. */
const ROUNDS = 20;

/** Holds after each step: all input is kept, the user stays signed in, no page is blank, no password is written. */
export async function expectNothingBroken(
  { tabs, settle }: World,
  proxy: FaultProxy,
  exchanges: readonly Exchange[],
): Promise<void> {
  for (const { user, name } of tabs) {
    dropSavedInput(user.typed, exchanges, proxy.sessionAnswer(name) === 'signed-in');
  }
  await expectSoon(settle, () => tabs.flatMap(faultsOf));
}

/** Expects no faults, and gives the page a moment to render. */
async function expectSoon(settle: () => Promise<void>, find: () => readonly string[]): Promise<void> {
  for (let round = 0; find().length > 0; round += 1) {
    if (round === ROUNDS) throw new Error(find().join('\n'));
    await settle();
  }
}

function faultsOf(tab: Tab): readonly string[] {
  const { name, user, sight } = tab;
  const { hash, isBlank, values, written } = sight();
  const faults = [...leaksOf(tab)];
  if (isBlank) faults.push(`tab ${name} is blank`);
  if (tab.hasShownUser() && values['email'] !== undefined) {
    faults.push(`tab ${name} is signed out, which neither the session endpoint nor a sign-out did`);
  }
  for (const field of drafts) {
    const typed = user.typed.get(typedKeyOf(hash, field));
    const value = values[field];
    if (typed === undefined || value === undefined || value === typed) continue;
    faults.push(`"${typed}" was typed into the field "${field}" of tab ${name}, which has "${value}"`);
  }
  for (const secret of user.secrets) {
    if (written.includes(secret)) faults.push(`tab ${name} stores the password "${secret}"`);
  }
  return faults;
}

/** A page holds no more listeners, channels and locks than when it first looked the same, and few timers. */
function leaksOf({ name, sight, firstHeld }: Tab): readonly string[] {
  const { held } = sight();
  const first = firstHeld();
  const limitOf = (what: string): number =>
    what === 'timers' ? MAX_TIMERS : (first[what] ?? 0) + LISTENERS_MORE;
  return Object.entries(held)
    .filter(([what, count]) => count > limitOf(what))
    .map(([what, count]) => `tab ${name} holds ${count} ${what}, at first ${first[what] ?? 0}`);
}

/** Drops the input that the API accepted, or may have accepted before the connection broke. */
function dropSavedInput(typed: TypedText, exchanges: readonly Exchange[], isSignedIn: boolean): void {
  const mayHaveSaved = exchanges.some(
    ({ request, status = 200 }) => request.startsWith('POST /api/auth/') && status < 300,
  );
  // A draft of the account page belongs to the session.
  const isOfSession = (key: string): boolean => key.startsWith('name ');
  for (const key of typed.keys()) if (mayHaveSaved || isOfSession(key) !== isSignedIn) typed.delete(key);
}

/** Returns whether a tab shows a maintenance. */
export function isClosed({ sight }: Tab): boolean {
  const { availability } = sight();
  return availability === 'read-only' || availability === 'unavailable';
}

/** One press sends at most one mutation, and none into a known maintenance. */
export function expectFewRequests(action: string, exchanges: readonly Exchange[], isKnown: boolean): void {
  const mutations = exchanges.filter(({ request }) => request.startsWith('POST '));
  const isChecked = exchanges.some(({ request }) => request === 'GET /api/maintenance');
  if (isKnown && !isChecked && mutations.length > 0) {
    throw new Error(`"${action}" is sent into a known maintenance: ${mutations[0]?.request ?? ''}`);
  }
  // The browser itself repeats a request whose connection closed without a byte.
  const unbroken = mutations.filter(
    ({ fault }) => fault !== 'reset before the API' && fault !== 'answer lost',
  );
  if (unbroken.length > 1) throw new Error(`"${action}" sends ${unbroken.length} mutations.`);
}

/** If a check was the only news of a step, every tab shows what it learned. */
export async function expectTrueBanners(
  { tabs, settle }: World,
  exchanges: readonly Exchange[],
): Promise<void> {
  const [check, ...others] = exchanges.filter(
    ({ request, status }) =>
      request === 'GET /api/maintenance' || request.startsWith('POST ') || status === 503,
  );
  if (check?.check === undefined || others.length > 0) return;
  const isOver = check.check === 'operational';
  await expectSoon(settle, () =>
    tabs
      .filter((tab) => (isOver ? tab.sight().availability !== 'operational' : !isClosed(tab)))
      .map(({ name }) => `tab ${name} doesn't show what the last check learned: ${check.check}`),
  );
}
