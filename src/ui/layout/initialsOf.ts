/** Returns the initials of a name: "Ada Lovelace" → AL, "ada@example.com" → A. */
export function initialsOf(name: string): string {
  const words = name.replace(/@.*$/, '').split(/\s+/).filter(Boolean);
  const [first = '', ...others] = words;
  return firstLetterOf(first) + firstLetterOf(others.at(-1) ?? '');
}

/** By code point: some letters are two characters long. */
function firstLetterOf(word: string): string {
  const point = word.codePointAt(0);
  return point === undefined ? '' : String.fromCodePoint(point).toUpperCase();
}
