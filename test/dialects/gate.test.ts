// @vitest-environment node
import { createServer } from 'node:http';
import { beforeEach, describe, expect, it } from 'vitest';
import { defineDialect, gitlab, laravel, plain503, type Dialect } from '../../src/dialects/index.ts';
import { createMaintenanceGate, nodeMiddleware } from '../../src/gate/index.ts';
import { listen } from '../gate/listen.ts';

let isOn = false;
beforeEach(() => {
  isOn = false;
});

/** Starts a server whose gate answers in a dialect. */
async function serve(dialect: Dialect): Promise<string> {
  const gate = nodeMiddleware(
    createMaintenanceGate({ isActive: () => isOn, dialect, retryAfter: 120, checkPath: '/status' }),
  );
  const server = createServer((request, response) => {
    gate(request, response, () => {
      response.setHeader('access-control-allow-origin', '*').setHeader('cache-control', 'no-store');
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  return listen(server);
}

describe('a gate in a dialect', () => {
  it('rejects reads too if the maintenance of the dialect does', async () => {
    const origin = await serve(laravel());
    isOn = true;
    expect((await fetch(`${origin}/notes`)).status).toBe(503);
  });

  it('lets reads pass otherwise', async () => {
    const origin = await serve(gitlab());
    isOn = true;
    expect((await fetch(`${origin}/notes`)).status).toBe(200);
  });

  it('keeps the headers of a rejection', async () => {
    const origin = await serve(plain503({ header: 'X-Maintenance' }));
    isOn = true;
    const { headers } = await fetch(`${origin}/notes`, {
      method: 'POST',
      headers: { origin: 'https://app.example' },
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-maintenance': '1',
      'retry-after': '120',
      'cache-control': 'no-store',
      'access-control-allow-origin': 'https://app.example',
      'access-control-expose-headers': 'Retry-After, X-Maintenance, Age',
    });
  });

  it('MK209: the dialect has no answers for a gate', () => {
    const dialect = defineDialect({ name: 'listens', recognize: () => true });
    expect(() => createMaintenanceGate({ isActive: true, dialect })).toThrow(/^MK209/);
  });
});
