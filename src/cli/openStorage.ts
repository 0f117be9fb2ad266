import { fileURLToPath } from 'node:url';
import { fileStorage } from '../gate/fileStorage.ts';
import type { SwitchStorage } from '../gate/switchStorage.ts';
import { UsageError } from './UsageError.ts';

export interface OpenStorage {
  readonly storage: SwitchStorage;
  readonly close: () => Promise<void>;
}

const examples = 'file:./maintenance.json or redis://localhost:6379';

/** Opens the storage of an address: `file:…`, `redis://…` or `rediss://…`. */
export async function openStorage(address: string | undefined): Promise<OpenStorage> {
  if (address === undefined || address === '') {
    throw new UsageError(
      `The storage of the switch is missing. Name the one that your servers use: --storage ${examples}, ` +
        'or the same in the environment variable MAINTENANCE_STORAGE.',
    );
  }
  if (address.startsWith('file:')) return openFile(address);
  if (/^rediss?:\/\//.test(address)) return await openRedis(address);
  throw new UsageError(
    `The storage ${withoutPassword(address)} is not one that this command can open. Use ${examples}.`,
  );
}

function openFile(address: string): OpenStorage {
  const path = address.startsWith('file://') ? fileURLToPath(address) : address.slice('file:'.length);
  if (path === '') throw new UsageError(`The storage ${address} names no file. Use ${examples}.`);
  return { storage: fileStorage(path), close: () => Promise.resolve() };
}

async function openRedis(url: string): Promise<OpenStorage> {
  const { Redis } = await import('ioredis').catch((error: unknown) => {
    throw new UsageError(
      `A Redis storage needs a package that is not installed here: npm install ioredis. (${String(error)})`,
      { cause: error },
    );
  });
  const client = new Redis(url, { maxRetriesPerRequest: 1 });
  let connectionError: unknown;
  // ioredis tells only this listener why it can't connect; without a listener it logs each attempt.
  client.on('error', (error) => (connectionError = error));
  const explain = (error: unknown): never => {
    throw connectionError ?? error;
  };
  return {
    // As the Redis driver of unstorage reads and writes it.
    storage: {
      getItem: (key) => client.get(key).catch(explain),
      async setItem(key, value) {
        await client.set(key, JSON.stringify(value)).catch(explain);
      },
    },
    close() {
      client.disconnect();
      return Promise.resolve();
    },
  };
}

function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return JSON.stringify(address);
  const url = new URL(address);
  if (url.password !== '') url.password = '***';
  return url.href;
}
