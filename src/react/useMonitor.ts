'use client';

import type { MaintenanceMonitor } from '../monitor/createMaintenanceMonitor.ts';
import { useKit } from './KitContext.ts';

/**
 * Returns the monitor of the provider. Use it to report errors that the monitor can't observe, for example in an
 * error boundary or an interceptor.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useMonitor(): MaintenanceMonitor {
  return useKit().monitor;
}
