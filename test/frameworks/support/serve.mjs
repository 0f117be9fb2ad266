// Serves the applications, and the service that they call, from one process.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestListener } from '@react-router/node';
import next from 'next';
import { createMaintenanceGate, nodeMiddleware } from 'maintenance-kit/gate';

const folder = join(import.meta.dirname, '..');
const [servicePort, nextPort, reactRouterPort] = ['SERVICE_PORT', 'NEXT_PORT', 'REACT_ROUTER_PORT'].map(
  (name) => Number(process.env[name]),
);

/** @type {import('maintenance-kit/protocol').ServiceCheck} */
let mode = 'operational';
/** @type {string[]} */
let requests = [];

const gate = nodeMiddleware(createMaintenanceGate({ isActive: () => mode === 'maintenance', retryAfter: 1 }));

const service = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://service');
  /** @param {unknown} body */
  const send = (body, status = 200) =>
    response
      .writeHead(status, {
        'content-type': 'application/json',
        ...(status === 503 && { 'retry-after': '1' }),
      })
      .end(JSON.stringify(body));
  if (pathname === '/mode') {
    mode = /** @type {typeof mode} */ (searchParams.get('is'));
    requests = [];
    send(mode);
    return;
  }
  if (pathname === '/requests') {
    send(requests);
    return;
  }
  if (pathname === '/status') {
    send({ maintenance_mode: mode !== 'operational', mode });
    return;
  }
  requests.push(`${request.method} ${pathname}`);
  if (mode === 'unavailable') {
    send({ code: 'maintenance_mode', shortMessage: 'Upgrade', longMessage: 'An upgrade is running.' }, 503);
    return;
  }
  gate(request, response, () => {
    setTimeout(() => send(['first', 'second']), pathname === '/slow' ? 300 : 0);
  });
});

const types = { '.js': 'text/javascript', '.css': 'text/css' };

async function serveReactRouter() {
  const { href } = pathToFileURL(join(folder, 'react-router/build/server/index.js'));
  const build = /** @type {import('react-router').ServerBuild} */ (await import(href));
  const handle = createRequestListener({ build });
  const files = join(folder, 'react-router/build/client');
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://application');
    if (pathname === '/maintenance') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ maintenance_mode: mode !== 'operational', mode }));
      return;
    }
    const file = join(files, pathname);
    if (existsSync(file) && statSync(file).isFile()) {
      const type = types[/** @type {keyof typeof types} */ (extname(file))] ?? 'application/octet-stream';
      response.setHeader('content-type', type);
      createReadStream(file).pipe(response);
      return;
    }
    handle(request, response);
  });
}

process.env['SERVICE_URL'] = `http://127.0.0.1:${servicePort}`;
const application = next({
  dir: join(folder, 'next'),
  dev: false,
  hostname: '127.0.0.1',
  port: nextPort ?? 0,
});
const [reactRouter] = await Promise.all([serveReactRouter(), application.prepare()]);
const handleNext = application.getRequestHandler();
createServer((request, response) => void handleNext(request, response)).listen(nextPort, '127.0.0.1');
reactRouter.listen(reactRouterPort, '127.0.0.1');
service.listen(servicePort, '127.0.0.1');
