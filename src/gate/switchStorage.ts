import { parseServiceStatus, type ServiceStatus } from '../protocol/serviceStatus.ts';
import type { GateTimer } from './createLastKnown.ts';

/** The parts of a storage that the switch uses. Every `Storage` of unstorage is one. */
export interface SwitchStorage {
  /** Resolves to the stored value, parsed if it is JSON, or to `null`. */
  getItem(key: string): Promise<unknown>;
  setItem(key: string, value: object): Promise<void>;
}

export const SWITCH_KEY = 'maintenance-kit:switch';

export function createMemoryStorage(): SwitchStorage {
  const values = new Map<string, unknown>();
  return {
    getItem: (key) => Promise.resolve(values.get(key) ?? null),
    setItem(key, value) {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}

/** Resolves to the stored status, or to `undefined` if nothing is stored. Rejects if the value is something else. */
export async function loadStatus(storage: SwitchStorage): Promise<ServiceStatus | undefined> {
  const value = await storage.getItem(SWITCH_KEY);
  if (value === null || value === undefined) return undefined;
  const status = parseServiceStatus(value);
  if (!status) throw new Error(`its value of "${SWITCH_KEY}" is not a state of the switch`);
  return status;
}

/** Follows a promise, and rejects if it takes too long. */
export function inTime<Value>(work: Promise<Value>, timeoutMs: number, setTimer: GateTimer): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = setTimer(() => reject(timedOut(timeoutMs)), timeoutMs);
    void work.then(resolve, reject).finally(cancel);
  });
}

export function timedOut(timeoutMs: number): Error {
  return new Error(`it did not respond within ${timeoutMs} ms`);
}
