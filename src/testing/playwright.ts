import type { MaintenanceService } from './createMaintenanceService.ts';

/** The parts of Playwright's `Route` that are used. */
interface PageRoute {
  request(): { method(): string; url(): string; allHeaders(): Promise<Readonly<Record<string, string>>> };
  fallback(): Promise<void>;
  fulfill(response: {
    readonly status: number;
    readonly headers: Record<string, string>;
    readonly body: string;
  }): Promise<void>;
}

type Handler = (route: PageRoute) => Promise<void>;

/** The parts of Playwright's `Page` that are used, so that the package depends on no version of it. */
export interface RoutedPage {
  context(): {
    route(url: string, handler: Handler): Promise<unknown>;
    unroute(url: string, handler: Handler): Promise<void>;
  };
}

/**
 * Puts a service in front of a page: what its maintenance rejects never leaves the browser, and everything else goes to
 * your server, or to the routes that you added before. It covers the other pages of the page's context and its service
 * workers too. Chromium answers the preflights of routed requests. Call it before the page opens. Resolves to a function
 * that detaches the service.
 */
export async function attachMaintenance(
  page: RoutedPage,
  service: Pick<MaintenanceService, 'reject'>,
): Promise<() => Promise<void>> {
  const handle: Handler = (route) => answer(route, service);
  const context = page.context();
  await context.route('**/*', handle);
  return () => context.unroute('**/*', handle);
}

async function answer(route: PageRoute, service: Pick<MaintenanceService, 'reject'>): Promise<void> {
  const request = route.request();
  const headers = await request.allHeaders();
  const response = await service.reject({
    method: request.method(),
    url: request.url(),
    headers: { get: (name) => headers[name.toLowerCase()] ?? null },
  });
  if (!response) {
    await route.fallback();
    return;
  }
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  });
}
