import { describe, expect, it, vi } from 'vitest';
import type { AuthSession } from '../../src/auth/SessionPort.ts';
import { createSessionStore, type SessionStoreOptions } from '../../src/stores/createSessionStore.ts';
import { contractNotice } from '../../src/protocol/notice.ts';
import { SystemUnderMaintenanceError } from '../../src/protocol/SystemUnderMaintenanceError.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

type Answer = AuthSession | null;

const ada: AuthSession = { id: 'sess_1', user: { id: 'user_1', name: 'Ada' } };
const bob: AuthSession = { id: 'sess_2', user: { id: 'user_2', name: 'Bob' } };
const ignore = () => {};

/** Creates a load function whose answers the test sends, in any order. */
function createQuestion() {
  const asked: { answer: (session: Answer) => void; fail: (reason: unknown) => void }[] = [];
  const ask = () => new Promise<Answer>((answer, fail) => void asked.push({ answer, fail }));
  return {
    ask,
    get count() {
      return asked.length;
    },
    nth(index: number) {
      const question = asked[index];
      if (!question) throw new Error(`Question ${index} was not asked.`);
      return question;
    },
  };
}

function setUp(options: Partial<SessionStoreOptions> = {}) {
  const platform = createFakePlatform();
  const load = createQuestion();
  const refresh = createQuestion();
  const store = createSessionStore({
    loadSession: load.ask,
    refreshSession: refresh.ask,
    platform,
    ...options,
  });
  return { platform, load, refresh, store };
}

/** Creates a store with a subscriber and a signed-in user. Its first refresh is due in 50 seconds. */
async function setUpSignedIn(options: Partial<SessionStoreOptions> = {}) {
  const fixture = setUp(options);
  const unsubscribe = fixture.store.subscribe(ignore);
  fixture.load.nth(0).answer(ada);
  await fixture.platform.advance(0);
  return { ...fixture, unsubscribe };
}

const signedIn = { status: 'signed-in', session: ada, stale: false };
const stale = { ...signedIn, stale: true };

describe('loading', () => {
  it('sends no request before the first subscriber', async () => {
    const { platform, load, store } = setUp();
    await platform.advance(60_000);
    expect(load.count).toBe(0);
    expect(store.getSnapshot()).toEqual({ status: 'loading' });
    expect(platform.timersDueAt).toEqual([]);
  });

  it.each([
    ['a session', ada, signedIn],
    ['null', null, { status: 'signed-out' }],
  ])('becomes %s', async (_, answer, state) => {
    const { platform, load, store } = setUp();
    const listener = vi.fn<() => void>();
    store.subscribe(listener);
    load.nth(0).answer(answer);
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual(state);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['undefined', undefined],
    ['a string', 'signed in'],
    ['a page', '<!doctype html>'],
    ['an empty object', {}],
    ['a session without a user', { id: 'sess_1' }],
    ['a session whose user is null', { id: 'sess_1', user: null }],
    ['false', false],
  ])('treats %s as unanswered', async (_, nonsense) => {
    const platform = createFakePlatform();
    const store = createSessionStore({
      platform,
      // An adapter in plain JavaScript may return this.
      loadSession: () => Promise.resolve(nonsense as Answer),
    });
    store.subscribe(ignore);
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual({ status: 'unknown' });
  });

  it('treats a function that throws as a rejection', async () => {
    const platform = createFakePlatform();
    const store = createSessionStore({
      platform,
      loadSession: () => {
        throw new TypeError('not a function');
      },
    });
    store.subscribe(ignore);
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual({ status: 'unknown' });
  });

  it('loads in a hidden page', async () => {
    const { platform, load, store } = setUp();
    platform.setAttended(false);
    store.subscribe(ignore);
    expect(load.count).toBe(1);
  });

  it('aborts a request that is never answered', async () => {
    const { platform, load, store } = setUp({ answerWithinMs: 10_000 });
    store.subscribe(ignore);
    await platform.advance(9_999);
    expect(store.getSnapshot()).toEqual({ status: 'loading' });
    await platform.advance(1);
    expect(store.getSnapshot()).toEqual({ status: 'unknown' });

    load.nth(0).answer(null);
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual({ status: 'unknown' });
  });

  it('is loading on a server, for any session of the browser', async () => {
    const { store } = await setUpSignedIn();
    expect(store.getServerSnapshot()).toEqual({ status: 'loading' });
  });
});

