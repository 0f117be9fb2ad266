import type { RequestDescription, RequestRule } from '../protocol/requestRules.ts';
import { readOperations, type OperationType } from './graphql/readOperations.ts';

export type { OperationType };

export interface GraphqlRulesOptions {
  /** The path of the endpoint, written like the path of a rule: "/graphql". */
  readonly path: string;
  /**
   * Returns the type of a persisted document, whose text isn't sent, by its hash or id. An `undefined` type is a
   * mutation if the request is a POST, and a query if it is a GET. Default: every type is `undefined`.
   */
  readonly documentType?: (id: string) => OperationType | undefined;
}

/** A longer body is a mutation. Reading one of this length takes less than 100 milliseconds. */
const LIMIT_CHARACTERS = 1_000_000;

/**
 * Returns the rules for a GraphQL endpoint: queries and subscriptions are reads, and mutations are mutations. Pass them
 * in `rules` of the monitor, and of a gate that receives the body: `gate.reject({ method, url, headers, body })`.
 *
 * A request is a mutation if one of its documents is one (a batch may have many), or if it can't be read: a stream, a
 * `Request` whose body was passed to its constructor, or an invalid document. `operationName` selects among the
 * operations of a document. The body may be JSON, the text of a document, a parsed body, or a `FormData` with
 * `operations`. A GET has its document in the query of the URL.
 */
export function graphqlRules({
  path,
  documentType = () => undefined,
}: GraphqlRulesOptions): readonly [RequestRule, RequestRule] {
  return [
    { kind: 'mutation', path, when: (request) => isMutation(request, documentType) },
    { kind: 'read', path },
  ];
}

type DocumentType = NonNullable<GraphqlRulesOptions['documentType']>;

function isMutation({ method, url, body }: RequestDescription, documentType: DocumentType): boolean {
  try {
    const isLoad = ['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase());
    const inUrl = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
    const documents = [
      ...(isLoad ? [] : documentsOf(body)),
      // Some servers read the URL of a POST too.
      ...(isLoad || 'query' in inUrl ? [{ ...inUrl, extensions: parseJson(inUrl['extensions']) }] : []),
    ];
    return documents.some(
      (document) => typeOf(document, inUrl['operationName'], isLoad, documentType) === 'mutation',
    );
  } catch {
    // A rule that throws would not match, and the request would be a read.
    return true;
  }
}

/** Returns the documents of a body, one for each operation of a batch. An unreadable body is one unreadable document. */
function documentsOf(body: unknown): readonly unknown[] {
  const sent = body instanceof FormData ? body.get('operations') : body;
  if (typeof sent !== 'string') return [sent].flat();
  return [parseJson(sent) ?? { query: sent }].flat();
}

/** Returns `undefined` for an invalid text, and for one that is too long. */
function parseJson(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > LIMIT_CHARACTERS) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function typeOf(
  document: unknown,
  nameInUrl: unknown,
  isLoad: boolean,
  documentType: DocumentType,
): OperationType {
  const text = read(document, 'query');
  if (typeof text === 'string' && text !== '') {
    return typeOfText(text, [nameInUrl, read(document, 'operationName')]);
  }
  const id =
    read(read(read(document, 'extensions'), 'persistedQuery'), 'sha256Hash') ??
    ['documentId', 'id', 'doc_id'].map((name) => read(document, name)).find((value) => value !== undefined);
  return (typeof id === 'string' ? documentType(id) : undefined) ?? (isLoad ? 'query' : 'mutation');
}

/** Returns the type of the operations that the names select, or of all if they select none. */
function typeOfText(text: string, names: readonly unknown[]): OperationType {
  const operations = text.length > LIMIT_CHARACTERS ? undefined : readOperations(text);
  const selected = operations?.filter(({ name }) => name !== undefined && names.includes(name)) ?? [];
  const types = (selected.length > 0 ? selected : (operations ?? [])).map(({ type }) => type);
  if (types.includes('mutation')) return 'mutation';
  return types[0] ?? 'mutation';
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
