import type { AdapterSlot } from '../auth/createAdapterSlot.ts';
import type { SessionRequestOptions } from '../auth/SessionPort.ts';
import type { MaintenanceMonitor } from '../monitor/createMaintenanceMonitor.ts';
import { createSessionStore, type SessionStore } from '../stores/createSessionStore.ts';
import type { Services } from './KitContext.ts';

/**
 * Creates the session stores of an application: one for each backend that its provider receives. The first one begins
 * with the session of the server render.
 */
export function createSessions({ monitor, initialSession }: Services): (slot: AdapterSlot) => SessionStore {
  const sessions = new WeakMap<AdapterSlot, SessionStore>();
  let initial = initialSession;
  return (slot) => {
    const session = sessions.get(slot) ?? createObservedSession(slot, monitor, initial);
    initial = undefined;
    sessions.set(slot, session);
    return session;
  };
}

/** Creates a session store that also reports its requests, for an application that doesn't watch `fetch`. */
function createObservedSession(
  adapter: AdapterSlot,
  monitor: MaintenanceMonitor,
  initialSession: Services['initialSession'],
): SessionStore {
  const reporting =
    <Result>(kind: 'read' | 'session', send: (options: SessionRequestOptions) => Promise<Result>) =>
    async (options: SessionRequestOptions): Promise<Result> => {
      const startedAt = monitor.platform.monotonicNow();
      try {
        return await send(options);
      } catch (error) {
        await monitor.report(error, { kind, startedAt, api: adapter.baseUrl });
        throw error;
      }
    };
  const { refreshSession } = adapter;
  return createSessionStore({
    platform: monitor.platform,
    initialSession,
    loadSession: reporting('read', (options) => adapter.loadSession(options)),
    refreshSession:
      refreshSession && reporting('session', (options) => refreshSession.call(adapter, options)),
  });
}
