import { Hono } from 'hono';
import { createMaintenanceGate } from 'maintenance-kit/gate';
import type { Auth } from './createAuth.ts';
import { createServiceSwitch, type ServiceSwitch } from './serviceSwitch.ts';

export interface AppParts {
  readonly auth: Auth;
  readonly notes: Hono;
  readonly files: Hono;
}

/** The whole server: the API behind the gate, the panel that moves the gate, and the client. */
export function createApp({ auth, notes, files }: AppParts): Hono {
  const service = createServiceSwitch();
  const reject = createGate(service);
  return new Hono()
    .route('/service', service.panel)
    .use('/api/*', async ({ req: { raw: request } }, next) => {
      service.count(request);
      return (await reject(request)) ?? next();
    })
    .on(['GET', 'POST'], '/api/auth/*', (context) => auth.handler(context.req.raw))
    .route('/api/notes', notes)
    .all('/api/*', (context) => context.json({ code: 'not_found' }, 404))
    .route('/', files);
}

/** An application has one gate, of the kind of its instance. This one can be both kinds, one behind the other. */
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
  });
  return async (request) => (await closed.reject(request)) ?? limited.reject(request);
}
