import { isObject, type ReadMember } from './boundedReader.ts';
import { MAINTENANCE_CODE } from './notice.ts';
import { parseJson } from './parseJson.ts';

/** Where the code was found, with everything around it. */
export interface Finding {
  readonly value: object;
  /** True for an `Error`, as opposed to a body. */
  readonly isError: boolean;
  /** The member of `holder` by which it was reached. */
  readonly via?: string | undefined;
  readonly holder?: Finding | undefined;
}

type Role = 'cause' | 'error' | 'payload' | 'ambiguous';

interface Visit {
  readonly value: unknown;
  readonly via?: string;
  readonly holder?: Finding;
  /** The HTTP status of what is around it, where one is known. */
  readonly status?: number | undefined;
  /** True where something on the way says that this is an error. */
  readonly inError: boolean;
  /** True for what caused an `Error`: another error, with a status of its own. */
  readonly isCause: boolean;
  /** True for the `extensions` of a GraphQL error, which arrives with a status of 200. */
  readonly isGraphQL: boolean;
}

/** How many elements of one list are looked at: more than a batch of requests has. */
const LIST_LIMIT = 40;

/** How many characters of JSON text are parsed in one search. */
const TEXT_LIMIT = 65_536;

const statusMembers = ['status', 'statusCode', 'status_code', 'httpStatus', 'originalStatus'] as const;

/**
 * Where the word of an API can be. What is not listed is never looked at, above all what the application sent
 * (`config`, `request`, `variables`, `options`).
 *
 * - `error`: an error, whoever carries it.
 * - `cause`: an error too, perhaps with another status than its holder.
 * - `payload`: whatever the API sent. Looked at only if its holder is an error or a status is known.
 * - `ambiguous`: a body for some libraries, what a person typed for others. Looked at only under a 503.
 */
const members: readonly (readonly [name: string, role: Role])[] = [
  ['error', 'error'],
  ['errors', 'error'],
  ['graphQLErrors', 'error'],
  ['extensions', 'error'],
  ['cause', 'cause'],
  ['originalError', 'cause'],
  ['networkError', 'cause'],
  ['response', 'payload'],
  ['data', 'payload'],
  ['body', 'payload'],
  ['bodyText', 'payload'],
  ['meta', 'payload'],
  ['message', 'payload'],
  ['json', 'payload'],
  ['result', 'payload'],
  ['info', 'payload'],
  ['detail', 'payload'],
  ['details', 'payload'],
  ['reason', 'payload'],
  ['raw', 'payload'],
  ['global', 'payload'],
  ['text', 'payload'],
  ['responseText', 'payload'],
  ['responseJSON', 'payload'],
  ['value', 'ambiguous'],
  ['context', 'ambiguous'],
];

/**
 * Searches a value for the API's word that it is in maintenance: breadth first, so that what is near is found
 * before a large or circular rest uses up the reader.
 *
 * The code comes first, then the status: where one is known it must be 503. The one nearest to the code
 * counts, but nothing below another status is believed. GraphQL errors are exempt: they arrive with 200.
 */
export function findMaintenance(root: unknown, read: ReadMember): Finding | undefined {
  const seen = new Set<object>();
  const top: Visit = { value: root, inError: false, isCause: false, isGraphQL: false };
  const queue = [top];
  let textLeft = TEXT_LIMIT;

  // The queue grows while it is walked.
  for (const visit of queue) {
    let { value } = visit;
    if (typeof value === 'string') {
      if (value.length > textLeft || !value.includes(MAINTENANCE_CODE)) continue;
      textLeft -= value.length;
      value = parseJson(value);
    }
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);

    if (isArray(value)) {
      // An index beyond the end does not exist, so the length need not be asked for.
      for (let index = 0; index < LIST_LIMIT; index += 1) {
        queue.push({ ...visit, value: read(value, index) });
      }
      continue;
    }

    const status = statusAt(value, visit, read);
    const finding: Finding = { value, isError: isError(value, read), via: visit.via, holder: visit.holder };
    const inError = visit.inError || finding.isError;
    const isBelieved = status === undefined || status === 503 || (status === 200 && visit.isGraphQL);
    if (isBelieved && hasCode(value, status, read)) return finding;

    for (const [via, role] of members) {
      if (role === 'payload' && !inError && status === undefined) continue;
      if (role === 'ambiguous' && status !== 503) continue;
      queue.push({
        value: read(value, via),
        via,
        holder: finding,
        status,
        inError: inError || role === 'error' || role === 'cause',
        isCause: role === 'cause' && finding.isError,
        isGraphQL: via === 'extensions' && inError,
      });
    }
  }
  return undefined;
}

function statusAt(value: object, { isCause, status: outer }: Visit, read: ReadMember): number | undefined {
  if (outer !== undefined && outer !== 503 && !isCause) return outer;
  const response = read(value, 'response');
  for (const holder of [value, response]) {
    for (const name of statusMembers) {
      const status = read(holder, name);
      // Also as text, as JSON:API writes it. Words ("error", "active") and other numbers are no HTTP status.
      if ((typeof status === 'number' || typeof status === 'string') && /^[1-5]\d\d$/.test(String(status))) {
        return Number(status);
      }
    }
  }
  return outer;
}

function hasCode(value: object, status: number | undefined, read: ReadMember): boolean {
  if (read(value, 'code') === MAINTENANCE_CODE || read(value, 'digest') === MAINTENANCE_CODE) return true;
  // RFC 9457: a problem's type is a URI. A bare word could be any object's type, so it takes the status too.
  const type = read(value, 'type');
  if (typeof type !== 'string' || !type.endsWith(MAINTENANCE_CODE)) return false;
  const before = type.at(-MAINTENANCE_CODE.length - 1);
  return before === undefined ? status === 503 : '/#:'.includes(before);
}

function isError(value: object, read: ReadMember): boolean {
  try {
    // Only a stack tells the errors of other realms: frames, workers, test environments.
    return value instanceof Error || typeof read(value, 'stack') === 'string';
  } catch {
    return false;
  }
}

function isArray(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    // A revoked proxy.
    return false;
  }
}
