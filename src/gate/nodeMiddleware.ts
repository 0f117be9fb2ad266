import type { MaintenanceGate } from './createMaintenanceGate.ts';

/** What of a request of Node the gate looks at; Express's is one. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** The whole path, where a router has cut `url` to what is below it. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What of a response of Node the gate writes to. */
export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string): unknown;
}

/** Takes its turn before what is behind it, as in Express, Connect and `node:http`. */
export type NodeMiddleware = (
  request: NodeRequest,
  response: NodeResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * The gate for a server that speaks Node's requests and responses. What may pass goes on to `next`, its body
 * untouched; what may not is answered here.
 */
export function nodeMiddleware(gate: MaintenanceGate): NodeMiddleware {
  async function reject(incoming: NodeRequest, outgoing: NodeResponse): Promise<boolean> {
    const response = await gate.reject(toRequest(incoming));
    if (!response) return false;
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
    return true;
  }

  async function take(...[incoming, outgoing, next]: Parameters<NodeMiddleware>): Promise<void> {
    let isRejected: boolean;
    try {
      isRejected = await reject(incoming, outgoing);
    } catch (error) {
      next(error);
      return;
    }
    if (!isRejected) next();
  }

  return (...turn) => void take(...turn);
}

/** Without the body, which the gate never reads and the server still has to. */
function toRequest({ method = 'GET', url = '/', originalUrl = url, headers }: NodeRequest): Request {
  const list = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // Those of HTTP/2 that begin with a colon are no headers.
    if (value !== undefined && !name.startsWith(':')) list.set(name, String(value));
  }
  const host = list.get('host') ?? 'localhost';
  // A target may begin with two slashes, which would read as a host.
  return new Request(new URL(`http://${host}${originalUrl}`), { method, headers: list });
}
