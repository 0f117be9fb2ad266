import type { Platform } from '../platform/platform.ts';
import { createStore, type ReadableStore } from './createStore.ts';

/** One message for users who do not see the page change. */
export interface Announcement {
  readonly text: string;
  /** `assertive` responds to the user's last action; `polite` waits for a pause. */
  readonly urgency: 'polite' | 'assertive';
  /** Counts up, so that the same text twice is two announcements. */
  readonly turn: number;
}

export interface Announcer extends ReadableStore<Announcement | undefined> {
  readonly announce: (text: string, urgency: Announcement['urgency']) => void;
  /** Delays polite announcements until `action`, which the user started, settles: it may announce its own result. */
  readonly hold: (action: Promise<unknown>) => void;
  /** Discards the current polite announcement, because a dialog that opens reads out the same text. */
  readonly withdraw: () => void;
}

/**
 * Long enough for one change to arrive on every path (the monitor sees the response, then the form its error), short
 * enough to sound like the response to a press.
 */
const GATHER_MS = 120;

/** The maximum number of delays of a polite announcement while the user's action is pending: about two seconds. */
const LONGEST_HOLD = 16;

/**
 * Creates the announcer, which announces each change once. Announcements within a short time are one event reported
 * from several places: it makes the most urgent one, and of those the latest.
 */
export function createAnnouncer(platform: Pick<Platform, 'setTimer'>): Announcer {
  const announced = createStore<Announcement | undefined>(undefined);
  let turn = 0;
  let held = 0;
  let gathered: Announcement | undefined;

  function gather(holdsLeft: number): void {
    platform.setTimer(() => {
      if (held > 0 && holdsLeft > 0 && gathered?.urgency === 'polite') {
        gather(holdsLeft - 1);
        return;
      }
      if (gathered) announced.set(gathered);
      gathered = undefined;
    }, GATHER_MS);
  }

  return {
    getSnapshot: announced.getSnapshot,
    subscribe: announced.subscribe,
    announce(text, urgency) {
      if (gathered?.urgency === 'assertive' && urgency === 'polite') return;
      if (!gathered) gather(LONGEST_HOLD);
      turn += 1;
      gathered = { text, urgency, turn };
    },
    hold(action) {
      held += 1;
      const release = (): void => {
        held -= 1;
      };
      action.then(release, release);
    },
    withdraw() {
      if (gathered?.urgency === 'polite') gathered = undefined;
    },
  };
}
