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
  /** Discards the polite announcement of this moment, because a dialog that opens reads the same out. */
  readonly withdraw: () => void;
}

/**
 * Long enough for one change to arrive by every way (the monitor sees the response, then the form its error),
 * short enough to sound like the response to a press.
 */
const GATHER_MS = 120;

/** How many times a polite announcement is delayed for the user's action: about two seconds. */
const LONGEST_HOLD = 16;

/**
 * Announces each change once. Announcements of the same moment are one event seen from several places: the most
 * urgent one is made, and of those the latest.
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
