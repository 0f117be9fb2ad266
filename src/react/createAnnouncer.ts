import type { Platform } from '../platform/platform.ts';

/** One thing said to people who do not see the page change. */
export interface Announcement {
  readonly text: string;
  /** `assertive` answers something that the person did just now; `polite` waits for a pause. */
  readonly urgency: 'polite' | 'assertive';
  /** Counts up, so that the same words said twice are two announcements. */
  readonly turn: number;
}

export interface Announcer {
  readonly announce: (text: string, urgency: Announcement['urgency']) => void;
  /** Something that the person did is under way, and may have more to say about what is announced meanwhile. */
  readonly hold: (underWay: Promise<unknown>) => void;
  /** Takes back what was announced politely in this moment: a dialog, which is read out by itself, tells it. */
  readonly withdraw: () => void;
  readonly getSnapshot: () => Announcement | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Long enough for one change to arrive by every way (the monitor sees the answer, then the form its error),
 * short enough to be heard as the answer to a press.
 */
const GATHER_MS = 120;

/** How many times that it waits for what the person did, before it speaks all the same: about two seconds. */
const LONGEST_HOLD = 16;

/**
 * Speaks once per change. What is announced in the same moment is one event seen from several places: the most
 * urgent, and of those the latest, is the one that is said.
 */
export function createAnnouncer(platform: Pick<Platform, 'setTimer'>): Announcer {
  const listeners = new Set<() => void>();
  let turn = 0;
  let held = 0;
  let said: Announcement | undefined;
  let gathered: Announcement | undefined;

  function gather(holdsLeft: number): void {
    platform.setTimer(() => {
      if (held > 0 && holdsLeft > 0 && gathered?.urgency === 'polite') {
        gather(holdsLeft - 1);
        return;
      }
      said = gathered;
      gathered = undefined;
      for (const listener of listeners) listener();
    }, GATHER_MS);
  }

  return {
    announce(text, urgency) {
      if (gathered?.urgency === 'assertive' && urgency === 'polite') return;
      if (!gathered) gather(LONGEST_HOLD);
      turn += 1;
      gathered = { text, urgency, turn };
    },
    hold(underWay) {
      held += 1;
      const release = (): void => {
        held -= 1;
      };
      underWay.then(release, release);
    },
    withdraw() {
      if (gathered?.urgency === 'polite') gathered = undefined;
    },
    getSnapshot: () => said,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
