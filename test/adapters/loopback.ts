import { serve, type Http2Bindings, type HttpBindings } from '@hono/node-server';

/** The condition of the network between an adapter and its backend. */
export type NetworkCondition =
  /** Requests arrive. */
  | 'clear'
  /** Connections break without an answer. */
  | 'dropped'
  /** A proxy answers 503 with its own page. */
  | 'proxy-503'
  /** A proxy answers 401 with its own page. */
  | 'proxy-401'
  /** A captive portal answers 200 with its page. */
  | 'portal'
  /** Something answers 200 with an empty body. */
  | 'empty'
  /** Something answers 200 with JSON that is not the API's. */
  | 'foreign-json';

export interface Loopback {
  readonly origin: string;
  network: NetworkCondition;
  close(): Promise<void>;
}

const page = (status: number) =>
  new Response('<!doctype html><title>Please wait</title>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

const faultyAnswers: Readonly<Record<Exclude<NetworkCondition, 'clear'>, () => Response>> = {
  dropped: () => new Response(),
  'proxy-503': () => page(503),
  'proxy-401': () => page(401),
  portal: () => page(200),
  empty: () => new Response(null, { headers: { 'content-type': 'application/json' } }),
  'foreign-json': () => Response.json({ data: null, ok: true }),
};

export type Backend = (request: Request) => Response | Promise<Response>;

/** Starts a backend on a port of this machine, with a network condition in front of it. */
export async function startLoopback(backend: Backend): Promise<Loopback> {
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

  const loopback: Loopback = {
    origin: `http://127.0.0.1:${port}`,
    network: 'clear',
    close: () => new Promise((resolve) => void server?.close(() => resolve())),
  };
  return loopback;

  function answer(request: Request, hangUp: () => void): Response | Promise<Response> {
    if (loopback.network === 'clear') return backend(request);
    if (loopback.network === 'dropped') hangUp();
    return readableAnywhere(request, faultyAnswers[loopback.network]());
  }
}

/** The platform's own `fetch`, even if a test replaces the global one. */
const platformFetch = globalThis.fetch;

/** Adds CORS headers, without which a browser hides the response of another origin. */
function readableAnywhere({ headers }: Request, response: Response): Response {
  response.headers.set('access-control-allow-origin', headers.get('origin') ?? '*');
  response.headers.set('access-control-allow-credentials', 'true');
  return response;
}

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
