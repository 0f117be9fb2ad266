import { parseArgs } from 'node:util';
import type { ModeChange } from '../gate/switchChanges.ts';
import { parseIsoTime, type MaintenanceWindow } from '../protocol/serviceStatus.ts';
import { UsageError } from './UsageError.ts';

/** What to do with the switch. */
export type Action =
  | { readonly type: 'set'; readonly change: ModeChange }
  | { readonly type: 'status' }
  | { readonly type: 'schedule'; readonly window: MaintenanceWindow }
  | { readonly type: 'list' }
  | { readonly type: 'cancel'; readonly id: string };

export type Command =
  | { readonly type: 'help' }
  | { readonly type: 'run'; readonly action: Action; readonly storage?: string; readonly json: boolean };

type Values = Readonly<Record<string, string | boolean | undefined>>;

const commandOptions: Readonly<Record<string, readonly string[]>> = {
  on: ['mode', 'retry-after'],
  off: [],
  status: [],
  schedule: ['start', 'end', 'id'],
};

/** Parses the arguments of the command line, without the program. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [name, ...rest] = positionals;
  if (values.help || name === 'help' || args.length === 0) return { type: 'help' };
  return {
    type: 'run',
    action: actionOf(name, rest, values),
    ...(values.storage !== undefined && { storage: values.storage }),
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        storage: { type: 'string' },
        mode: { type: 'string' },
        'retry-after': { type: 'string' },
        start: { type: 'string' },
        end: { type: 'string' },
        id: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function actionOf(name = '', rest: readonly string[], values: Values): Action {
  const options = Object.hasOwn(commandOptions, name) ? commandOptions[name] : undefined;
  if (!options) throw new UsageError(`There is no command "${name}". Use on, off, status or schedule.`);
  const isSubcommand = name === 'schedule' && rest.length > 0;
  const known = new Set(['storage', 'json', 'help', ...(isSubcommand ? [] : options)]);
  const foreign = Object.keys(values).find((option) => !known.has(option));
  if (foreign !== undefined) {
    throw new UsageError(`The command "${[name, ...rest].join(' ')}" has no option --${foreign}.`);
  }
  if (isSubcommand) return subcommandOf(rest);
  if (rest[0] !== undefined) throw new UsageError(`The command "${name}" takes no argument "${rest[0]}".`);
  if (name === 'on') return { type: 'set', change: changeOf(values) };
  if (name === 'off') return { type: 'set', change: { mode: 'operational' } };
  return name === 'status' ? { type: 'status' } : { type: 'schedule', window: windowOf(values) };
}

function subcommandOf([name, id, ...others]: readonly string[]): Action {
  if (name === 'list' && id === undefined) return { type: 'list' };
  if (name === 'cancel' && id !== undefined && others.length === 0) return { type: 'cancel', id };
  throw new UsageError(
    'Use "schedule --start TIME --end TIME", "schedule list" or "schedule cancel ID". An ID with spaces needs quotes.',
  );
}

function changeOf({ mode = 'maintenance', 'retry-after': retryAfter }: Values): ModeChange {
  if (mode !== 'maintenance' && mode !== 'unavailable') {
    throw new UsageError(
      `There is no --mode ${String(mode)}. Use "maintenance" (mutations are rejected) or "unavailable" (every ` +
        'request is). The command "off" ends both.',
    );
  }
  if (typeof retryAfter !== 'string') return { mode };
  if (!/^\d{1,5}$/.test(retryAfter) || Number(retryAfter) > 86_400) {
    throw new UsageError(
      `--retry-after ${retryAfter} is not a number of seconds. Give 0 to 86400, as in 120.`,
    );
  }
  return { mode, retryAfter: Number(retryAfter) };
}

function windowOf({ start, end, id }: Values): MaintenanceWindow {
  const startsAt = timeOf('--start', start);
  const endsAt = timeOf('--end', end);
  if (endsAt <= startsAt)
    throw new UsageError(`The window would end at ${endsAt}, not after its start at ${startsAt}.`);
  return { id: typeof id === 'string' ? id : startsAt, startsAt, endsAt };
}

function timeOf(option: string, value: string | boolean | undefined): string {
  if (typeof value !== 'string')
    throw new UsageError(`${option} is missing. Give a time, as in 2026-12-01T22:00Z.`);
  const time = parseIsoTime(value);
  if (time !== undefined) return time;
  throw new UsageError(
    `${option} ${value} is not a time with its offset from UTC. Write 2026-12-01T22:00Z or 2026-12-01T23:00+01:00; ` +
      'without the offset, it would be another time on each machine.',
  );
}
