// Over 200 lines: the options and methods are documented here, and the functions share the state of one request.
import type { Platform } from '../platform/platform.ts';
import { KitError } from '../protocol/KitError.ts';
import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import type { AuthSession, SessionRequestOptions } from '../auth/SessionPort.ts';
import { createStore, type ReadableStore } from './createStore.ts';
import {
  initialSessionState,
  transitionSession,
  type SessionEvidence,
  type SessionState,
} from './sessionState.ts';

type LoadSession = (options: SessionRequestOptions) => Promise<AuthSession | null>;

export interface SessionStoreOptions {
  /** See `AuthAdapter`: only `null` means signed out. */
  readonly loadSession: LoadSession;
  /** See `AuthAdapter`: replaces `loadSession` while the user is signed in. */
  readonly refreshSession?: LoadSession | undefined;
  readonly platform: Platform;
  /** The session that the server knew, `null` for a visitor. Nothing is loaded then. Default: unknown. */
  readonly initialSession?: AuthSession | null | undefined;
  /** The time between an answer and the next refresh of a signed-in session. Default: 50 seconds. */
  readonly refreshEveryMs?: number;
  /** The time after which a pending request counts as unanswered. Default: 30 seconds. */
  readonly answerWithinMs?: number;
  /** The maximum wait after the first unanswered request. It doubles each time. Default: 2 seconds. */
  readonly retryBaseMs?: number;
  /** The maximum wait after any number of unanswered requests. Default: 60 seconds. */
  readonly retryCapMs?: number;
}

export interface SessionStore extends ReadableStore<SessionState> {
  /** Returns the state of the server render: the initial session, else `loading`. */
  readonly getServerSnapshot: () => SessionState;
  /**
   * Calls `listener` after each change. The first subscriber starts loading and refreshing, the last one stops the
   * timers.
   */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Loads the session again, for example after a sign-in. It shares no pending request: that one may have been
   * answered before the sign-in, so its answer is ignored. Never rejects; resolves to the resulting state.
   */
  readonly reload: () => Promise<SessionState>;
  /**
   * Loads the session that a sign-in created. The first unanswered request calls `onUnanswered`, and the request is
   * repeated with back-off until it is answered. Never rejects; resolves to whether there is a session.
   */
  readonly expectSession: (onUnanswered: () => void) => Promise<boolean>;
  /**
   * Loads the session as `reload` does, and resolves to whether the session endpoint answered: only then does
   * `getSnapshot` return the browser's current session. Never rejects.
   */
  readonly confirm: () => Promise<boolean>;
  /** Refreshes the session, sharing a pending request. Never rejects; resolves to the resulting state. */
  readonly refresh: () => Promise<SessionState>;
}

/** The newest request, whose answer counts. */
interface SessionRequest {
  readonly result: Promise<SessionState>;
  readonly giveUpAt: number;
  readonly giveUp: () => void;
}

function isSession(value: unknown): value is AuthSession {
  const { id, user } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && typeof user === 'object' && user !== null && 'id' in user;
}

function stateOf(session: unknown): SessionState {
  if (session === undefined) return initialSessionState;
  if (session === null || isSession(session)) {
    return transitionSession(initialSessionState, { type: 'answered', session });
  }
  throw new KitError(
    'MK516',
    'The initialSession of <MaintenanceProvider> is no session, so nothing can be shown from it: pass an object with an id and a user that has an id, null for a visitor, or leave it out.',
  );
}

/** Resolves when the request is answered or `patience` aborts, which also aborts the request. */
async function readAnswer(load: LoadSession, patience: AbortSignal): Promise<SessionEvidence> {
  try {
    const silence = new Promise<undefined>((resolve) => {
      patience.addEventListener('abort', () => resolve(undefined));
    });
    const session: unknown = await Promise.race([load({ signal: patience }), silence]);
    return session === null || isSession(session) ? { type: 'answered', session } : { type: 'unanswered' };
  } catch (reason) {
    return { type: 'unanswered', reason };
  }
}

/**
 * Creates the store of this browser's session.
 *
 * It loads the session for the first subscriber, and refreshes it while the user is signed in and the page is attended;
 * a page that returns late refreshes immediately. Only `null` signs the user out: a rejection, an answer that is no
 * session, and a timeout all count as unanswered, and the request is repeated after a random wait (full jitter, on top
 * of `Retry-After` if the API sent one). If answers cross, the one that was requested last counts.
 *
 * @throws {KitError} MK516 for an initial session that has no session id or no user id.
 */
