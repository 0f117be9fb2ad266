import type { Plugin } from 'vite';
import type { Dialect } from '../../src/dialects/index.ts';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { createMaintenanceSwitch } from '../../src/gate/createMaintenanceSwitch.ts';
import { nodeMiddleware, type NodeMiddleware } from '../../src/gate/nodeMiddleware.ts';
import { gateDialects } from './gateDialects.ts';

/**
 * Serves a gate with a switch below `/__gate/`: its events at `events`. A POST to `operational`, `maintenance` or
 * `unavailable` sets the mode, and a POST to `restart` ends the streams. Below `/__dialects/`, a gate for each dialect:
 * a POST to its `on` or `off` begins or ends a maintenance.
 */
export function gateServer(): Plugin {
  return {
    name: 'gate-server',
    configureServer({ middlewares }) {
      let service = createMaintenanceSwitch();
      const serve = () =>
        nodeMiddleware(createMaintenanceGate({ switch: service, eventsPath: '/__gate/events' }));
      let gate = serve();

      async function change(name: string): Promise<void> {
        if (name === 'operational' || name === 'maintenance' || name === 'unavailable') {
          await service.set({ mode: name });
          return;
        }
        service.close();
        service = createMaintenanceSwitch();
        gate = serve();
      }

      const gates = new Map(
        Object.entries(gateDialects).map(([name, make]) => [name, serveDialect(name, make({}))]),
      );
      middlewares.use('/__dialects', (request, response) => {
        const [, name = ''] = request.url?.split('/') ?? [];
        gates.get(name)?.(request, response, () => response.end('{}'));
      });

      middlewares.use('/__gate', (request, response, next) => {
        if (request.method === 'POST') void change(request.url?.slice(1) ?? '').then(() => response.end());
        else gate(request, response, next);
      });
    },
  };
}

/** Returns a gate that answers in a dialect. */
function serveDialect(name: string, dialect: Dialect): NodeMiddleware {
  let isActive = false;
  const address = `/__dialects/${name}`;
  const gate = nodeMiddleware(
    createMaintenanceGate({
      isActive: () => isActive,
      dialect,
      retryAfter: 120,
      checkPath: `${address}/status`,
    }),
  );
  return (request, response, next) => {
    const change = /\/(on|off)$/.exec(request.url ?? '')?.[1];
    if (change === undefined) return gate(request, response, next);
    isActive = change === 'on';
    response.end();
  };
}
