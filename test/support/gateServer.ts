import type { Plugin } from 'vite';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { createMaintenanceSwitch } from '../../src/gate/createMaintenanceSwitch.ts';
import { nodeMiddleware } from '../../src/gate/nodeMiddleware.ts';

/**
 * Serves a gate with a switch below `/__gate/`: its events at `events`. A POST to `operational`, `maintenance` or
 * `unavailable` sets the mode, and a POST to `restart` ends the streams.
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

      middlewares.use('/__gate', (request, response, next) => {
        if (request.method === 'POST') void change(request.url?.slice(1) ?? '').then(() => response.end());
        else gate(request, response, next);
      });
    },
  };
}
