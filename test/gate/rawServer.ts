import { createServer, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';

export interface RawServer {
  readonly port: number;
  /** Returns the server's status for a request with exactly this first line and these header lines. */
  send(requestLine: string, ...headers: readonly string[]): Promise<number>;
  close(): void;
}

/** Starts a Node server for raw requests that no HTTP client would send. */
export async function startRawServer(listener: RequestListener): Promise<RawServer> {
  const server = await start(listener);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  const { port } = address;
  return {
    port,
    send(requestLine, ...headers) {
      return new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1');
        let received = '';
        socket.setEncoding('latin1');
        socket.on('error', reject);
        socket.on('data', (text: string) => void (received += text));
        socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1])));
        socket.write([`${requestLine} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n'));
      });
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function start(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
