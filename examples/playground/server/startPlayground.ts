import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import type { Client } from '@libsql/client';
import { clientFiles } from './clientFiles.ts';
import { createApp } from './createApp.ts';
import { createAuth } from './createAuth.ts';
import { keepSecret } from './keepSecret.ts';
import { createMailbox } from './createMailbox.ts';
import { createNotesApi } from './notesApi.ts';
import { createPicturesApi } from './picturesApi.ts';
import { createSettingsApi } from './settingsApi.ts';
import { folderOfDatabase, openDatabase } from './openDatabase.ts';
import type { Settings } from './readSettings.ts';
import { StartError, systemCode } from './StartError.ts';

export interface Playground {
  /** For example "http://127.0.0.1:4321". */
  readonly address: string;
  readonly close: () => Promise<void>;
}

type Answer = (request: Request, connection: HttpBindings | Http2Bindings) => Response | Promise<Response>;

/**
 * Starts the playground and resolves when it responds to requests.
 *
 * @throws {StartError} if the build is missing, or if the port, the data folder or the database can't be used.
 */
export async function startPlayground(settings: Settings): Promise<Playground> {
  const files = clientFiles(settings.clientFolder);
  // Sign-in needs its own URL, so open the port first.
  let answer: Answer = () => new Response('The playground is starting.', { status: 503 });
  const listener = getRequestListener((request, connection) => answer(request, connection), {
    overrideGlobalObjects: false,
  });
  // The app handles its own errors.
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  const port = await listen(server, settings);
  const address = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;

  let database: Client | undefined;
  try {
    const secret =
      settings.secret ?? keepSecret(folderOfDatabase(settings.databaseUrl) ?? settings.dataFolder);
    database = await openDatabase(settings.databaseUrl, settings.databaseToken);
    const origins = [address, `http://127.0.0.1:${port}`, `http://localhost:${port}`];
    const mailbox = createMailbox();
    const auth = await createAuth({ database, secret, address, origins, mailbox });
    const routes = {
      notes: await createNotesApi(database, auth),
      settings: await createSettingsApi(database, auth),
      pictures: await createPicturesApi(database, auth),
    };
    const app = createApp({ auth, mailbox, routes, files });
    answer = (request, connection) => app.fetch(request, connection);
  } catch (error) {
    database?.close();
    await close(server);
    throw error;
  }

  const opened = database;
  return {
    address,
    async close() {
      await close(server);
      opened.close();
    },
  };
}

async function listen(server: Server, { host, port }: Settings): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new StartError(listenError(systemCode(cause), host, port), { cause })),
    );
    server.listen(port, host, resolve);
  });
  const address: AddressInfo | string | null = server.address();
  // A string is the path of a pipe, which the playground doesn't use.
  return typeof address === 'object' && address !== null ? address.port : port;
}

function listenError(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} of ${host} is taken: choose another with PORT.`;
  if (code === 'EACCES')
    return `Port ${port} of ${host} needs more rights than this user has: choose another with PORT.`;
  return `${host} cannot be listened on (${code ?? 'unknown reason'}): choose another address with HOST.`;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open for minutes, so close them.
    server.closeAllConnections();
  });
}
