/** The depth of brackets above which a text isn't parsed. A parser takes milliseconds for thousands of them. */
const DEPTH_LIMIT = 200;

/** Parses a JSON text. Returns `undefined` if it is invalid, or has more than 200 brackets inside of each other. */
export function parseJson(text: string): unknown {
  try {
    return isTooDeep(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Counts the brackets of strings too. Stops at the limit, so a hostile text costs least. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= DEPTH_LIMIT; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
  }
  return depth > DEPTH_LIMIT;
}
