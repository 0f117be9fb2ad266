// @vitest-environment node
import express from 'express';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import type { MaintenanceGateOptions } from '../../src/gate/gateOptions.ts';
import { nodeMiddleware } from '../../src/gate/nodeMiddleware.ts';
import { startRawServer, type RawServer } from './rawServer.ts';

let isActive = true;
const options: MaintenanceGateOptions = {
  isActive: () => isActive,
  basePath: '/__clerk',
  checkPath: '/maintenance',
  rules: [
    { kind: 'read', method: 'POST', path: '/search' },
    { kind: 'mutation', method: 'GET', path: '/logout' },
  ],
};

/** Both servers are behind the gate and answer every request. */
const servers = [
  [
    'node:http',
    () => {
      const guarded = nodeMiddleware(createMaintenanceGate(options));
      return startRawServer((incoming, outgoing) =>
        guarded(incoming, outgoing, (error) => {
          outgoing.statusCode = error === undefined ? 200 : 500;
          outgoing.end();
        }),
      );
    },
  ],
  [
    'Express',
    () => {
      const app = express();
      app.use(nodeMiddleware(createMaintenanceGate(options)));
      app.use('/', (_request, response) => void response.end());
      return startRawServer(app);
    },
  ],
] as const;

describe.each(servers)('the gate in front of %s', (_, start) => {
  let server: RawServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.close());

  async function statusOf(requestLine: string, host: string): Promise<number> {
    isActive = true;
    return server.send(requestLine, `Host: ${host}`);
  }

  it.each([
    'x/__clerk/v1/client/sessions/s/touch?',
    'x/search?',
    'x/search#',
    'x\\search?',
    'x?',
    'x/../search?',
  ])('rejects a POST with the Host header %s', async (host) => {
    expect(await statusOf('POST /notes', host)).toBe(503);
    expect(await statusOf('POST /notes?q=1', host)).toBe(503);
  });

  it.each(['a b', 'x:99999', 'user:pw@x', '[', '', 'x:y', '%', 'ünter'])(
    'classifies by the target with the Host %j',
    async (host) => {
      expect(await statusOf('POST /notes', host)).toBe(503);
      expect(await statusOf('POST /search', host)).toBe(200);
      expect(await statusOf('POST /__clerk/v1/client/sessions/s/touch', host)).toBe(200);
      expect(await statusOf('GET /notes', host)).toBe(200);
      expect(await statusOf('TRACE /notes', host)).toBe(503);
    },
  );

  it.each<[status: number, requestLine: string]>([
    [200, 'POST http://other.example/search'],
    [200, 'POST HTTPS://other.example:99999/search?q=1'],
    [200, 'POST http://a@b/__clerk/v1/client/sessions/s/tokens'],
    [200, 'GET http://other.example'],
    [200, 'GET http://other.example/maintenance'],
    [503, 'GET http://other.example/logout'],
    [503, 'POST http://other.example'],
    [503, 'POST http://other.example?/search'],
    [503, 'POST http://search/notes'],
  ])('answers %i to the absolute target of %s', async (status, requestLine) => {
    expect(await statusOf(requestLine, 'app.example')).toBe(status);
  });

  it.each([
    'POST /__clerk//v1/client/sessions/s/touch',
    'POST //__clerk/v1/client/sessions/s/touch',
    'POST /graphql/../search',
    'POST /graphql/%2e%2E/search',
    'POST /graphql/.%2e/__clerk/v1/client/sessions/s/touch',
    'POST /graphql\\..\\..\\search',
    'POST \\search',
    'POST http://x\\search',
    'POST /./search',
    'POST /search/.',
    'GET /x/../logout',
  ])('rejects %s, which servers interpret differently', async (requestLine) => {
    // Node's parser rejects some of them itself, with 400.
    expect([400, 503]).toContain(await statusOf(requestLine, 'app.example'));
  });

  it.each(['GET /a/../b', 'GET /a\\b', 'OPTIONS *', 'GET //elsewhere', 'HEAD /.'])(
    'serves %s',
    async (line) => {
      expect(await statusOf(line, 'app.example')).toBe(200);
    },
  );

  it.each([
    ['TRACE /notes', 'app.example'],
    ['POST /notes', 'a b'],
    ['POST /notes', 'x:99999'],
    ['POST /notes', 'user:pw@x'],
    ['POST http://user:pw@x/notes', 'app.example'],
    ['POST /a/../b', 'app.example'],
    ['PURGE *', 'app.example'],
    ['POST //', ''],
  ])('serves %s for the host %j outside of maintenance', async (requestLine, host) => {
    isActive = false;
    expect(await server.send(requestLine, `Host: ${host}`)).toBe(200);
  });
});

