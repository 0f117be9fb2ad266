import { createBoundedReader, isObject, type ReadMember } from './boundedReader.ts';

/** How many members of an error are read at most. */
const MEMBER_LIMIT = 60;

/** How many errors that caused one another are looked at. */
const CAUSE_LIMIT = 4;

/**
 * The URL of the request that an error or a response is about, wherever its client keeps it. `undefined` if it does
 * not know. The address that was asked counts more than the one that answered after redirects. Never throws.
 *
 * Relative URLs are returned as the client keeps them.
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
    // A body may hold the address of a status page as its `url`: only what has a status beside it is a response.
    (typeof read(error, 'status') === 'number' ? text(read(error, 'url')) : undefined)
  );
}

/** A `Request`, its URL, an `XMLHttpRequest`. */
function urlOfRequest(request: unknown, read: ReadMember): string | undefined {
  return text(request) ?? text(read(request, 'url')) ?? text(read(request, 'responseURL'));
}

/** axios: a URL that is relative to `baseURL`, unless it is absolute. */
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
