import { parseJson } from './parseJson.ts';

/**
 * Parses the beginning of a JSON text that broke off: what is open is closed, and an unfinished last member is left
 * out. `undefined` where nothing can be read. Takes one pass and at most two attempts to parse.
 */
export function parsePartialJson(text: string): unknown {
  const open: string[] = [];
  let isInString = false;
  // Where the last finished member ends. Every bracket and comma moves it, so `open` is what is open there too.
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
