import type { MaintenanceNotice } from './notice.ts';
import { parseMaintenanceNotice } from './parseMaintenanceNotice.ts';
import { parsePartialJson } from './parsePartialJson.ts';

/** Reads the notice of a 503 whose body is a parsed value, or the beginning of a text. */
export function parsePartialNotice(
  { headers, body }: { readonly headers: object; readonly body: unknown },
  options: { readonly nowMs: number },
): MaintenanceNotice | undefined {
  const value = typeof body === 'string' ? parsePartialJson(body) : body;
  return parseMaintenanceNotice({ status: 503, headers, body: value }, options);
}
