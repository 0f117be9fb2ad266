import { parseJson } from './parseJson.ts';

/**
 * Parses the beginning of a truncated JSON text: open brackets are closed, and an unfinished last member is left out.
 * Returns `undefined` if nothing can be read. Takes one pass and at most two attempts to parse.
 */
export function parsePartialJson(text: string): unknown {
  const open: string[] = [];
  let isInString = false;
  // The end of the last finished member. Every bracket and comma moves it, so `open` also holds for this position.
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') {
      isInString = true;
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? '}' : ']');
      end = at + 1;
    } else if (character === '}' || character === ']') {
      open.pop();
      end = at + 1;
    } else if (character === ',') {
      end = at;
    }
  }
  const closing = open.toReversed().join('');
  return parseJson(text + closing) ?? parseJson(text.slice(0, end) + closing);
}
