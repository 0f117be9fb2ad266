'use client';

import { setNonce } from 'get-nonce';
import { useInsertionEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import type { SessionRequestOptions } from '../auth/SessionPort.ts';
import { createSessionStore } from '../stores/createSessionStore.ts';
import { bundleMessages } from '../messages/bundleMessages.ts';
import type { MessageOverrides } from '../messages/messages.ts';
import { createMaintenanceMonitor, type MaintenanceMonitor } from '../monitor/createMaintenanceMonitor.ts';
import type { MaintenanceState } from '../monitor/transition.ts';
import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import { assertProviderProps } from './assertProviderProps.ts';
import { createDeferredActions } from '../stores/createDeferredActions.ts';
import { createAnnouncer } from '../stores/createAnnouncer.ts';
import { createOwner } from '../stores/createOwner.ts';
import { createNotices } from '../stores/createNotices.ts';
import { createInvalidations } from '../stores/createInvalidations.ts';
import { createDrafts } from '../stores/createDrafts.ts';
import { KitContext, type Kit } from './KitContext.ts';
import { useAdapterSlot } from './useAdapterSlot.ts';
import { LiveRegions } from './LiveRegions.tsx';
import { MonitorConnection, type ConnectionProps } from './MonitorConnection.tsx';

export interface MaintenanceProviderProps extends ConnectionProps {
  /**
   * The backend of the ready-made forms and of `useSession`. Everything else works without one. Create it once,
   * outside of the component or with `useMemo`. A new object with the same name and base URL takes over the
   * operations, and the session stays. For another user, give the provider another `key`.
   */
  readonly adapter?: AuthAdapter | undefined;
  /** Your own monitor, for example one that also watches code outside of React. Default: a new one. */
  readonly monitor?: MaintenanceMonitor | undefined;
  /** Texts that replace the kit's. */
  readonly messages?: MessageOverrides | undefined;
  /** A BCP 47 tag: the language of the messages, for plural forms, lists and times. Default: English, and the browser's for times. */
  readonly locale?: string | undefined;
  /**
   * The state of the server render: the `getSnapshot()` of the server's monitor. Your own `monitor` adopts it when the
   * provider mounts, unless it has a state by then.
   */
  readonly initialState?: MaintenanceState | undefined;
  /**
   * The nonce that your content security policy lists in `style-src`. Dialogs, menus and code fields add a `<style>`
   * with it. Without a nonce, a policy without `'unsafe-inline'` prevents dialogs from locking the page behind them.
   * Default: none.
   */
  readonly nonce?: string | undefined;
  readonly children?: ReactNode;
}

/**
 * Detects maintenance in any request of the page, by any client, and provides its state to its children. Wrap the
 * application in it; it needs no further setup.
 *
 * Renders its children, and two visually hidden live regions (`data-slot="announcements"`, `data-slot="alerts"`) that
 * announce each change once. A change of status re-renders only components that read it.
 *
 * @throws {KitError} MK402 for an invalid base URL, MK404 for an invalid initial state, MK503 and MK504 for an
 *   invalid prop.
 */
export function MaintenanceProvider(props: MaintenanceProviderProps): ReactElement {
  assertProviderProps(props);
  const { watch, apis, check, messages, locale, onStatusChange, initialState, nonce, children } = props;

  const [ownMonitor] = useState(
    () => props.monitor ?? createMaintenanceMonitor(initialState && { initialState }),
  );
  const monitor = props.monitor ?? ownMonitor;
  const [serverState] = useState(() => initialState ?? monitor.getServerSnapshot());
  const slot = useAdapterSlot(props.adapter);
  const adapter = props.adapter && slot?.viewOf(props.adapter);

  const session = useMemo(() => slot && createObservedSession(slot, monitor), [slot, monitor]);
  const [announcer] = useState(() => createAnnouncer(monitor.platform));
  const [{ owner, drafts, deferredActions }] = useState(() => createUserStores(monitor));
  const [invalidations] = useState(createInvalidations);
  const [notices] = useState(createNotices);
  useInsertionEffect(() => {
    if (nonce !== undefined) setNonce(nonce);
  }, [nonce]);
  const messagesOf = useMemo(() => bundleMessages(messages), [messages]);

  const kit: Kit = useMemo(
    () => ({
      monitor,
      serverState,
      adapter,
      session,
      messagesOf,
      locale,
      nonce,
      announcer,
      owner,
      drafts,
      deferredActions,
      invalidations,
      notices,
    }),
    [
      monitor,
      serverState,
      adapter,
      session,
      messagesOf,
      locale,
      nonce,
      announcer,
      owner,
      drafts,
      deferredActions,
      invalidations,
      notices,
    ],
  );

  return (
    <KitContext.Provider value={kit}>
      {/* Before the children: effects run in this order, and theirs may already send requests. */}
      <MonitorConnection watch={watch} apis={apis} check={check} onStatusChange={onStatusChange} />
      {children}
      <LiveRegions announcer={announcer} />
    </KitContext.Provider>
  );
}

/** Creates the stores whose contents belong to the session's user. */
function createUserStores({
  platform,
}: MaintenanceMonitor): Pick<Kit, 'owner' | 'drafts' | 'deferredActions'> {
  const owner = createOwner();
  return {
    owner,
    drafts: createDrafts(platform, owner),
    deferredActions: createDeferredActions((error) => error instanceof SystemUnderMaintenanceError, owner),
  };
}

/** Creates a session store that also reports its requests, for an application that doesn't watch `fetch`. */
function createObservedSession(
  adapter: Pick<AuthAdapter, 'baseUrl' | 'loadSession' | 'refreshSession'>,
  monitor: MaintenanceMonitor,
): ReturnType<typeof createSessionStore> {
  const reporting =
    <Result,>(kind: 'read' | 'session', send: (options: SessionRequestOptions) => Promise<Result>) =>
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
    loadSession: reporting('read', (options) => adapter.loadSession(options)),
    refreshSession:
      refreshSession && reporting('session', (options) => refreshSession.call(adapter, options)),
  });
}
