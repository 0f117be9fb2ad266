'use client';

import type { MaintenanceMonitor } from '../monitor/createMaintenanceMonitor.ts';
import { useKit } from './KitContext.ts';

/**
 * The monitor of the provider, to report errors that it cannot observe: in an error boundary, in an interceptor.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useMonitor(): MaintenanceMonitor {
  return useKit().monitor;
}
