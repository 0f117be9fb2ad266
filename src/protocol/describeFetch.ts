import type { RequestDescription } from './classifyRequest.ts';

/**
 * Describes the request that `fetch(input, init)` sends, as `fetch` itself reads its arguments: what is not a
 * `Request` is a URL by its text, for example an `<a>` or `location`.
 *
 * @throws what the arguments throw when they are read. `fetch` rejects for those.
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

/** Also true for a `Request` of another frame or of a polyfill. */
export function isRequest(input: unknown): input is Request {
  if (typeof input !== 'object' || input === null) return false;
  return input instanceof Request || Object.prototype.toString.call(input) === '[object Request]';
}
