import { createMaintenanceSwitch } from '../gate/createMaintenanceSwitch.ts';
import { statusText } from '../gate/statusResponse.ts';
import type { SwitchStorage } from '../gate/switchStorage.ts';
import type { ServiceStatus } from '../protocol/serviceStatus.ts';
import { confirmChange, readStatus, TIMEOUT_MS } from './confirmChange.ts';
import { describeStatus, describeWindows } from './describeStatus.ts';
import { helpText } from './helpText.ts';
import { openStorage } from './openStorage.ts';
import { parseCommand, type Action } from './parseCommand.ts';
import { UsageError } from './UsageError.ts';

export interface Terminal {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs a command, and resolves to its exit code. Never rejects. */
export async function runCli(args: readonly string[], { print, printError, env }: Terminal): Promise<number> {
  try {
    const command = parseCommand(args);
    if (command.type === 'help') {
      print(helpText);
      return 0;
    }
    const { action, json, storage: address = env['MAINTENANCE_STORAGE'] } = command;
    const { storage, close } = await openStorage(address);
    try {
      const status = await act(storage, action);
      const describe = action.type === 'list' ? describeWindows : describeStatus;
      print(`${json ? statusText(status) : describe(status)}\n`);
    } finally {
      await close();
    }
    return 0;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    printError(`${error instanceof Error ? error.message : String(error)}\n`);
    if (isUsage) printError('See maintenance-kit --help.\n');
    return isUsage ? 2 : 1;
  }
}

async function act(storage: SwitchStorage, action: Action): Promise<ServiceStatus> {
  const service = createMaintenanceSwitch(storage, { timeoutMs: TIMEOUT_MS });
  switch (action.type) {
    case 'set':
      return confirmChange(storage, await service.set(action.change));
    case 'schedule':
      return confirmChange(storage, await service.schedule(action.window));
    case 'cancel':
      return confirmChange(storage, await service.cancel(action.id));
    case 'status':
    case 'list':
      return (await readStatus(storage)) ?? { mode: 'operational', windows: [] };
  }
}
