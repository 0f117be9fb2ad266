/** A letter that the playground would have sent. */
interface Letter {
  readonly to: string;
  readonly subject: string;
  /** What matters of it: a code, or who invites whom. */
  readonly text: string;
}

export interface Mailbox {
  send(letter: Letter): Promise<void>;
  /** The newest first, and few. */
  letters(): readonly Letter[];
}

const KEPT = 5;

/** Where the playground's mail goes: nobody is sent any, and the panel shows what they would have got. */
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
