import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, type Client } from '@libsql/client';
import { StartError } from './StartError.ts';

const LONGEST_WAIT_MS = 10_000;

/** The folder of a database file; `undefined` for a database elsewhere. */
export function folderOfDatabase(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  return dirname(url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length));
}

/** Makes a folder that the playground keeps something in. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StartError(`The folder ${folder} cannot be written: choose another with DATABASE_URL.`, {
      cause,
    });
  }
}

/** Opens the database and asks it once, so that one that cannot be reached is told at the start. */
export async function openDatabase(url: string, authToken: string | undefined): Promise<Client> {
  const folder = folderOfDatabase(url);
  if (folder !== undefined) makeFolder(folder);
  let client: Client | undefined;
  try {
    client = createClient({ url, ...(authToken === undefined ? {} : { authToken }) });
    // A file that may only be read opens without complaint: writing shows it. The version is the application's own.
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
    timer = setTimeout(() => reject(new Error('The database does not answer.')), LONGEST_WAIT_MS);
  });
  try {
    await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** The address without a password or a token that it may carry. */
function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
