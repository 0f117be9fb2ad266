import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../examples/playground/server/readSettings.ts';
import { startPlayground, type Playground } from '../../examples/playground/server/startPlayground.ts';

/** Creates a folder for one test, with a client in place of the built one. */
export function temporaryFolder(): { folder: string; settings: Settings; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'maintenance-kit-playground-'));
  const clientFolder = join(folder, 'client');
  mkdirSync(join(clientFolder, 'assets'), { recursive: true });
  writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>playground</title>');
  writeFileSync(join(clientFolder, 'assets/main-abc123.js'), 'export {};');
  const dataFolder = join(folder, 'data');
  return {
    folder,
    settings: {
      port: 0,
      host: '127.0.0.1',
      databaseUrl: `file:${join(dataFolder, 'playground.db')}`,
      dataFolder,
      clientFolder,
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A browser that sends its origin and keeps the cookies. */
export interface Visitor {
  /** Sends a GET. */
  get(path: string): Promise<Response>;
  /** Sends JSON, by default from the page's own origin. */
  send(method: string, path: string, body: unknown, origin?: string): Promise<Response>;
  /** Sends bytes. */
  post(path: string, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response>;
}

export function visit(address: string): Visitor {
  const cookies = new Map<string, string>();
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(address + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    get: (path) => request(path),
    send: (method, path, body, origin = address) =>
      request(path, {
        method,
        headers: { 'Content-Type': 'application/json', Origin: origin },
        body: JSON.stringify(body),
      }),
    post: (path, type, bytes) =>
      request(path, { method: 'POST', headers: { 'Content-Type': type, Origin: address }, body: bytes }),
  };
}

export interface TemporaryPlayground extends Playground {
  visit(): Visitor;
  setService(mode: 'operational' | 'maintenance' | 'unavailable', retryAfter?: number): Promise<void>;
}

/** Starts the playground on a free port, with a temporary database. `close` removes both. */
export async function startTemporaryPlayground(): Promise<TemporaryPlayground> {
  const { settings, remove } = temporaryFolder();
  const { address, close } = await startPlayground(settings);
  return {
    address,
    async close() {
      await close();
      remove();
    },
    visit: () => visit(address),
    async setService(mode, retryAfter) {
      const response = await visit(address).send('PUT', '/service', { mode, retryAfter: retryAfter ?? null });
      if (!response.ok) throw new Error(`The panel answered ${response.status}.`);
    },
  };
}
