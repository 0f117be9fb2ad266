import type { RequestDescription } from './requestRules.ts';

/**
 * Describes the request that `fetch(input, init)` sends. Reads its arguments as `fetch` does: an input that isn't a
 * `Request`, such as an `<a>` or `location`, is converted to a string URL.
 *
 * @throws the errors that the arguments throw when they are read. `fetch` rejects with them.
 */
export function describeFetch(
  input: unknown,
  init?: { readonly method?: unknown; readonly body?: unknown } | null,
): RequestDescription {
  const request = isRequest(input) ? input : undefined;
  const method: unknown = init?.method ?? request?.method ?? 'GET';
  return {
    method: String(method),
    url: request ? request.url : String(input),
    ...(init?.body !== undefined && { body: init.body }),
  };
}

/** Returns whether the input is a `Request`, also one of another frame or of a polyfill. */
export function isRequest(input: unknown): input is Request {
  if (typeof input !== 'object' || input === null) return false;
  return input instanceof Request || Object.prototype.toString.call(input) === '[object Request]';
}
