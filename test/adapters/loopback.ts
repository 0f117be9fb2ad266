import { serve, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { faultyAnswers, type Backend, type Network } from './network.ts';

/** Starts a backend on a port of this machine. */
export async function startLoopback(backend: Backend): Promise<Network> {
  let server: ReturnType<typeof serve> | undefined;
  const port = await new Promise<number>((resolve) => {
    server = serve(
      {
        hostname: '127.0.0.1',
        port: 0,
        // The adapter under test shares this process, so its Response stays the platform's own.
        overrideGlobalObjects: false,
        fetch: (request: Request, { incoming }: HttpBindings | Http2Bindings) =>
          answer(request, () => incoming.socket.destroy()),
      },
      (info) => resolve(info.port),
    );
  });

  const loopback: Network = {
    origin: `http://127.0.0.1:${port}`,
    network: 'clear',
    close: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        // A browser holds connections on which it has sent nothing yet.
        if (server && 'closeAllConnections' in server) server.closeAllConnections();
      }),
  };
  return loopback;

  function answer(request: Request, hangUp: () => void): Response | Promise<Response> {
    const { network } = loopback;
    if (network === 'clear') return backend(request);
    if (network !== 'dropped') return faultyAnswers[network]();
    hangUp();
    return new Response();
  }
}

/** The platform's own `fetch`, even if a test replaces the global one. */
const platformFetch = globalThis.fetch;

/** Returns a `fetch` that keeps the cookies of one server, as a browser does, and sends the page's origin. */
export function createCookieFetch(origin: string): typeof fetch {
  const cookies = new Map<string, string>();
  return async (input, init) => {
    const request = new Request(input, init);
    request.headers.set('origin', origin);
    if (cookies.size > 0) {
      request.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const response = await platformFetch(request);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
}