describe('subscribing', () => {
  it('the double subscription of StrictMode sends one request', async () => {
    const { platform, load, store } = setUp();
    store.subscribe(ignore)();
    store.subscribe(ignore);
    load.nth(0).answer(ada);
    await platform.advance(0);
    expect(load.count).toBe(1);
    expect(store.getSnapshot()).toEqual(signedIn);
    expect(platform.timersDueAt).toEqual([platform.now() + 50_000]);
  });

  it('a function that subscribes twice counts twice', async () => {
    const { platform, load, store } = setUp();
    const listener = vi.fn<() => void>();
    const unsubscribe = store.subscribe(listener);
    store.subscribe(listener);
    unsubscribe();
    unsubscribe();
    load.nth(0).answer(ada);
    await platform.advance(0);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('the last subscriber stops the timer and the page’s listeners', async () => {
    const { platform, unsubscribe } = await setUpSignedIn();
    expect(platform.timersDueAt).toHaveLength(1);
    expect(platform.attentionListeners).toBe(1);
    unsubscribe();
    expect(platform.timersDueAt).toEqual([]);
    expect(platform.attentionListeners).toBe(0);
  });

  it('an answer after the last subscriber left sets no timer', async () => {
    const { platform, load, store } = setUp();
    store.subscribe(ignore)();
    load.nth(0).answer(ada);
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual(signedIn);
    expect(platform.timersDueAt).toEqual([]);
  });

  it('a subscriber that returns after the refresh was due refreshes immediately', async () => {
    const { platform, refresh, store, unsubscribe } = await setUpSignedIn();
    unsubscribe();
    await platform.advance(50_000);
    expect(refresh.count).toBe(0);
    store.subscribe(ignore);
    expect(refresh.count).toBe(1);
  });

  it('a subscriber that returns earlier waits for the rest of the interval', async () => {
    const { platform, refresh, store, unsubscribe } = await setUpSignedIn();
    unsubscribe();
    await platform.advance(20_000);
    store.subscribe(ignore);
    await platform.advance(29_999);
    expect(refresh.count).toBe(0);
    await platform.advance(1);
    expect(refresh.count).toBe(1);
  });
});

describe('refreshing', () => {
  it('a signed-in session refreshes every 50 seconds', async () => {
    const { platform, load, refresh } = await setUpSignedIn();
    await platform.advance(50_000);
    refresh.nth(0).answer(ada);
    await platform.advance(50_000);
    expect(refresh.count).toBe(2);
    expect(load.count).toBe(1);
  });

  it('the session is loaded again without a refreshSession', async () => {
    const { platform, load } = await setUpSignedIn({ refreshSession: undefined });
    await platform.advance(50_000);
    expect(load.count).toBe(2);
  });

  it('a signed-out session isn’t refreshed', async () => {
    const { platform, load, refresh, store } = setUp();
    store.subscribe(ignore);
    load.nth(0).answer(null);
    await platform.advance(24 * 60 * 60 * 1000);
    expect(load.count + refresh.count).toBe(1);
  });

  it('a refresh without a change notifies no subscriber', async () => {
    const { platform, refresh, store } = await setUpSignedIn();
    const before = store.getSnapshot();
    const listener = vi.fn<() => void>();
    store.subscribe(listener);
    await platform.advance(50_000);
    refresh.nth(0).answer(structuredClone(ada));
    await platform.advance(0);
    expect(store.getSnapshot()).toBe(before);
    expect(listener).not.toHaveBeenCalled();
  });

  it('a null from the session endpoint signs the user out', async () => {
    const { platform, refresh, store } = await setUpSignedIn();
    await platform.advance(50_000);
    refresh.nth(0).answer(null);
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual({ status: 'signed-out' });
  });

  it('the refresh pauses while the page is hidden and runs on return when due', async () => {
    const { platform, refresh } = await setUpSignedIn();
    platform.setAttended(false);
    expect(platform.timersDueAt).toEqual([]);
    await platform.advance(300_000);
    expect(refresh.count).toBe(0);
    platform.setAttended(true);
    expect(refresh.count).toBe(1);
  });

  it.each([-3_600_000, 3_600_000])(
    'the refresh stays on time when the user sets the clock by %s ms',
    async (byMs) => {
      const { platform, refresh } = await setUpSignedIn();
      platform.shiftClock(byMs);
      platform.setAttended(false);
      platform.setAttended(true);
      await platform.advance(49_999);
      expect(refresh.count).toBe(0);
      await platform.advance(1);
      expect(refresh.count).toBe(1);
    },
  );

  it('the wait continues on return when the refresh is not due', async () => {
    const { platform, refresh } = await setUpSignedIn();
    platform.setAttended(false);
    await platform.advance(30_000);
    platform.setAttended(true);
    expect(refresh.count).toBe(0);
    await platform.advance(20_000);
    expect(refresh.count).toBe(1);
  });
});

describe('unanswered', () => {
  it.each([
    ['a dropped connection', new TypeError('Failed to fetch')],
    ['a failing server', Object.assign(new Error('Internal Server Error'), { status: 500 })],
    ['a maintenance', new SystemUnderMaintenanceError()],
    ['nothing at all', undefined],
  ])('the session survives %s', async (_, reason) => {
    const { platform, refresh, store } = await setUpSignedIn();
    await platform.advance(50_000);
    refresh.nth(0).fail(reason);
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual(stale);
  });

  it('the session object stays the same through an unanswered request', async () => {
    const { platform, refresh, store } = await setUpSignedIn();
    await platform.advance(50_000);
    refresh.nth(0).fail(new TypeError('Failed to fetch'));
    await platform.advance(1_000);
    refresh.nth(1).answer(structuredClone(ada));
    await platform.advance(0);
    const state = store.getSnapshot();
    expect(state).toEqual(signedIn);
    expect(state.status === 'signed-in' && state.session).toBe(ada);
  });

  it('retries wait at random, with a limit that doubles up to the cap', async () => {
    const { platform, load, store } = setUp();
    platform.setRandom(1);
    store.subscribe(ignore);
    const waits: number[] = [];
    const failNext = async (index: number): Promise<void> => {
      load.nth(index).fail(new TypeError('Failed to fetch'));
      await platform.advance(0);
      const [dueAt = 0] = platform.timersDueAt;
      waits.push(dueAt - platform.now());
      await platform.advance(dueAt - platform.now());
      if (index < 6) await failNext(index + 1);
    };
    await failNext(0);
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it.each([
    [0, 0],
    [0.25, 500],
    [0.5, 1_000],
  ])('the wait uses the whole range: random %f', async (random, wait) => {
    const { platform, load, store } = setUp();
    store.subscribe(ignore);
    platform.setRandom(random);
    // The second request stays open, so that a wait of zero is visible too.
    load.nth(0).fail(new TypeError('Failed to fetch'));
    await platform.advance(0);
    await platform.advance(Math.max(0, wait - 1));
    expect(load.count).toBe(wait === 0 ? 2 : 1);
    await platform.advance(1);
    expect(load.count).toBe(2);
  });

  it('an answer resets the waits', async () => {
    const { platform, refresh, store } = await setUpSignedIn();
    platform.setRandom(1);
    await platform.advance(50_000);
    refresh.nth(0).fail(undefined);
    await platform.advance(2_000);
    refresh.nth(1).fail(undefined);
    await platform.advance(4_000);
    refresh.nth(2).answer(ada);
    await platform.advance(50_000);
    refresh.nth(3).fail(undefined);
    await platform.advance(0);
    expect(platform.timersDueAt).toEqual([platform.now() + 2_000]);
    expect(store.getSnapshot()).toEqual(stale);
  });

  it('the wait is at least the API’s Retry-After', async () => {
    const { platform, load, store } = setUp();
    platform.setRandom(0.5);
    store.subscribe(ignore);
    load
      .nth(0)
      .fail(new SystemUnderMaintenanceError({ notice: { ...contractNotice, retryAfterMs: 30_000 } }));
    await platform.advance(0);
    expect(platform.timersDueAt).toEqual([platform.now() + 45_000]);
  });

  it('retries run only while the page is attended', async () => {
    const { platform, load, store } = setUp();
    store.subscribe(ignore);
    load.nth(0).fail(undefined);
    await platform.advance(0);
    platform.setAttended(false);
    await platform.advance(600_000);
    expect(load.count).toBe(1);
    platform.setAttended(true);
    expect(load.count).toBe(2);
  });

  it('a failed reload is retried while signed out', async () => {
    const { platform, load, store } = setUp();
    store.subscribe(ignore);
    load.nth(0).answer(null);
    await platform.advance(0);
    void store.reload();
    load.nth(1).fail(undefined);
    await platform.advance(1_000);
    expect(store.getSnapshot()).toEqual({ status: 'signed-out' });
    load.nth(2).answer(ada);
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual(signedIn);
  });
});

describe('reload and refresh', () => {
  it('reload and refresh resolve to the resulting state', async () => {
    const { load, refresh, store } = setUp();
    const loaded = store.reload();
    load.nth(0).answer(ada);
    expect(await loaded).toEqual(signedIn);
    const refreshed = store.refresh();
    refresh.nth(0).fail(new TypeError('Failed to fetch'));
    expect(await refreshed).toEqual(stale);
  });

  it('refresh shares a pending request', async () => {
    const { platform, load, refresh, store } = await setUpSignedIn();
    const first = store.refresh();
    expect(store.refresh()).toBe(first);
    expect(refresh.count).toBe(1);
    refresh.nth(0).answer(ada);
    await first;

    const reloading = store.reload();
    expect(store.refresh()).toBe(reloading);
    load.nth(1).answer(ada);
    await platform.advance(0);
    expect(refresh.count).toBe(1);
  });

  it('refresh loads the session while signed out', async () => {
    const { platform, load, refresh, store } = setUp();
    void store.refresh();
    load.nth(0).answer(null);
    await platform.advance(0);
    void store.refresh();
    expect(load.count).toBe(2);
    expect(refresh.count).toBe(0);
  });

  it.each([
    ['before', [0, 1]],
    ['after', [1, 0]],
  ])('an older answer that arrives %s the newer one doesn’t count', async (_, order) => {
    const { platform, load, store } = setUp();
    store.subscribe(ignore);
    const reloaded = store.reload();
    const answers = [null, bob];
    for (const index of order) load.nth(index).answer(answers[index] ?? null);
    expect(await reloaded).toEqual({ status: 'signed-in', session: bob, stale: false });
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual({ status: 'signed-in', session: bob, stale: false });
  });

  it('a reload after a sign-in wins over a pending refresh', async () => {
    const { platform, load, refresh, store } = await setUpSignedIn();
    await platform.advance(50_000);
    const reloaded = store.reload();
    load.nth(1).answer(bob);
    await reloaded;
    refresh.nth(0).answer(null);
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual({ status: 'signed-in', session: bob, stale: false });
  });

  it('a caller of the older request receives the newer result', async () => {
    const { load, store } = setUp();
    const first = store.reload();
    const second = store.reload();
    load.nth(1).answer(ada);
    expect(await first).toEqual(signedIn);
    expect(await second).toEqual(signedIn);
  });

  it('an older failure doesn’t make a newer answer stale', async () => {
    const { platform, load, refresh, store } = await setUpSignedIn();
    await platform.advance(50_000);
    void store.reload();
    load.nth(1).answer(ada);
    refresh.nth(0).fail(undefined);
    await platform.advance(0);
    expect(store.getSnapshot()).toEqual(signedIn);
  });

  it('reload and refresh work without a subscriber and set no timer', async () => {
    const { platform, load, store } = setUp();
    const reloaded = store.reload();
    load.nth(0).fail(undefined);
    expect(await reloaded).toEqual({ status: 'unknown' });
    expect(platform.timersDueAt).toEqual([]);
  });
});

describe('a new session after a sign-in', () => {
  it.each<[string, Answer, boolean]>([
    ['is there', ada, true],
    ['is not there', null, false],
  ])('the session is requested until the API says that it %s', async (_, answer, isThere) => {
    const { platform, load, store } = setUp();
    const onUnanswered = vi.fn<() => void>();
    const onSettled = vi.fn<(isSignedIn: boolean) => void>();
    void store.expectSession(onUnanswered).then(onSettled);
    expect(load.count).toBe(1);
    load.nth(0).fail(new TypeError('Failed to fetch'));
    await platform.advance(2000);
    load.nth(1).fail(new TypeError('Failed to fetch'));
    await platform.advance(4000);
    expect(onUnanswered).toHaveBeenCalledTimes(1);
    expect(onSettled).not.toHaveBeenCalled();

    load.nth(2).answer(answer);
    await platform.advance(0);
    expect(onSettled.mock.calls).toEqual([[isThere]]);
    expect(platform.timersDueAt).toEqual([]);
    expect(platform.attentionListeners).toBe(0);
  });

  it('the session is requested again, without sharing a request from before the sign-in', async () => {
    const { load, store } = setUp();
    void store.refresh();
    const onUnanswered = vi.fn<() => void>();
    const expected = store.expectSession(onUnanswered);
    load.nth(0).answer(null);
    load.nth(1).answer(ada);
    await expect(expected).resolves.toBe(true);
    expect(onUnanswered).not.toHaveBeenCalled();
  });
});

describe('an abandoned request', () => {
  it.each<[string, (fixture: ReturnType<typeof setUp>) => unknown]>([
    ['when it takes too long', ({ platform }) => platform.advance(30_000)],
    ['when the session is loaded again', ({ store }) => void store.reload()],
  ])('is aborted %s', async (_, giveUp) => {
    const signals: (AbortSignal | undefined)[] = [];
    const fixture = setUp({
      loadSession: ({ signal }) => {
        signals.push(signal);
        return new Promise(() => {});
      },
    });
    fixture.store.subscribe(ignore);
    expect(signals[0]?.aborted).toBe(false);
    await giveUp(fixture);
    expect(signals[0]?.aborted).toBe(true);
  });
});

describe('confirming', () => {
  it.each<[string, Answer | undefined, boolean]>([
    ['a session', ada, true],
    ['no session', null, true],
    ['no answer', undefined, false],
  ])('confirm resolves to whether the endpoint answered: %s', async (_, answer, isConfirmed) => {
    const { load, store } = setUp();
    const confirmed = store.confirm();
    if (answer === undefined) load.nth(0).fail(new TypeError('offline'));
    else load.nth(0).answer(answer);
    expect(await confirmed).toBe(isConfirmed);
  });
});
