import type { GateRequest, MaintenanceGate } from './createMaintenanceGate.ts';
import { addressOfTarget } from './requestTarget.ts';

/** The parts of a Node request that the middleware reads. An Express request is one. */
export interface NodeRequest {
  readonly method?: string | undefined;
  /** The request target, as it was sent. */
  readonly url?: string | undefined;
  /** The whole target, if a router has cut `url` to the part below its own path. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The parts of a Node response that the middleware uses. */
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
 * to `next`, its body unread. The middleware answers one that doesn't pass, and does nothing if a response has been
 * sent by then. It classifies the request target and never the `Host` header, so a rule's `when` sees the host
 * `localhost`.
 *
 * WebSocket upgrades and CONNECT never reach a middleware: Node passes them to the server's `upgrade` and `connect`
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

  async function handle(...[incoming, outgoing, next]: Parameters<NodeMiddleware>): Promise<void> {
    let isRejected: boolean;
    try {
      isRejected = await reject(incoming, outgoing);
    } catch (error) {
      next(error);
      return;
    }
    if (!isRejected) next();
  }

  return (...call) => void handle(...call);
}

/** Returns a plain object: a `Request` rejects TRACE and some URLs. */
function toGateRequest({ method = 'GET', url = '/', originalUrl = url, headers }: NodeRequest): GateRequest {
  return {
    method,
    url: addressOfTarget(originalUrl),
    headers: { get: (name) => headers[name]?.toString() ?? null },
  };
}
