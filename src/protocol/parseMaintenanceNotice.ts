import { createBoundedReader, isObject, type ReadMember } from './boundedReader.ts';
import { findMaintenance, type Finding } from './findMaintenance.ts';
import { contractNotice, MAINTENANCE_CODE, type MaintenanceNotice } from './notice.ts';
import { parseJson } from './parseJson.ts';
import { boundRetryAfterMs, parseRetryAfter } from './retryAfter.ts';

export interface ParseMaintenanceNoticeOptions {
  /** The time that a `Retry-After` date is counted from, in milliseconds since the epoch. Default: now. */
  readonly nowMs?: number | undefined;
}

/** The number of members of a value that are read at most. */
const MEMBER_LIMIT = 500;

/** The number of headers that are searched for `Retry-After`. */
const HEADER_LIMIT = 100;

/** The longest text that is parsed as JSON, in characters. */
const JSON_TEXT_LENGTH = 65_536;

const SHORT_MESSAGE_LENGTH = 200;
const LONG_MESSAGE_LENGTH = 1000;

/**
 * Reads an API's maintenance notice from a body, or from anything that a client threw or returned. Returns `undefined`
 * if there is none.
 *
 * Bodies: the documented one, the envelope `{errors: [{code}]}`, `{error: {code}}`, RFC 9457 problem details, GraphQL
 * errors, the JSON text of these and lists of them. They are found wherever clients put them (`data`, `body`,
 * `response`, `cause`, `AggregateError.errors` and the like). If a status is known it must be 503, because user data
 * may contain the code too; GraphQL's 200 is exempt.
 *
 * Texts are cut to 200 and 1000 characters; the contract's texts replace missing ones. The `message` of an `Error` is
 * ignored: clients write it. A text that is JSON is parsed, and left out if it contains no text.
 *
 * A bare body has no status and is trusted: pass one only if the request failed.
 *
 * Synchronous, so it doesn't see the body of a `Response`: use `readMaintenanceNotice` for that. Never throws, and
 * reads no more than 500 members of 128 objects, and 65,536 characters of JSON text, 200 brackets deep.
 */
export function parseMaintenanceNotice(
  value: unknown,
  { nowMs = Date.now() }: ParseMaintenanceNoticeOptions = {},
): MaintenanceNotice | undefined {
  const read = createBoundedReader(MEMBER_LIMIT);
  const finding = findMaintenance(value, read);
  if (!finding) return undefined;

  const retryAfterMs = retryAfterNear(finding, read, nowMs);
  return {
    code: MAINTENANCE_CODE,
    shortMessage:
      textAt(finding, ['shortMessage', 'message', 'title'], SHORT_MESSAGE_LENGTH, read) ??
      contractNotice.shortMessage,
    longMessage:
      textAt(finding, ['longMessage', 'long_message', 'detail'], LONG_MESSAGE_LENGTH, read) ??
      contractNotice.longMessage,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/**
 * Returns whether a value says that the API is in maintenance: what a client threw or returned, a body, or the
 * `SystemUnderMaintenanceError` of any copy of this package. Never throws; see `parseMaintenanceNotice`.
 */
export function isMaintenanceError(value: unknown): boolean {
  return parseMaintenanceNotice(value) !== undefined;
}

function textAt(
  { value, isError, via, holder }: Finding,
  names: readonly string[],
  maxLength: number,
  read: ReadMember,
): string | undefined {
  for (const name of names) {
    const text = isError && name === 'message' ? undefined : plainText(read(value, name), names, read);
    if (text !== undefined) return shorten(text, maxLength);
  }
  // A GraphQL error has its code in `extensions` and its text beside them.
  return via === 'extensions' && holder ? textAt(holder, names, maxLength, read) : undefined;
}

/** Returns a text, or the text inside it if it is JSON: users shouldn't see raw JSON. */
function plainText(value: unknown, names: readonly string[], read: ReadMember): string | undefined {
  if (isPlain(value)) return value;
  const body = typeof value === 'string' && value.length <= JSON_TEXT_LENGTH ? parseJson(value) : undefined;
  return names.map((name) => read(body, name)).find(isPlain);
}

/** Returns whether a value is text that users can read. "[Planned] Back soon" is no JSON. */
function isPlain(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const start = value.slice(0, LONG_MESSAGE_LENGTH).trimStart();
  return start !== '' && !/^"?\s*(?:\{|\[\s*[[{"\]])/.test(start);
}

function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // The cut must not split a surrogate pair.
  return `${text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Returns the nearest `Retry-After`: of the value with the code, then of its holder, and so on. */
function retryAfterNear(finding: Finding | undefined, read: ReadMember, nowMs: number): number | undefined {
  for (let at = finding; at; at = at.holder) {
    const delayMs = read(at.value, 'retryAfterMs');
    const found =
      (typeof delayMs === 'number' ? boundRetryAfterMs(delayMs) : undefined) ??
      parseRetryAfter(asHeader(read(at.value, 'retryAfter')), nowMs) ??
      parseRetryAfter(retryAfterHeader(read(at.value, 'headers'), read), nowMs) ??
      parseRetryAfter(retryAfterHeader(read(read(at.value, 'response'), 'headers'), read), nowMs);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads from `Headers` and the like (a `get` for any case) or from a plain object with names in any case. */
function retryAfterHeader(headers: unknown, read: ReadMember): string | undefined {
  if (!isObject(headers)) return undefined;
  try {
    const get = read(headers, 'get');
    if (typeof get === 'function') return asHeader(Reflect.apply(get, headers, ['retry-after']));
    let left = HEADER_LIMIT;
    for (const name in headers) {
      if (name.toLowerCase() === 'retry-after') return asHeader(read(headers, name));
      left -= 1;
      if (left === 0) break;
    }
  } catch {
    // The headers cannot be read.
  }
  return undefined;
}

function asHeader(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}
