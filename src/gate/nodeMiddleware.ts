import type { GateRequest, MaintenanceGate } from './createMaintenanceGate.ts';
import { addressOfTarget } from './requestTarget.ts';

/** What the middleware reads of a request of Node. Express's is one. */
export interface NodeRequest {
  readonly method?: string | undefined;
  /** The request target, as it was sent. */
  readonly url?: string | undefined;
  /** The whole target, where a router has cut `url` to the part below its own path. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What the middleware uses of a response of Node. */
export interface NodeResponse {
  readonly headersSent?: boolean;
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string): unknown;
}

/** A middleware of Express, Connect and `node:http`. */
export type NodeMiddleware = (
  request: NodeRequest,
  response: NodeResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Returns the gate as a middleware for a server that uses Node's requests and responses. A request that passes goes on
 * to `next`, its body unread; the middleware answers one that does not, and does nothing where the response was sent
 * in the meantime. It classifies the request target and never the `Host` header, so a rule's `when` sees the host
 * `localhost`.
 *
 * WebSocket upgrades and CONNECT never reach a middleware: Node hands them to the server's `upgrade` and `connect`
 * events.
 */
export function nodeMiddleware(gate: MaintenanceGate): NodeMiddleware {
  async function reject(incoming: NodeRequest, outgoing: NodeResponse): Promise<boolean> {
    const response = await gate.reject(toGateRequest(incoming));
    if (!response) return false;
    const body = await response.text();
    if (outgoing.headersSent) return true;
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(body);
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

/** Not a `Request`, which refuses TRACE and some addresses. */
function toGateRequest({ method = 'GET', url = '/', originalUrl = url, headers }: NodeRequest): GateRequest {
  return {
    method,
    url: addressOfTarget(originalUrl),
    headers: { get: (name) => headers[name]?.toString() ?? null },
  };
}
