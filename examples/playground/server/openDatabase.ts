import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, type Client } from '@libsql/client';
import { StartError } from './StartError.ts';

const LONGEST_WAIT_MS = 10_000;

/** Returns the folder of a database file; `undefined` for a remote database. */
export function folderOfDatabase(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  return dirname(url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length));
}

/** Creates a folder for the playground's data. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StartError(`The folder ${folder} cannot be written: choose another with DATABASE_URL.`, {
      cause,
    });
  }
}

/** Opens the database and queries it once, so that an unreachable one fails at the start. */
export async function openDatabase(url: string, authToken: string | undefined): Promise<Client> {
  const folder = folderOfDatabase(url);
  if (folder !== undefined) makeFolder(folder);
  let client: Client | undefined;
  try {
    client = createClient({ url, ...(authToken === undefined ? {} : { authToken }) });
    // A read-only file opens without an error, so write to it. `user_version` belongs to the application.
    await inTime(client.execute('pragma user_version = 1'));
    return client;
  } catch (cause) {
    client?.close();
    throw new StartError(
      folder === undefined
        ? `The database at ${withoutSecrets(url)} cannot be reached: check DATABASE_URL and DATABASE_AUTH_TOKEN.`
        : `The database ${url} cannot be opened for writing: check DATABASE_URL and the rights of its folder.`,
      { cause },
    );
  }
}

async function inTime(answer: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not respond.')), LONGEST_WAIT_MS);
  });
  try {
    await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Returns the URL without its password or token. */
function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
