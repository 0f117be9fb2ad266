import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SwitchStorage } from './switchStorage.ts';

/**
 * Returns a storage that keeps the state of one switch in a JSON file, for several processes of one machine. A change
 * replaces the whole file at once, so readers never see half of it. Creates the file and its folders with the first
 * change.
 */
export function fileStorage(path: string): SwitchStorage {
  return {
    async getItem() {
      let text: string;
      try {
        text = await readFile(path, 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
      return JSON.parse(text) as unknown;
    },
    async setItem(_key, value) {
      await mkdir(dirname(path), { recursive: true });
      const next = `${path}.${randomUUID()}.tmp`;
      try {
        await writeFile(next, `${JSON.stringify(value, null, 2)}\n`, { flush: true });
        await rename(next, path);
      } catch (error) {
        await rm(next, { force: true });
        throw error;
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
