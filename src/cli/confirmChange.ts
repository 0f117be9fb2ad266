import { startTimer } from '../gate/createLastKnown.ts';
import { inTime, loadStatus, type SwitchStorage } from '../gate/switchStorage.ts';
import type { ServiceStatus } from '../protocol/serviceStatus.ts';

export const TIMEOUT_MS = 5_000;

/**
 * Reads what was written, and resolves to it. Of two commands in the same moment, the first one to write may be lost.
 * Rejects if the storage has another status.
 */
export async function confirmChange(storage: SwitchStorage, changed: ServiceStatus): Promise<ServiceStatus> {
  const stored = await readStatus(storage);
  if (stored?.version === changed.version) return changed;
  throw new Error(
    'Another process changed the switch in the same moment, so this change may be lost. ' +
      'Look at it with maintenance-kit status, then repeat the command.',
  );
}

/** Resolves to the stored status, or to `undefined` if nothing is stored. */
export async function readStatus(storage: SwitchStorage): Promise<ServiceStatus | undefined> {
  try {
    return await inTime(loadStatus(storage), TIMEOUT_MS, startTimer);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The storage can’t be read (${reason}). Check its address, and that it runs.`, {
      cause: error,
    });
  }
}