export function createSessionStore({
  loadSession,
  refreshSession = loadSession,
  platform,
  initialSession,
  refreshEveryMs = 50_000,
  answerWithinMs = 30_000,
  retryBaseMs = 2_000,
  retryCapMs = 60_000,
}: SessionStoreOptions): SessionStore {
  const initialState = stateOf(initialSession);
  const store = createStore(initialState);
  let subscribers = 0;
  let request: SessionRequest | undefined;
  /** The number of unanswered requests in a row. */
  const unanswered = createStore(0);
  /** When the next request is due. `undefined` while none is. */
  let nextAt = isSignedIn() ? platform.monotonicNow() + refreshEveryMs : undefined;
  let stopTimer: (() => void) | undefined;
  let stopWatchingAttention: (() => void) | undefined;

  function isSignedIn(): boolean {
    return store.getSnapshot().status === 'signed-in';
  }

  function retryDelayMs(reason: unknown): number {
    const floorMs = reason instanceof SystemUnderMaintenanceError ? (reason.retryAfterMs ?? 0) : 0;
    const backoffMs = Math.min(retryCapMs, retryBaseMs * 2 ** (unanswered.getSnapshot() - 1));
    return floorMs + platform.random() * Math.max(floorMs, backoffMs);
  }

  function receive(evidence: SessionEvidence): void {
    if (evidence.type === 'unanswered') {
      unanswered.set(unanswered.getSnapshot() + 1);
      nextAt = platform.monotonicNow() + retryDelayMs(evidence.reason);
    } else {
      nextAt = evidence.session === null ? undefined : platform.monotonicNow() + refreshEveryMs;
    }

    store.set(transitionSession(store.getSnapshot(), evidence));
    schedule();
    if (evidence.type === 'answered') unanswered.set(0);
  }

  function sendRequest(load: LoadSession): Promise<SessionState> {
    const patience = new AbortController();
    const result = readAnswer(load, patience.signal).then((evidence) => {
      // A newer request has started, and its result counts.
      if (request !== started) return request?.result ?? store.getSnapshot();
      request = undefined;
      receive(evidence);
      return store.getSnapshot();
    });
    const started: SessionRequest = {
      result,
      giveUpAt: platform.monotonicNow() + answerWithinMs,
      giveUp: () => patience.abort(),
    };
    request?.giveUp();
    request = started;
    schedule();
    return result;
  }

  function refresh(): Promise<SessionState> {
    if (request) return request.result;
    return sendRequest(isSignedIn() ? refreshSession : loadSession);
  }

  /** Sets the one timer: for the timeout of the pending request, else for the next request. */
  function schedule(): void {
    stopTimer?.();
    stopTimer = undefined;
    if (subscribers === 0) return;
    if (request) {
      stopTimer = platform.setTimer(request.giveUp, request.giveUpAt - platform.monotonicNow());
    } else if (nextAt !== undefined && platform.isAttended()) {
      const delayMs = nextAt - platform.monotonicNow();
      if (delayMs > 0) stopTimer = platform.setTimer(() => void refresh(), delayMs);
      else void refresh();
    }
  }

  async function expectSession(onUnanswered: () => void): Promise<boolean> {
    const firstAnswer = sendRequest(loadSession);
    // The timers run while the store has a subscriber.
    const stopAsking = subscribe(() => {});
    await firstAnswer;
    if (unanswered.getSnapshot() > 0) {
      onUnanswered();
      await new Promise<void>((resolve) => {
        const stop = unanswered.subscribe(() => {
          if (unanswered.getSnapshot() > 0) return;
          stop();
          resolve();
        });
      });
    }
    stopAsking();
    return isSignedIn();
  }

  function subscribe(listener: () => void): () => void {
    const unsubscribe = store.subscribe(listener);
    let isSubscribed = true;
    subscribers += 1;
    if (subscribers === 1) {
      stopWatchingAttention = platform.onAttentionChange(schedule);
      // The first load doesn't wait for attention: a page that opens in the background is ready when the user sees it.
      if (store.getSnapshot().status === 'loading') void refresh();
      schedule();
    }
    return () => {
      if (!isSubscribed) return;
      isSubscribed = false;
      unsubscribe();
      subscribers -= 1;
      if (subscribers > 0) return;
      stopWatchingAttention?.();
      schedule();
    };
  }
  return {
    getSnapshot: store.getSnapshot,
    getServerSnapshot: () => initialState,
    subscribe,
    reload: () => sendRequest(loadSession),
    expectSession,
    async confirm() {
      await sendRequest(loadSession);
      return unanswered.getSnapshot() === 0;
    },
    refresh,
  };
}
