import { faultyAnswers, type Backend, type Network } from '../../adapters/network.ts';

const pageFetch = globalThis.fetch;

/** Serves a backend in the page: `fetch` asks it without a server, for an origin that doesn't exist. */
export function serveInPage(backend: Backend): Promise<Network> {
  const server: Network = {
    origin: 'http://api.localhost',
    network: 'clear',
    close() {
      globalThis.fetch = pageFetch;
      return Promise.resolve();
    },
  };
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith(`${server.origin}/`)) return pageFetch(request);
    request.signal.throwIfAborted();
    if (server.network === 'clear') return backend(request);
    // The browser opens no connection to this port, and rejects with its own error.
    if (server.network === 'dropped') return pageFetch('http://localhost:1');
    return faultyAnswers[server.network]();
  };
  return Promise.resolve(server);
}
