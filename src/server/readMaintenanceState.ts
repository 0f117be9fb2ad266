import type { MaintenanceState } from '../monitor/maintenanceState.ts';
import { readBoundedText } from '../protocol/readBoundedText.ts';
import { readMaintenanceNotice } from '../protocol/readMaintenanceNotice.ts';
import type { RequestKind } from '../protocol/requestRules.ts';
import { parseServiceStatus } from '../protocol/serviceStatus.ts';
import { maintenanceState, type MaintenanceStateOptions } from './maintenanceState.ts';

export interface ReadMaintenanceStateOptions extends Pick<MaintenanceStateOptions, 'api' | 'nowMs'> {
  /** The kind of the request. Of a rejected mutation, it isn't known whether reads are rejected too. Default: `read`. */
  readonly kind?: RequestKind | undefined;
}

/** A status document has a few hundred bytes. */
const DOCUMENT_LIMIT_BYTES = 65_536;

/**
 * Reads an `initialState` for `MaintenanceProvider` from a response of the API: its status document, or a 503 in the
 * contract's shape, `Retry-After` included. Resolves to `undefined` for anything else. Reads a clone, and never rejects.
 */
export async function readMaintenanceState(
  response: Response,
  { kind = 'read', api, nowMs = Date.now() }: ReadMaintenanceStateOptions = {},
): Promise<MaintenanceState | undefined> {
  if (response.status === 503) {
    const notice = await readMaintenanceNotice(response, { nowMs });
    const mode = kind === 'mutation' ? 'maintenance' : 'unavailable';
    return notice && maintenanceState({ mode, notice, api, nowMs });
  }
  try {
    const status = response.ok
      ? parseServiceStatus(await readBoundedText(response.clone(), DOCUMENT_LIMIT_BYTES))
      : undefined;
    return status && maintenanceState({ ...status, api, nowMs });
  } catch {
    return undefined;
  }
}
