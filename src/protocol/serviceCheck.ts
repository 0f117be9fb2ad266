import { readMaintenanceNotice } from './readMaintenanceNotice.ts';

/**
 * The result of a check: every request is served (`operational`), mutations are rejected (`maintenance`), or every
 * request is rejected (`unavailable`).
 */
export type ServiceCheck = 'operational' | 'maintenance' | 'unavailable';

/**
 * Reads the response to a check: a 200 whose JSON has a boolean `maintenance_mode` (the Frontend API's `GET
 * /v1/environment`, the gate's check path), or the maintenance response itself, which means that even reads are
 * rejected. In the document, `mode: "unavailable"` means the same. Resolves to `undefined` for anything else. Never
 * throws.
 */
export async function readServiceCheck(response: Response): Promise<ServiceCheck | undefined> {
  if (response.status === 503) return (await readMaintenanceNotice(response)) ? 'unavailable' : undefined;
  if (!response.ok) return undefined;
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || !('maintenance_mode' in body)) return undefined;
  if (body.maintenance_mode === true) {
    return 'mode' in body && body.mode === 'unavailable' ? 'unavailable' : 'maintenance';
  }
  return body.maintenance_mode === false ? 'operational' : undefined;
}
