import { createBoundedReader, isObject, readMember } from '../protocol/boundedReader.ts';
import type { DialectClock } from '../protocol/dialect.ts';
import { parseJson } from '../protocol/parseJson.ts';
import { parsePartialJson } from '../protocol/parsePartialJson.ts';
import { readBodyText } from '../protocol/readBodyText.ts';

/** An answer, wherever a client or an observer keeps it. */
export interface AnswerSource {
  readonly status: number;
  /** Returns a header, its name in any case, or `null`. */
  readonly header: (name: string) => string | null;
  /** Begins to read the body at once, because the caller may read it next. Never rejects. */
  readonly readBody: (clock: DialectClock) => Promise<AnswerBody>;
}

export interface AnswerBody {
  readonly text: string;
  readonly json: unknown;
}

/** A body that is incomplete after this time is judged by its beginning. */
const READ_LIMIT_MS = 5_000;

const TEXT_LIMIT = 65_536;

/** The number of members of an error, or of headers, that are read. */
const MEMBER_LIMIT = 60;

const nothing: AnswerBody = { text: '', json: undefined };

/**
 * Returns the answer that a value contains: a `Response`, the event of an `XMLHttpRequest`, or what a client threw.
 * Returns `undefined` if it contains none. Never throws.
 */
export function answerSourceOf(value: unknown): AnswerSource | undefined {
  const target = readMember(value, 'target');
  if (isXhr(target)) return sourceOfXhr(target);
  const read = createBoundedReader(MEMBER_LIMIT);
  const cause = read(value, 'cause');
  const holders = [value, read(value, 'response'), cause, read(cause, 'response')];
  for (const holder of holders) {
    const status = read(holder, 'status');
    if (typeof status !== 'number') continue;
    const headers = read(holder, 'headers');
    return {
      status,
      header: (name) => headerOf(headers, name),
      readBody: (clock) => readBodyOf(holder, clock),
    };
  }
  return undefined;
}

function isXhr(value: unknown): value is XMLHttpRequest {
  return typeof readMember(value, 'getAllResponseHeaders') === 'function';
}

function sourceOfXhr(xhr: XMLHttpRequest): AnswerSource {
  let headers: Headers | undefined;
  return {
    status: xhr.status,
    // From the list of all headers: a browser logs an error for a header that CORS hides.
    header: (name) => (headers ??= parseHeaders(xhr.getAllResponseHeaders())).get(name),
    readBody: (clock) => readXhr(xhr, clock),
  };
}

function parseHeaders(lines: string): Headers {
  const headers = new Headers();
  for (const line of lines.slice(0, TEXT_LIMIT).split('\r\n')) {
    const [name = '', ...value] = line.split(':');
    try {
      headers.append(name, value.join(':').trim());
    } catch {
      // No header has this name.
    }
  }
  return headers;
}

function headerOf(headers: unknown, name: string): string | null {
  try {
    const get = readMember(headers, 'get');
    if (typeof get === 'function') return asHeader(Reflect.apply(get, headers, [name]));
    if (!isObject(headers)) return null;
    let left = MEMBER_LIMIT;
    for (const own in headers) {
      if (own.toLowerCase() === name.toLowerCase()) return asHeader(readMember(headers, own));
      left -= 1;
      if (left === 0) break;
    }
  } catch {
    // The headers cannot be read.
  }
  return null;
}

function asHeader(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Reads at most the first 64 kB of a response. Rejects if the response has been read. */
export async function answerBodyOf(response: Response, signal?: AbortSignal): Promise<AnswerBody> {
  const { text, isComplete } = await readBodyText(response, signal);
  return bodyOf(text, isComplete);
}

async function readBodyOf(holder: unknown, clock: DialectClock): Promise<AnswerBody> {
  try {
    const clone = readMember(holder, 'clone');
    if (typeof clone === 'function') {
      return await readResponse(Reflect.apply(clone, holder, []) as Response, clock);
    }
    const body = ['data', 'body', 'responseText']
      .map((name) => readMember(holder, name))
      .find((member) => member !== undefined);
    return bodyOf(body, true);
  } catch {
    // A body that is locked or has been read.
    return nothing;
  }
}

async function readResponse(response: Response, { setTimer }: DialectClock): Promise<AnswerBody> {
  const controller = new AbortController();
  const cancelTimer = setTimer(() => controller.abort(), READ_LIMIT_MS);
  try {
    return await answerBodyOf(response, controller.signal);
  } finally {
    cancelTimer();
  }
}

/** Reads the body in the moment in which it ends: the next listener may open the request again. */
function readXhr(xhr: XMLHttpRequest, { setTimer }: DialectClock): Promise<AnswerBody> {
  if (xhr.readyState === xhr.DONE) return xhrBody(xhr);
  return new Promise((resolve) => {
    const finish = (): void => {
      cancelTimer();
      xhr.removeEventListener('readystatechange', onChange);
      resolve(xhrBody(xhr));
    };
    const onChange = (): void => {
      if (xhr.readyState === xhr.DONE) finish();
    };
    const cancelTimer = setTimer(finish, READ_LIMIT_MS);
    xhr.addEventListener('readystatechange', onChange);
  });
}

async function xhrBody(xhr: XMLHttpRequest): Promise<AnswerBody> {
  try {
    const body: unknown = xhr.response;
    const isComplete = xhr.readyState === xhr.DONE;
    if (body instanceof Blob) {
      return bodyOf(await body.slice(0, TEXT_LIMIT).text(), body.size <= TEXT_LIMIT);
    }
    if (body instanceof ArrayBuffer) {
      const text = new TextDecoder().decode(new Uint8Array(body, 0, Math.min(body.byteLength, TEXT_LIMIT)));
      return bodyOf(text, body.byteLength <= TEXT_LIMIT);
    }
    return bodyOf(body, isComplete);
  } catch {
    return nothing;
  }
}

function bodyOf(body: unknown, isComplete: boolean): AnswerBody {
  if (typeof body !== 'string') return { text: '', json: body };
  const text = body.slice(0, TEXT_LIMIT);
  const isWhole = isComplete && text.length === body.length;
  let json: { readonly value: unknown } | undefined;
  return {
    text,
    get json() {
      json ??= { value: isWhole ? parseJson(text) : parsePartialJson(text) };
      return json.value;
    },
  };
}
