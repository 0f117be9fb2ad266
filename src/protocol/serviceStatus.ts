import { isObject, readMember } from './boundedReader.ts';
import { parseJson } from './parseJson.ts';
import { boundRetryAfterMs } from './retryAfter.ts';
import type { ServiceCheck } from './serviceCheck.ts';

/** A planned maintenance. Its times are ISO 8601 texts in UTC, such as "2026-12-01T22:00:00.000Z". */
export interface MaintenanceWindow {
  /** Identifies the window when its times change. At most 200 characters. */
  readonly id: string;
  readonly startsAt: string;
  /** Later than `startsAt`. */
  readonly endsAt: string;
}

/** What a server says about its service: in the status document at the gate's check path, and in each pushed event. */
export interface ServiceStatus {
  readonly mode: ServiceCheck;
  /** When the service entered the mode, as an ISO 8601 text in UTC. Absent if the server doesn't know. */
  readonly since?: string;
  /** When clients may come back, in seconds. At most a day. */
  readonly retryAfter?: number;
  /** The planned windows, the earliest first. At most 20. They announce; they don't change the mode. */
  readonly windows: readonly MaintenanceWindow[];
  /** Grows with each change. Of two statuses, the one with the larger version is the newer one. */
  readonly version?: number;
}

/** The longest text that is parsed as JSON, in characters. */
const JSON_TEXT_LENGTH = 65_536;

/** The number of windows that clients read. */
export const MAX_WINDOWS = 20;

/** The number of entries of `windows` that are read. */
const WINDOWS_READ = 100;

const MAX_ID_LENGTH = 200;

/** A moment of the calendar with its offset from UTC. Without one, it would be another moment in every time zone. */
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Reads a status document, its JSON text or the data of a pushed event. `maintenance_mode` decides whether the
 * maintenance is on, so the document of any server that has this boolean can be read; without it, `mode` decides.
 * Invalid members and windows are left out. Returns `undefined` if there is no mode. Never throws.
 */
export function parseServiceStatus(value: unknown): ServiceStatus | undefined {
  const body = typeof value === 'string' ? parseText(value) : value;
  const mode = modeOf(body);
  if (mode === undefined) return undefined;
  const since = parseIsoTime(readMember(body, 'since'));
  const retryAfter = parseSeconds(readMember(body, 'retryAfter'));
  const version = readMember(body, 'version');
  return {
    mode,
    ...(since !== undefined && { since }),
    ...(retryAfter !== undefined && { retryAfter }),
    windows: parseWindows(readMember(body, 'windows')),
    ...(isVersion(version) && { version }),
  };
}

/** Returns a window with its times in UTC, or `undefined` for anything that isn't one. */
export function parseMaintenanceWindow(value: unknown): MaintenanceWindow | undefined {
  const id = readMember(value, 'id');
  const startsAt = parseIsoTime(readMember(value, 'startsAt'));
  const endsAt = parseIsoTime(readMember(value, 'endsAt'));
  if (typeof id !== 'string' || id === '' || id.length > MAX_ID_LENGTH) return undefined;
  if (startsAt === undefined || endsAt === undefined || endsAt <= startsAt) return undefined;
  return { id, startsAt, endsAt };
}

/** Returns an ISO 8601 time in UTC, or `undefined` for anything else, a time without an offset included. */
export function parseIsoTime(value: unknown): string | undefined {
  if (typeof value !== 'string' || !isoTime.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function parseText(text: string): unknown {
  return text.length <= JSON_TEXT_LENGTH ? parseJson(text) : undefined;
}

function modeOf(body: unknown): ServiceCheck | undefined {
  const mode = readMember(body, 'mode');
  const isOn = readMember(body, 'maintenance_mode');
  if (isOn === false) return 'operational';
  if (isOn === true) return mode === 'unavailable' ? mode : 'maintenance';
  return mode === 'operational' || mode === 'maintenance' || mode === 'unavailable' ? mode : undefined;
}

function parseSeconds(value: unknown): number | undefined {
  const ms = typeof value === 'number' ? boundRetryAfterMs(value * 1000) : undefined;
  return ms === undefined ? undefined : ms / 1000;
}

function parseWindows(value: unknown): readonly MaintenanceWindow[] {
  if (!isObject(value)) return [];
  const windows = new Map<string, MaintenanceWindow>();
  for (let index = 0; index < WINDOWS_READ; index += 1) {
    const window = parseMaintenanceWindow(readMember(value, index));
    if (window) windows.set(window.id, window);
  }
  return [...windows.values()].toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).slice(0, MAX_WINDOWS);
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