/** Only streams use these. */
const streaming = { write: () => true, once() {} };

describe('the middleware', () => {
  const pass = (target: string, host: string, method = 'POST'): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const guarded = nodeMiddleware(createMaintenanceGate({ ...options, isActive: true }));
      const outgoing = { ...streaming, writeHead() {}, end: () => resolve(false) };
      guarded({ method, url: target, headers: { host } }, outgoing, (error) =>
        error === undefined ? resolve(true) : reject(new Error('It failed.', { cause: error })),
      );
    });

  it('rejects every POST to a prefix other than the base path, for any target and host', async () => {
    const segment = fc.stringMatching(/^[a-z0-9%._~-]{0,8}$/);
    const prefix = fc
      .array(segment, { minLength: 1, maxLength: 3 })
      .map((parts) => `/${parts.join('/')}`)
      .filter((path) => path !== '/__clerk');
    const path = fc.constantFrom('touch', 'tokens', 'tokens/hasura');
    await fc.assert(
      fc.asyncProperty(prefix, path, fc.string({ unit: 'binary' }), async (before, last, host) => {
        expect(await pass(`${before}/v1/client/sessions/s/${last}`, host)).toBe(false);
      }),
    );
  });

  it('never throws, and passes no mutation, for any target, host and method', async () => {
    const target = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.webPath());
    const method = fc.constantFrom('POST', 'PATCH', 'TRACE', 'CONNECT', 'PURGE', '');
    await fc.assert(
      fc.asyncProperty(target, fc.string({ unit: 'binary' }), method, async (address, host, sent) => {
        expect(await pass(address, host, sent)).toBe(false);
      }),
    );
  });

  it('rejects a target without a path, for any method', async () => {
    expect(await pass('elsewhere', 'app.example', 'GET')).toBe(false);
    expect(await pass('', 'app.example', 'GET')).toBe(false);
  });

  it('passes the target to a rule as a URL on localhost', async () => {
    const seen: unknown[] = [];
    const gate = createMaintenanceGate({
      isActive: true,
      rules: [{ kind: 'read', when: ({ method, url }) => seen.push([method, String(url)]) > 0 }],
    });
    const next = new Promise<unknown>((resolve) => {
      nodeMiddleware(gate)(
        { method: 'TRACE', url: '/b', originalUrl: '/a/b?c=d', headers: { host: 'evil.example' } },
        { ...streaming, writeHead() {}, end() {} },
        resolve,
      );
    });
    expect(await next).toBeUndefined();
    expect(seen).toEqual([['TRACE', 'http://localhost/a/b?c=d']]);
  });

  it('writes nothing if the response was sent during the flag’s read', async () => {
    const written: string[] = [];
    let answer: (isOn: boolean) => void = () => {};
    const gate = createMaintenanceGate({
      isActive: () =>
        new Promise<boolean>((resolve) => {
          answer = resolve;
        }),
    });
    const outgoing = {
      ...streaming,
      headersSent: false,
      writeHead: () => void written.push('head'),
      end: () => void written.push('body'),
    };
    nodeMiddleware(gate)(
      { method: 'POST', url: '/', headers: {} },
      outgoing,
      () => void written.push('next'),
    );
    outgoing.headersSent = true;
    answer(true);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(written).toEqual([]);
  });

  it('passes on an error when the response cannot be written', async () => {
    const error = new Error('The socket is gone.');
    const guarded = nodeMiddleware(createMaintenanceGate({ isActive: true }));
    const next = new Promise<unknown>((resolve) => {
      const outgoing = {
        ...streaming,
        writeHead() {
          throw error;
        },
        end() {},
      };
      guarded({ method: 'POST', url: '/', headers: {} }, outgoing, resolve);
    });
    expect(await next).toBe(error);
  });
});
