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
  announce(text: string, urgency: Announcement['urgency']): void;
  getSnapshot(): Announcement | undefined;
  subscribe(listener: () => void): () => void;
}

/**
 * Long enough for one change to arrive by every way (the monitor sees the answer, then the form its error),
 * short enough to be heard as the answer to a press.
 */
const GATHER_MS = 120;

/**
 * Speaks once per change. What is announced in the same moment is one event seen from several places: the most
 * urgent, and of those the latest, is the one that is said.
 */
export function createAnnouncer(platform: Pick<Platform, 'setTimer'>): Announcer {
  const listeners = new Set<() => void>();
  let turn = 0;
  let said: Announcement | undefined;
  let gathered: Announcement | undefined;

  return {
    announce(text, urgency) {
      if (gathered) {
        if (gathered.urgency === 'assertive' && urgency === 'polite') return;
      } else {
        platform.setTimer(() => {
          said = gathered;
          gathered = undefined;
          for (const listener of listeners) listener();
        }, GATHER_MS);
      }
      turn += 1;
      gathered = { text, urgency, turn };
    },
    getSnapshot: () => said,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
