import { Hono } from 'hono';
import { createMaintenanceGate } from 'maintenance-kit/gate';
import { rules } from '../rules.ts';
import type { Auth } from './createAuth.ts';
import type { Mailbox } from './createMailbox.ts';
import { createServiceSwitch, type ServiceSwitch } from './serviceSwitch.ts';
import type { SignedIn } from './signedInAs.ts';

export interface AppParts {
  readonly auth: Auth;
  readonly mailbox: Mailbox;
  /** The application's own API, by the first segment of its paths. */
  readonly routes: Readonly<Record<string, Hono<SignedIn>>>;
  readonly files: Hono;
}

/** The server: the API behind the gate, the API of the service panel, and the client. */
export function createApp({ auth, mailbox, routes, files }: AppParts): Hono {
  const service = createServiceSwitch(mailbox);
  const reject = createGate(service);
  const app = new Hono()
    .route('/service', service.panel)
    .use('/api/*', async ({ req: { raw: request } }, next) => {
      service.count(request);
      return (await reject(request)) ?? next();
    })
    .on(['GET', 'POST'], '/api/auth/*', (context) => auth.handler(context.req.raw));
  for (const [name, route] of Object.entries(routes)) app.route(`/api/${name}`, route);
  return app.all('/api/*', (context) => context.json({ code: 'not_found' }, 404)).route('/', files);
}

/** An application has one gate. The playground has one for each kind of instance, one behind the other. */
function createGate(service: ServiceSwitch): (request: Request) => Promise<Response | undefined> {
  const retryAfter = () => service.state().retryAfter ?? undefined;
  const closed = createMaintenanceGate({
    instance: 'development',
    isActive: () => service.state().mode === 'unavailable',
    retryAfter,
  });
  const limited = createMaintenanceGate({
    isActive: () => service.state().mode === 'maintenance',
    retryAfter,
    checkPath: '/api/maintenance',
    rules,
  });
  return async (request) => (await closed.reject(request)) ?? limited.reject(request);
}
