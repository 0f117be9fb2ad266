import { isObject, type ReadMember } from './boundedReader.ts';
import { MAINTENANCE_CODE } from './notice.ts';
import { parseJson } from './parseJson.ts';

/** A maintenance code that was found, with the values that contain it. */
export interface Finding {
  readonly value: object;
  /** True for an `Error`, false for a body. */
  readonly isError: boolean;
  /** The member of `holder` that leads to it. */
  readonly via?: string | undefined;
  readonly holder?: Finding | undefined;
}

type Role = 'cause' | 'error' | 'payload' | 'ambiguous';

interface Visit {
  readonly value: unknown;
  readonly via?: string;
  readonly holder?: Finding;
  /** The HTTP status of the surrounding value, if known. */
  readonly status?: number | undefined;
  /** True if a value on the path marks this as an error. */
  readonly inError: boolean;
  /** True for the cause of an `Error`: another error, with its own status. */
  readonly isCause: boolean;
  /** True for the `extensions` of a GraphQL error, which arrives with a status of 200. */
  readonly isGraphQL: boolean;
}

/** The number of elements of one list that are searched: more than a batch of requests has. */
const LIST_LIMIT = 40;

/** The number of objects that are searched. A batch of 40 errors, each in two envelopes, has 121. */
const OBJECT_LIMIT = 128;

/** The number of characters of JSON text that are parsed in one search. */
const TEXT_LIMIT = 65_536;

const statusMembers = ['status', 'statusCode', 'status_code', 'httpStatus', 'originalStatus'] as const;

/**
 * The members that may contain an API's answer. Other members are never read, above all the application's own request
 * (`config`, `request`, `variables`, `options`).
 *
 * - `error`: an error, in any holder.
 * - `cause`: an error too, perhaps with another status than its holder.
 * - `payload`: a response body. Read only if its holder is an error or a status is known.
 * - `ambiguous`: a response body in some libraries, user input in others. Read only under a 503.
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
 * Searches a value for the maintenance code, breadth first, so that near members are found before a large or circular
 * rest uses up the reader.
 *
 * The code comes first, then the status: if one is known it must be 503. The status nearest to the code counts, and
 * nothing below another status does. GraphQL errors are exempt: they arrive with 200.
 */
export function findMaintenance(root: unknown, read: ReadMember): Finding | undefined {
  const seen = new Set<object>();
  const top: Visit = { value: root, inError: false, isCause: false, isGraphQL: false };
  const queue = [top];
  let textLeft = TEXT_LIMIT;

  // The loop adds to the queue.
  for (const visit of queue) {
    let { value } = visit;
    if (typeof value === 'string') {
      if (value.length > textLeft || !value.includes(MAINTENANCE_CODE)) continue;
      textLeft -= value.length;
      value = parseJson(value);
    }
    if (!isObject(value) || seen.has(value)) continue;
    if (seen.size === OBJECT_LIMIT) return undefined;
    seen.add(value);

    if (isArray(value)) {
      // Reading beyond the end finds nothing, so the length is not needed.
      for (let index = 0; index < LIST_LIMIT; index += 1) {
        const element = read(value, index);
        if (element !== undefined) queue.push({ ...visit, value: element });
      }
      continue;
    }

    const status = statusAt(value, visit, read);
    const finding: Finding = { value, isError: isError(value, read), via: visit.via, holder: visit.holder };
    const inError = visit.inError || finding.isError;
    const isTrusted = status === undefined || status === 503 || (status === 200 && visit.isGraphQL);
    if (isTrusted && hasCode(value, status, read)) return finding;

    for (const [via, role] of members) {
      if (role === 'payload' && !inError && status === undefined) continue;
      if (role === 'ambiguous' && status !== 503) continue;
      const member = read(value, via);
      if (member === undefined) continue;
      queue.push({
        value: member,
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
      // JSON:API writes the status as a string. Words ("error", "active") and other numbers are not HTTP statuses.
      if ((typeof status === 'number' || typeof status === 'string') && /^[1-5]\d\d$/.test(String(status))) {
        return Number(status);
      }
    }
  }
  return outer;
}

function hasCode(value: object, status: number | undefined, read: ReadMember): boolean {
  if (read(value, 'code') === MAINTENANCE_CODE || read(value, 'digest') === MAINTENANCE_CODE) return true;
  // RFC 9457: a problem's type is a URI. Any object may have a bare word as its type, so that needs a status too.
  const type = read(value, 'type');
  if (typeof type !== 'string' || !type.endsWith(MAINTENANCE_CODE)) return false;
  const before = type.at(-MAINTENANCE_CODE.length - 1);
  return before === undefined ? status === 503 : '/#:'.includes(before);
}

function isError(value: object, read: ReadMember): boolean {
  try {
    // Errors of other realms (frames, workers, test environments) are recognized by their stack.
    return value instanceof Error || typeof read(value, 'stack') === 'string';
  } catch {
    return false;
  }
}

function isArray(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    // A revoked proxy throws.
    return false;
  }
}
