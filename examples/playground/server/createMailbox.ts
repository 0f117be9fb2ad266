/** An email that the playground would have sent. */
interface Letter {
  readonly to: string;
  readonly subject: string;
  /** The content: a code, or an invitation. */
  readonly text: string;
}

export interface Mailbox {
  send(letter: Letter): Promise<void>;
  /** The latest emails, newest first. */
  letters(): readonly Letter[];
}

const KEPT = 5;

/** Keeps the playground's emails for the panel, and sends none. */
export function createMailbox(): Mailbox {
  let letters: readonly Letter[] = [];
  return {
    send(letter) {
      letters = [letter, ...letters].slice(0, KEPT);
      return Promise.resolve();
    },
    letters: () => letters,
  };
}
