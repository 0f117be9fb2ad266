import { KitError } from '../../protocol/KitError.ts';

/**
 * Returns the URL of an address below the page's.
 *
 * @throws {KitError} MK322 for an address without `https:` or `http:`.
 */
export function addressOf(url: string, pageHref: string | undefined): URL {
  // A server has no page. It only validates.
  const base = pageHref ?? 'https://server.invalid';
  const address = url !== '' && URL.canParse(url, base) ? new URL(url, base) : undefined;
  if (address?.protocol === 'https:' || address?.protocol === 'http:') return address;
  throw new KitError(
    'MK322',
    `The url of the gate is ${JSON.stringify(url)}, so it can't be loaded: give a path such as "/api/maintenance", or an absolute URL.`,
  );
}
