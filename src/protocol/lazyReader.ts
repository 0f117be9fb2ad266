import { readMember } from './boundedReader.ts';
import { createLoader } from './createLoader.ts';
import { contractNotice, MAINTENANCE_CODE, type MaintenanceNotice } from './notice.ts';
import type { parseMaintenanceNotice } from './parseMaintenanceNotice.ts';
import type { parsePartialNotice } from './parsePartialNotice.ts';
import type {
  readMaintenanceNotice,
  ReadMaintenanceNoticeOptions,
  readStartedNotice,
} from './readMaintenanceNotice.ts';
import type { readServiceCheck, ServiceCheck } from './serviceCheck.ts';

/** The functions that read what an API or a client says about a maintenance. */
export interface NoticeReader {
  readonly readStartedNotice: typeof readStartedNotice;
  readonly parseMaintenanceNotice: typeof parseMaintenanceNotice;
  readonly parsePartialNotice: typeof parsePartialNotice;
  readonly readServiceCheck: typeof readServiceCheck;
}

const reader = /* @__PURE__ */ createLoader<
  NoticeReader & { readonly readMaintenanceNotice: typeof readMaintenanceNotice }
>(() => import('./noticeReader.ts'));

/**
 * Loads the reader. If its code can't be loaded, for example because a release removed it, resolves to a reader that
 * knows only the contract's own body and code, and the next call loads the code again. Never rejects.
 */
export const loadReader = (): Promise<NoticeReader> => reader.load().catch(() => plainReader);

/** Reads the notice of an unread response, as `readMaintenanceNotice` does. */
export async function readNotice(
  response: Response,
  options?: ReadMaintenanceNoticeOptions,
): Promise<MaintenanceNotice | undefined> {
  const known = reader.known();
  if (known) return known.readMaintenanceNotice(response, options);
  if (response.status !== 503) return undefined;
  // Read before the code is loaded: the caller reads the body next, and may then abort the request, which empties the clone.
  const body = cloneOf(response)?.body?.getReader();
  const firstPart = body?.read();
  firstPart?.catch(() => {});
  const { readStartedNotice: read } = await loadReader();
  return body && firstPart && read(response, [body, firstPart], options);
}

/** Reads the response to a check, as `readServiceCheck` does. */
export async function readCheck(response: Response): Promise<ServiceCheck | undefined> {
  const { readServiceCheck: read } = await loadReader();
  return read(response);
}

/** Returns `undefined` for a response whose body is read. */
function cloneOf(response: Response): Response | undefined {
  try {
    return response.clone();
  } catch {
    return undefined;
  }
}

function parsePlainly(value: unknown): MaintenanceNotice | undefined {
  return [value, readMember(value, 'body')].some((holder) => readMember(holder, 'code') === MAINTENANCE_CODE)
    ? contractNotice
    : undefined;
}

const plainReader: NoticeReader = {
  async readStartedNotice({ headers }, [, firstPart]) {
    const text = await firstPart.then(({ value }) => new TextDecoder().decode(value)).catch(() => '');
    if (!text.includes(MAINTENANCE_CODE)) return undefined;
    const seconds = Number(headers.get('retry-after'));
    return seconds > 0 && seconds < 86_400
      ? { ...contractNotice, retryAfterMs: seconds * 1000 }
      : contractNotice;
  },
  parseMaintenanceNotice: parsePlainly,
  parsePartialNotice: parsePlainly,
  async readServiceCheck(response) {
    const body: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
    const isOn = readMember(body, 'maintenance_mode');
    return isOn === true ? 'maintenance' : isOn === false ? 'operational' : undefined;
  },
};
