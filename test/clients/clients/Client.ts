/** A client, set up as an application does. */
export interface Client {
  /** Loads the notes. */
  readonly read: () => Promise<unknown>;
  /** Adds a note. */
  readonly mutate: () => Promise<unknown>;
  /** Replaces a note with PUT, which some clients send again when it fails. */
  readonly replace?: () => Promise<unknown>;
}

export interface Note {
  readonly id: number;
  readonly text: string;
}

/** The note that is added. */
export const second = { text: 'Second' };
