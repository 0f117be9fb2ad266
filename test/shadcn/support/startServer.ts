import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createFrontendApi, type FrontendApi } from 'maintenance-kit/testing/frontend-api';

const here = join(import.meta.dirname, '..');
const root = join(here, '../..');

export interface TestServer {
  readonly origin: string;
  readonly api: FrontendApi;
  readonly close: () => void;
}

/**
 * Serves on the loopback interface what the CLI asks for and what the application needs:
 *
 * - `/r`: the registry of this package, as it is published.
 * - `/shadcn`: the parts of shadcn/ui. They are copies with the same interface, because its own registry is a web site.
 * - `/npm`: this package, which npm's registry doesn't have yet, and a redirect to npm's registry for all others.
 * - `/v1`: the API. Everything else is the built application.
 */
export async function startServer({
  app,
  tarball,
  npmRegistry,
}: {
  readonly app: string;
  readonly tarball: string;
  readonly npmRegistry: string;
}): Promise<TestServer> {
  const api = createFrontendApi({
    users: [{ emailAddress: 'ada@example.com', password: 'correct horse', firstName: 'Ada', lastName: 'L' }],
    passwordIterations: 1,
  });
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const server = new Hono();
  server.get('/r/*', serveStatic({ root: join(root, 'dist/registry'), rewriteRequestPath: withoutFirst }));
  // The colors of the application's theme, which replace fixed ones in parts that have them.
  server.get('/shadcn/colors/*', ({ json }) => {
    const none = { light: {}, dark: {} };
    return json({ inlineColors: none, cssVars: none, inlineColorsTemplate: '', cssVarsTemplate: '' });
  });
  server.get('/shadcn/*', async ({ req, json, notFound }) => {
    const name = /\/styles\/[\w-]+\/(\w+)\.json$/.exec(req.path)?.[1];
    if (name === undefined) return notFound();
    const content = await readFile(join(here, `parts/${name}.tsx`), 'utf8').catch(() => undefined);
    if (content === undefined) return notFound();
    const path = `ui/${name}.tsx`;
    return json({ name, type: 'registry:ui', files: [{ path, content, type: 'registry:ui' }] });
  });
  server.get('/npm/maintenance-kit', ({ req, json }) => {
    const { version } = manifest;
    const dist = { tarball: `${new URL(req.url).origin}/npm/maintenance-kit.tgz` };
    return json({
      name: 'maintenance-kit',
      'dist-tags': { latest: version },
      versions: { [version]: { ...manifest, dist } },
    });
  });
  server.get('/npm/maintenance-kit.tgz', async ({ body }) => body(await readFile(tarball)));
  server.get('/npm/*', ({ req, redirect }) =>
    redirect(npmRegistry.replace(/\/$/, '') + new URL(req.url).pathname.slice('/npm'.length)),
  );
  server.all('/v1/*', ({ req }) => api.fetch(req.raw));
  server.get('/*', serveStatic({ root: join(app, 'dist') }));

  const [listening, port] = await new Promise<[ServerType, number]>((resolve) => {
    const started = serve({ fetch: server.fetch, hostname: '127.0.0.1', port: 0 }, (address) =>
      resolve([started, address.port]),
    );
  });
  return { origin: `http://127.0.0.1:${String(port)}`, api, close: () => listening.close() };
}

/** Returns the path without its first segment. */
function withoutFirst(path: string): string {
  return path.replace(/^\/[^/]+/, '');
}
