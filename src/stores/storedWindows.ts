import { isObject, readMember } from '../protocol/boundedReader.ts';
import { parseJson } from '../protocol/parseJson.ts';
import { MAX_WINDOWS, parseMaintenanceWindow, type MaintenanceWindow } from '../protocol/serviceStatus.ts';

/** What a source has loaded, as the tabs of a browser share it. */
export interface LoadedWindows {
  /** The fingerprint of the source. */
  readonly source: string;
  /** When it was last asked, in milliseconds since the epoch. */
  readonly loadedAt: number;
  readonly windows: readonly MaintenanceWindow[];
}

/** A change of the format gets a new number, so that two releases of an application ignore each other's texts. */
const VERSION = 1;

/** Longer texts aren't the kit's: 20 windows with ids of 200 characters have less than half of it. */
const MAX_LENGTH = 16_000;

const KEPT_FOR_MS = 24 * 60 * 60_000;

const MAX_DISMISSED = 50;
const MAX_ID_LENGTH = 200;

export function formatLoadedWindows({ source, loadedAt, windows }: LoadedWindows): string {
  return JSON.stringify({ version: VERSION, source, loadedAt, windows });
}

/**
 * Parses the output of `formatLoadedWindows`. Returns `undefined` for the windows of another source, for those of another
 * day or of the future, and for any other text. Never throws.
 */
export function parseLoadedWindows(
  text: string | null | undefined,
  { source, now }: { readonly source: string; readonly now: number },
): LoadedWindows | undefined {
  if (!text || text.length > MAX_LENGTH) return undefined;
  const stored = parseJson(text);
  const loadedAt = readMember(stored, 'loadedAt');
  if (readMember(stored, 'version') !== VERSION || readMember(stored, 'source') !== source) return undefined;
  if (typeof loadedAt !== 'number' || loadedAt > now || !(now - loadedAt < KEPT_FOR_MS)) return undefined;
  return { source, loadedAt, windows: parseWindows(readMember(stored, 'windows')) };
}

/** Returns the windows of a list from outside, at most 20. Invalid ones are left out. */
export function parseWindows(list: unknown): readonly MaintenanceWindow[] {
  if (!isObject(list)) return [];
  return Array.from({ length: MAX_WINDOWS }, (_, index) =>
    parseMaintenanceWindow(readMember(list, index)),
  ).filter((window) => window !== undefined);
}

/** Formats the ids of dismissed windows. The newest fifty are kept. */
export function formatDismissed(ids: readonly string[]): string {
  return JSON.stringify(ids.slice(-MAX_DISMISSED));
}

/** Parses the output of `formatDismissed`. Returns no ids for any other text. Never throws. */
export function parseDismissed(text: string | null | undefined): readonly string[] {
  if (!text || text.length > MAX_LENGTH) return [];
  const ids = parseJson(text);
  if (!Array.isArray(ids)) return [];
  return ids
    .filter((id): id is string => typeof id === 'string' && id.length <= MAX_ID_LENGTH)
    .slice(-MAX_DISMISSED);
}
