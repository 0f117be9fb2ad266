import type { Page, Route } from '@playwright/test';
import type { MaintenanceService } from './createMaintenanceService.ts';

/**
 * Puts a service in front of a page: what its maintenance rejects never leaves the browser, and everything else goes to
 * your server, or to the routes that you added before. It covers the other pages of the page's context and its service
 * workers too. Chromium answers the preflights of routed requests. Call it before the page opens. Resolves to a function
 * that detaches the service.
 */
export async function attachMaintenance(
  page: Page,
  service: Pick<MaintenanceService, 'reject'>,
): Promise<() => Promise<void>> {
  const handle = (route: Route): Promise<void> => answer(route, service);
  const context = page.context();
  await context.route('**/*', handle);
  return () => context.unroute('**/*', handle);
}

async function answer(route: Route, service: Pick<MaintenanceService, 'reject'>): Promise<void> {
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
