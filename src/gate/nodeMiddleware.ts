import type { MaintenanceGate } from './createMaintenanceGate.ts';
import type { GateRequest } from './GateRequest.ts';
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
  /** True if the client has left. */
  readonly destroyed?: boolean;
  writeHead(status: number, headers: Record<string, string>): unknown;
  write(chunk: Uint8Array): boolean;
  end(body?: string): unknown;
  once(event: 'close' | 'drain', listener: () => void): unknown;
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
    if (response.headers.get('content-type') === 'text/event-stream') {
      void sendStream(response, outgoing);
      return true;
    }
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

/** Sends a body as it comes, until it ends or the client leaves. */
async function sendStream({ status, headers, body }: Response, outgoing: NodeResponse): Promise<void> {
  if (!body || outgoing.headersSent || outgoing.destroyed) return body?.cancel();
  const reader = body.getReader();
  const closed = new Promise<void>((resolve) => {
    outgoing.once('close', resolve);
  });
  void closed.then(() => reader.cancel());
  outgoing.writeHead(status, Object.fromEntries(headers));
  // A reader that is canceled is done.
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if (outgoing.write(read.value)) continue;
    const drained = new Promise<void>((resolve) => {
      outgoing.once('drain', resolve);
    });
    await Promise.race([drained, closed]);
  }
  outgoing.end();
}

/** Returns a plain object: a `Request` rejects TRACE and some URLs. */
function toGateRequest({ method = 'GET', url = '/', originalUrl = url, headers }: NodeRequest): GateRequest {
  return {
    method,
    url: addressOfTarget(originalUrl),
    headers: { get: (name) => headers[name]?.toString() ?? null },
  };
}
