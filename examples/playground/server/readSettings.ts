import { join } from 'node:path';
import { StartError } from './StartError.ts';

export interface Settings {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** `file:` and a path, or the URL of a libsql server. */
  readonly databaseUrl: string;
  readonly databaseToken?: string | undefined;
  /** Signs the session cookies. Default: a secret that is created once and stored in `dataFolder`. */
  readonly secret?: string | undefined;
  /** The folder for the playground's data. */
  readonly dataFolder: string;
  /** The folder of the built client. */
  readonly clientFolder: string;
}

/** The playground's folder, both from sources and from the build. */
const playground = join(import.meta.dirname, '..');

/** Reads PORT, HOST, DATABASE_URL, DATABASE_AUTH_TOKEN and BETTER_AUTH_SECRET. Ignores empty ones. */
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
