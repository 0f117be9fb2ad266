import fc from 'fast-check';
import { Kind, parse, type DocumentNode } from 'graphql';
import { expect, test } from 'vitest';
import { readOperations } from '../../src/integrations/graphql/readOperations.ts';

function parsed(document: string): DocumentNode | undefined {
  try {
    return parse(document);
  } catch {
    return undefined;
  }
}

/** What GraphQL's own parser finds: `undefined` if the document is invalid or has type definitions. */
function operationsOf(document: string) {
  const operations = [];
  for (const definition of parsed(document)?.definitions ?? [undefined]) {
    if (definition?.kind === Kind.OPERATION_DEFINITION) {
      operations.push({ type: definition.operation, name: definition.name?.value });
    } else if (definition?.kind !== Kind.FRAGMENT_DEFINITION) return undefined;
  }
  return operations;
}

const name = fc.constantFrom('a', 'query', 'mutation', 'subscription', 'fragment', '_0', 'input');
const text = fc.constantFrom(
  '"text"',
  '"}"',
  '"\\" } mutation { a }"',
  '"\\\\"',
  '""',
  '""""""',
  '"""} mutation { a }"""',
  '""" \\""" { """',
  '"""\n#"\\\\"""',
  '"# mutation {"',
);
const gap = fc.constantFrom(' ', '\n', ',', '\t', '# mutation { "\n', '#"""\r\n', '\uFEFF ');
const value = fc.oneof(
  text,
  fc.constantFrom('1', 'true', '$a', 'null', '[{a: "}"}, {b: [")"]}]', '{a: {b: "{"}}'),
);
const put = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''));
const is = (constant: string): fc.Arbitrary<string> => fc.constant(constant);
const maybe = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(is(''), part);

const call = put(is('('), gap, name, is(':'), gap, value, is(')'));
const directive = put(gap, is('@'), name, maybe(call));
const { selection } = fc.letrec<{ selection: string; field: string }>((tie) => ({
  selection: put(is('{'), gap, tie('field'), gap, maybe(tie('field')), is('}')),
  field: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    name,
    put(name, is(':'), name, maybe(call), maybe(directive), gap, maybe(tie('selection'))),
    put(is('... on '), name, gap, tie('selection')),
    put(is('...'), is('f'), name),
  ),
}));
const constant = fc.oneof(text, fc.constantFrom('1', '{a: "}"}', '[{b: "{"}]', '["{"]'));
const variables = put(is('($a: [Int!]'), maybe(put(is(' = '), constant)), maybe(directive), gap, is(')'));
const operation = put(
  fc.constantFrom('query', 'mutation', 'subscription'),
  gap,
  maybe(name),
  maybe(variables),
  maybe(directive),
  gap,
  selection,
);
const fragment = put(is('fragment '), name, is(' on '), name, maybe(directive), selection);
const description = put(text, gap);
const definition = fc.oneof(operation, selection, fragment, put(description, operation), is('scalar A'));
const document = put(gap, definition, gap, maybe(definition), gap, maybe(definition), gap);

/** Whether the kit finds what GraphQL's parser finds, if the document is valid. */
const isRead = (source: string): boolean =>
  parsed(source) === undefined ||
  JSON.stringify(readOperations(source)) === JSON.stringify(operationsOf(source));

test('the kit finds the operations that GraphQL’s parser finds in a document', () => {
  const sources = fc.sample(document, 1000);
  expect(sources.filter((source) => !isRead(source))).toEqual([]);
  expect(sources.filter((source) => parsed(source)).length).toBeGreaterThan(300);
});

test('the kit finds the operations that GraphQL’s parser finds in any valid text', () => {
  const token = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '"',
      '"""',
      '\\',
      '#',
      '\n',
      ' ',
      ',',
      ':',
      '$',
      '@',
      '!',
    ),
    fc.constantFrom(
      '...',
      'a',
      'query',
      'mutation',
      'fragment',
      'on',
      'extend',
      'type',
      'query{a}',
      'mutation{b}',
      '"x"',
    ),
  );
  const sources = fc.sample(
    fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join('')),
    5000,
  );
  expect(sources.filter((source) => !isRead(source))).toEqual([]);
  expect(sources.filter((source) => parsed(source)).length).toBeGreaterThan(20);
});

test('the kit reads 200,000 characters in a moment', () => {
  const parts = ['{', '"', '"""', '#', '(', 'a ', ', ', '\\"""', '{a}', 'query{a}', '" " ', '#\n'];
  for (const part of parts) {
    const source = part.repeat(200_000 / part.length);
    expect([readOperations(source), readOperations(`{${source}`)]).toHaveLength(2);
  }
});
