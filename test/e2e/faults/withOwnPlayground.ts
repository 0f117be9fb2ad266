import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from '../playground.ts';

/** The test of the playground, with a server of its own for each worker: workers switch their service at the same time. */
export const withOwnPlayground = test.extend<object, { readonly playgroundAddress: string }>({
  playgroundAddress: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures here
    async ({}, provide) => {
      const folder = mkdtempSync(join(tmpdir(), 'maintenance-kit-faults-'));
      const server = spawn(process.execPath, ['examples/playground/dist/server.js'], {
        env: { ...process.env, PORT: '0', DATABASE_URL: `file:${join(folder, 'playground.db')}` },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
        await provide(line.slice(line.indexOf('http')));
      } finally {
        const exited = once(server, 'exit');
        server.kill();
        await exited;
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker' },
  ],
  baseURL: ({ playgroundAddress }, provide) => provide(playgroundAddress),
});
