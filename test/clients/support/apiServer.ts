import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';
import { startLoopback } from '../../adapters/loopback.ts';
import type { Network } from '../../adapters/network.ts';
import { createApi } from './api.ts';
import type { Mode, Service } from './service.ts';

/** A page without a test runner, which loads a module of this folder. */
const pageHtml = (module: string): string => `<!doctype html><title>A page</title>
<script type="module" src="/support/${module}.ts"></script>`;

/**
 * Serves the API on the page's origin, on another origin, and as a third party's, which is always in maintenance. The
 * page changes the mode and reads the requests at `/__service`.
 */
export function apiServer(): Plugin {
  const servers: Network[] = [];
  return {
    name: 'api-server',
    async configureServer(server) {
      const api = createApi();
      const thirdParty = createApi();
      const [other, third] = await Promise.all([startLoopback(api.fetch), startLoopback(thirdParty.fetch)]);
      servers.push(other, third);
      const origins = { other: other.origin, third: third.origin };

      const control = getRequestListener(
        (request) => {
          const { searchParams } = new URL(request.url);
          const mode = searchParams.get('mode');
          if (mode !== null) {
            api.setMode(mode as Mode, Number(searchParams.get('retryAfter')));
            thirdParty.setMode('maintenance', 7);
          }
          return Response.json({
            ...origins,
            requests: api.takeRequests(),
            toThirdParty: thirdParty.takeRequests(),
          } satisfies Service);
        },
        { overrideGlobalObjects: false },
      );
      const sameOrigin = getRequestListener(api.fetch, { overrideGlobalObjects: false });
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/__service')) void control(request, response);
        else if (request.url?.startsWith('/__page?')) {
          const module = request.url.slice('/__page?'.length);
          response.setHeader('content-type', 'text/html').end(pageHtml(module));
        } else if (request.url?.startsWith('/api/')) void sameOrigin(request, response);
        else next();
      });
    },
    async buildEnd() {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
