export type OperationType = 'query' | 'mutation' | 'subscription';

export interface Operation {
  readonly type: OperationType;
  readonly name: string | undefined;
}

const operationTypes: readonly string[] = ['query', 'mutation', 'subscription'] satisfies OperationType[];
const ignored = /[\s,\uFEFF]+|#[^\n\r]*/y;
const structural = /["#{}()[\]]/g;
const nameToken = /[_A-Za-z]\w*/y;

/**
 * Returns the operations of a GraphQL document, in their order, or `undefined` if it isn't an executable document. Takes
 * time in proportion to its length. Reads what separates definitions, and doesn't validate what is inside of them.
 */
export function readOperations(document: string): readonly Operation[] | undefined {
  const operations: Operation[] = [];
  let at = skipIgnored(document, 0);
  while (at < document.length) {
    const definition = readDefinition(document, at);
    if (!definition) return undefined;
    if (definition.operation) operations.push(definition.operation);
    at = skipIgnored(document, definition.end);
  }
  return operations;
}

/** Reads a definition, which is an operation or a fragment. */
function readDefinition(
  document: string,
  start: number,
): { readonly operation?: Operation; readonly end: number } | undefined {
  let at = start;
  if (document[at] === '"') {
    // A description.
    const end = endOfString(document, at);
    if (end === undefined) return undefined;
    at = skipIgnored(document, end);
  }
  const keyword = document[at] === '{' ? '' : match(nameToken, document, at);
  if (keyword === undefined) return undefined;
  const end = endOfSelection(document, at);
  if (end === undefined) return undefined;
  if (keyword === 'fragment') return { end };
  if (keyword === '') return { operation: { type: 'query', name: undefined }, end };
  if (!isOperationType(keyword)) return undefined;
  const name = match(nameToken, document, skipIgnored(document, at + keyword.length));
  return { operation: { type: keyword, name }, end };
}

/** Returns the end of the first braces that aren't inside of other brackets: variables may have braces in parentheses. */
function endOfSelection(document: string, start: number): number | undefined {
  let depth = 0;
  let at: number | undefined = start;
  while (at !== undefined) {
    structural.lastIndex = at;
    const found = structural.exec(document);
    if (!found) return undefined;
    const [character] = found;
    if (character === '"') at = endOfString(document, found.index);
    else if (character === '#') at = skipIgnored(document, found.index);
    else {
      depth += '{(['.includes(character) ? 1 : -1;
      at = found.index + 1;
      if (character === '}' && depth === 0) return at;
      if (depth < 0) return undefined;
    }
  }
  return undefined;
}

function endOfString(document: string, start: number): number | undefined {
  return document.startsWith('"""', start)
    ? endOfBlockString(document, start + 3)
    : endOfLineString(document, start + 1);
}

function endOfBlockString(document: string, start: number): number | undefined {
  for (let at = document.indexOf('"""', start); at >= 0; at = document.indexOf('"""', at + 3)) {
    if (document[at - 1] !== '\\') return at + 3;
  }
  return undefined;
}

function endOfLineString(document: string, start: number): number | undefined {
  for (let at = start; at < document.length; at += 1) {
    const character = document[at];
    if (character === '"') return at + 1;
    if (character === '\n' || character === '\r') return undefined;
    if (character === '\\') at += 1;
  }
  return undefined;
}

function skipIgnored(document: string, start: number): number {
  let at = start;
  for (let found = match(ignored, document, at); found; found = match(ignored, document, at))
    at += found.length;
  return at;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function isOperationType(keyword: string): keyword is OperationType {
  return operationTypes.includes(keyword);
}
