import { graphqlRules } from 'maintenance-kit/integrations/graphql';
import { describe, expect, it } from 'vitest';
import { createMaintenanceGate } from '../../src/gate/index.ts';
import { classifyRequest, type RequestDescription } from '../../src/protocol/index.ts';

const types = new Map([
  ['q1', 'query'],
  ['s1', 'subscription'],
  ['m1', 'mutation'],
] as const);
const rules = graphqlRules({ path: '/graphql', documentType: (id) => types.get(id as 'q1') });

const kindOf = (request: Partial<RequestDescription>): string =>
  classifyRequest({ method: 'POST', url: '/graphql', ...request }, rules);

const sent = (query: unknown, others: object = {}): string =>
  kindOf({ body: JSON.stringify({ query, ...others }) });

const loaded = (parameters: Record<string, string>): string =>
  kindOf({ method: 'GET', url: `/graphql?${new URLSearchParams(parameters).toString()}` });

const persisted = (sha256Hash: string): object => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});

describe('a document that is sent as text', () => {
  it.each([
    ['{ notes { id } }', 'read'],
    ['query { notes }', 'read'],
    ['query Notes($text: String = "mutation { x }") @live { notes(text: $text) }', 'read'],
    ['query Q($filter: Filter = {text: "}", tags: [{name: "}"}]}) { notes(filter: $filter) }', 'read'],
    ['subscription Changes { changed }', 'read'],
    ['# mutation { addNote }\n{ notes }', 'read'],
    ['{ notes(text: """ \\""" } mutation { addNote } """) }', 'read'],
    ['{ notes(text: "\\" } mutation { addNote }") }', 'read'],
    ['{ mutation { query } }', 'read'],
    ['fragment mutation on Note { id } { notes { ...mutation } }', 'read'],
    ['"Describes it." query Q { notes }', 'read'],
    ['\uFEFF,,query,Q,{notes}', 'read'],
    ['mutation { addNote }', 'mutation'],
    ['mutation AddNote($text: String!) { addNote(text: $text) }', 'mutation'],
    ['fragment F on Note { id } mutation { addNote { ...F } }', 'mutation'],
    ['query{notes}mutation{addNote}', 'mutation'],
    ['#\r\nmutation#\n{ addNote }', 'mutation'],
  ])('%s is a %s', (query, kind) => {
    expect(sent(query)).toBe(kind);
    expect(kindOf({ body: query })).toBe(kind);
    expect(kindOf({ body: { query } })).toBe(kind);
    expect(loaded({ query })).toBe(kind);
  });

  it.each([
    '',
    'fragment F on Note { id }',
    'scalar mutation',
    'type Query { notes: String }',
    'query {',
    '} {',
    'query { notes(text: "',
    'query { notes(text: """',
    '{ notes } !',
    '"only a description"',
    `{ ${'a '.repeat(600_000)} }`,
  ])('is a mutation if it cannot be read: %.40s', (query) => {
    expect(sent(query)).toBe('mutation');
  });

  it('is what the operation is that operationName selects', () => {
    const both = 'query Read { notes } mutation Write { addNote }';
    expect(sent(both, { operationName: 'Read' })).toBe('read');
    expect(sent(both, { operationName: 'Write' })).toBe('mutation');
    expect(sent(both, { operationName: 'Other' })).toBe('mutation');
    expect(sent(both)).toBe('mutation');
    expect(loaded({ query: both, operationName: 'Read' })).toBe('read');
  });

  it('is what the URL of a POST makes of it too', () => {
    const body = JSON.stringify({ query: '{ notes }' });
    expect(kindOf({ url: '/graphql?query=mutation{addNote}', body })).toBe('mutation');
    expect(kindOf({ url: '/graphql?trace=1', body })).toBe('read');
  });
});

describe('a persisted document', () => {
  it.each([
    ['q1', 'read', 'read'],
    ['s1', 'read', 'read'],
    ['m1', 'mutation', 'mutation'],
    ['unknown', 'mutation', 'read'],
  ])('%s is a %s in a POST and a %s in a GET', (id, inPost, inGet) => {
    expect(sent(undefined, persisted(id))).toBe(inPost);
    expect(sent(undefined, { documentId: id })).toBe(inPost);
    expect(sent(undefined, { id })).toBe(inPost);
    expect(sent('', { doc_id: id })).toBe(inPost);
    expect(loaded({ extensions: JSON.stringify(persisted(id)['extensions' as keyof object]) })).toBe(inGet);
    expect(loaded({ documentId: id })).toBe(inGet);
  });
});

describe('a batch', () => {
  const batch = (...documents: readonly object[]): string => kindOf({ body: JSON.stringify(documents) });

  it('is a mutation if it has one', () => {
    expect(batch({ query: '{ a }' }, { query: '{ b }' })).toBe('read');
    expect(batch({ query: '{ a }' }, { query: 'mutation { b }' })).toBe('mutation');
    expect(batch({ query: '{ a }' }, persisted('unknown'))).toBe('mutation');
    expect(batch({ query: '{ a }' }, [{ query: 'mutation { b }' }])).toBe('mutation');
  });
});

describe('a body', () => {
  it('is a mutation if it cannot be read', () => {
    const bodies = [undefined, null, 7, new Blob(['{ notes }']), new ReadableStream(), new URLSearchParams()];
    const throwing = {
      get query(): string {
        throw new Error('no query');
      },
    };
    expect([...bodies, throwing].map((body) => kindOf({ body }))).toEqual(
      Array.from({ length: bodies.length + 1 }, () => 'mutation'),
    );
  });

  it('may be a form with an upload', () => {
    const form = new FormData();
    form.set('operations', JSON.stringify({ query: 'query { notes }' }));
    expect(kindOf({ body: form })).toBe('read');
    form.set('operations', JSON.stringify({ query: 'mutation { addFile }' }));
    expect(kindOf({ body: form })).toBe('mutation');
  });
});

describe('the rules of an endpoint', () => {
  it('leaves other paths and a GET without a document to the method', () => {
    expect(kindOf({ url: '/other', body: '{ notes }' })).toBe('mutation');
    expect(kindOf({ method: 'GET' })).toBe('read');
  });

  it('lets a gate that receives the body pass queries', async () => {
    const gate = createMaintenanceGate({ isActive: true, rules });
    const send = (query: string) =>
      gate.reject({
        method: 'POST',
        url: 'http://localhost/graphql',
        headers: new Headers(),
        body: JSON.stringify({ query }),
      });
    expect(await send('{ notes }')).toBeUndefined();
    expect((await send('mutation { addNote }'))?.status).toBe(503);
  });
});
