import { join } from 'node:path';
import { StartError } from './StartError.ts';

export interface Settings {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** `file:` and a path, or the address of a libsql server. */
  readonly databaseUrl: string;
  readonly databaseToken?: string | undefined;
  /** Signs the session cookies. Left out, one is made once and kept in `dataFolder`. */
  readonly secret?: string | undefined;
  /** For what the playground keeps on this machine. */
  readonly dataFolder: string;
  /** The built client. */
  readonly clientFolder: string;
}

/** From sources and from the build alike, the playground's own folder is the one above. */
const playground = join(import.meta.dirname, '..');

/** Reads PORT, HOST, DATABASE_URL, DATABASE_AUTH_TOKEN and BETTER_AUTH_SECRET; empty counts as left out. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = (name: string) => (env[name] === '' ? undefined : env[name]);
  const dataFolder = join(playground, '.data');
  return {
    port: readPort(read('PORT') ?? '4321'),
    host: read('HOST') ?? '127.0.0.1',
    databaseUrl: read('DATABASE_URL') ?? `file:${join(dataFolder, 'playground.db')}`,
    databaseToken: read('DATABASE_AUTH_TOKEN'),
    secret: read('BETTER_AUTH_SECRET'),
    dataFolder,
    clientFolder: join(playground, 'dist/client'),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new StartError(`PORT must be a whole number from 0 to 65535, but it is "${text}".`);
  }
  return port;
}
