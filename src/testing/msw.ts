import { http, type HttpHandler } from 'msw';
import type { MaintenanceService } from './createMaintenanceService.ts';

/**
 * Returns the handlers of a service in maintenance for Mock Service Worker. Put them first: they answer what the
 * maintenance rejects, and your own handlers answer the rest.
 */
export function maintenanceHandlers(service: Pick<MaintenanceService, 'reject'>): HttpHandler[] {
  return [http.all('*', ({ request }) => service.reject(request))];
}
