import { createBoundedReader, isObject, type ReadMember } from './boundedReader.ts';

/** The number of members of an error that are read at most. */
const MEMBER_LIMIT = 60;

/** The number of nested causes that are searched. */
const CAUSE_LIMIT = 4;

/**
 * Returns the URL of the request that an error or a response belongs to, wherever its client keeps it, or `undefined`
 * if it is unknown. The requested URL is preferred to the one after redirects. Never throws.
 *
 * Relative URLs are returned unchanged.
 */
export function requestUrlOf(value: unknown): string | undefined {
  const read = createBoundedReader(MEMBER_LIMIT);
  let error = value;
  for (let depth = 0; depth < CAUSE_LIMIT && isObject(error); depth += 1) {
    const url = urlAt(error, read);
    if (url !== undefined) return url;
    error = read(error, 'cause') ?? read(error, 'networkError');
  }
  return undefined;
}

function urlAt(error: object, read: ReadMember): string | undefined {
  const response = read(error, 'response');
  const config = read(error, 'config') ?? read(response, 'config');
  return (
    urlOfRequest(read(error, 'request'), read) ??
    urlOfConfig(config, read) ??
    urlOfRequest(read(response, 'request'), read) ??
    text(read(response, 'url')) ??
    text(read(error, 'responseURL')) ??
    // A body may hold the URL of a status page: only an object with a status is a response.
    (typeof read(error, 'status') === 'number' ? text(read(error, 'url')) : undefined)
  );
}

/** Returns the URL of a `Request`, a URL or an `XMLHttpRequest`. */
function urlOfRequest(request: unknown, read: ReadMember): string | undefined {
  return text(request) ?? text(read(request, 'url')) ?? text(read(request, 'responseURL'));
}

/** Returns the URL of an axios config: relative to `baseURL`, unless it is absolute. */
function urlOfConfig(config: unknown, read: ReadMember): string | undefined {
  const url = text(read(config, 'url'));
  const baseUrl = text(read(config, 'baseURL'));
  if (baseUrl === undefined || (url !== undefined && /^([a-z][a-z\d+.-]*:)?\/\//i.test(url))) return url;
  return url === undefined ? baseUrl : `${baseUrl.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
}

function text(value: unknown): string | undefined {
  const found = value instanceof URL ? value.href : value;
  return typeof found === 'string' && found !== '' ? found : undefined;
}
