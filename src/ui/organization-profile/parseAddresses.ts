export interface ParsedAddresses {
  /** The valid addresses, each once, in the order in which they were typed. */
  readonly addresses: readonly string[];
  /** The parts of the text that aren't addresses. */
  readonly malformed: readonly string[];
}

/** Matches addresses in the format of mail programs: `Ada Lovelace <ada@example.com>`. */
const inBrackets = /<([^<>]*)>/;

const address = /^[^\s@<>",;]+@[^\s@<>",;.]+(\.[^\s@<>",;.]+)+$/;

/** Parses a list of email addresses, separated by spaces, commas, semicolons or line breaks. */
export function parseAddresses(text: string): ParsedAddresses {
  const words = text
    .split(/[,;\n]+/)
    .flatMap((part) => inBrackets.exec(part)?.[1]?.trim() ?? part.split(/\s+/))
    .filter((word) => word !== '');
  const unique = [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
  return {
    addresses: unique.filter((word) => address.test(word)),
    malformed: unique.filter((word) => !address.test(word)),
  };
}
