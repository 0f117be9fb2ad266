import { KitError } from '../protocol/KitError.ts';

/** The APIs whose responses count as evidence. */
export interface TrustedApis {
  /**
   * Trusts everything below these base URLs until the returned function is called.
   *
   * @throws {KitError} MK402 for a value that is neither an absolute URL nor a path from the page's root.
   */
  readonly add: (baseUrls: readonly string[]) => () => void;
  /**
   * Returns the API that a request's URL belongs to: the longest base URL that it starts with, else the page's origin.
   * Returns `undefined` for another origin below no base URL, so a third party cannot lock the application.
   */
  readonly apiOf: (url: string | URL) => string | undefined;
}

/**
 * Creates the set of trusted APIs. Origins are compared whole and paths by segments: `/api` doesn't cover `/apiary`.
 */
export function createTrustedApis(pageHref: () => string | undefined): TrustedApis {
  const trusted = new Set<readonly string[]>();

  return {
    add(baseUrls) {
      baseUrls.forEach(assertBaseUrl);
      const page = [...baseUrls];
      trusted.add(page);
      return () => trusted.delete(page);
    },
    apiOf(url) {
      const href = pageHref();
      const asked = locate(String(url), href);
      if (asked === undefined) return undefined;
      let longest: Place | undefined;
      for (const baseUrl of [...trusted].flat()) {
        const base = locate(baseUrl, href);
        if (base && covers(base, asked) && base.segments.length >= (longest?.segments.length ?? 0)) {
          longest = base;
        }
      }
      if (longest) return [longest.origin, ...longest.segments].join('/');
      if (href === undefined || asked.origin !== new URL(href).origin) return undefined;
      return asked.origin;
    },
  };
}

interface Place {
  readonly origin: string;
  readonly segments: readonly string[];
}

function locate(url: string, href: string | undefined): Place | undefined {
  if (!URL.canParse(url, href)) return undefined;
  const { origin, pathname } = new URL(url, href);
  return { origin, segments: pathname.split('/').filter((segment) => segment !== '') };
}

function covers(base: Place, { origin, segments }: Place): boolean {
  return base.origin === origin && base.segments.every((segment, at) => segment === segments[at]);
}

function assertBaseUrl(baseUrl: unknown): void {
  // Relative base URLs are resolved on use: a server has no page to resolve them against.
  if (typeof baseUrl === 'string' && (baseUrl.startsWith('/') || URL.canParse(baseUrl))) return;
  throw new KitError(
    'MK402',
    `${JSON.stringify(baseUrl)} is not a base URL, so no request can match it: in apis, pass an absolute one like "https://api.example.com/v1" or one from the page's root like "/api".`,
  );
}
