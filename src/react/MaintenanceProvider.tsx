'use client';

import { setNonce } from 'get-nonce';
import { useEffect, useInsertionEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import type { AuthSession } from '../auth/SessionPort.ts';
import { bundleMessages } from '../messages/bundleMessages.ts';
import type { MessageOverrides } from '../messages/messages.ts';
import { createMaintenanceMonitor, type MaintenanceMonitor } from '../monitor/createMaintenanceMonitor.ts';
import type { MaintenanceState } from '../monitor/maintenanceState.ts';
import { whenIdle } from '../platform/whenIdle.ts';
import { inDevelopment } from '../protocol/KitError.ts';
import type { MaintenanceWindow } from '../protocol/serviceStatus.ts';
import type { WindowSource } from '../protocol/windowSource.ts';
import { assertProviderProps } from './assertProviderProps.ts';
import { createAnnouncer } from '../stores/createAnnouncer.ts';
import { createStore } from '../stores/createStore.ts';
import { createRegistry } from '../stores/createRegistry.ts';
import type { SessionStore } from '../stores/createSessionStore.ts';
import type { WindowStore } from '../stores/createWindows.ts';
import { KitContext, type Kit, type Services } from './KitContext.ts';
import { createLazy } from './createLazy.ts';
import { createProviderParts } from './createProviderParts.ts';
import { ProviderParts } from './ProviderParts.tsx';
import { useAdapterSlot } from './useAdapterSlot.ts';
import { LiveRegions } from './LiveRegions.tsx';
import { MonitorConnection, trustedApisOf, type ConnectionProps } from './MonitorConnection.tsx';

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
   * The state of the server render: the result of `maintenanceState()` of `maintenance-kit/server`. Your own `monitor`
   * adopts it when the provider mounts, unless it has a state by then. After hydration, a newer state that the browser
   * stored replaces it.
   */
  readonly initialState?: MaintenanceState | undefined;
  /**
   * The session that the server knows from the request, `null` for a visitor. The server renders the view of that user,
   * and the browser sends no request for the session before its first refresh. After hydration, the browser loads the
   * session if it remembers another user. Later values change nothing: for another user, give the provider another
   * `key`. Default: unknown, so that the browser loads the session.
   */
  readonly initialSession?: AuthSession | null | undefined;
  /**
   * Planned maintenance windows, which the banner announces from a day before: a list, or a source such as
   * `statuspageWindows`. A window only announces; it never blocks anything. Create a source once. Default: none.
   */
  readonly windows?: readonly MaintenanceWindow[] | WindowSource | undefined;
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
 * @throws {KitError} MK402 for an invalid base URL, MK404 for an invalid initial state, MK503, MK504 and MK515
 *   for an invalid prop.
 */
export function MaintenanceProvider(props: MaintenanceProviderProps): ReactElement {
  inDevelopment(() => assertProviderProps(props));
  const {
    watch,
    apis,
    check,
    dialects,
    messages,
    locale,
    onStatusChange,
    initialState,
    windows: planned,
    nonce,
    children,
  } = props;

  const [ownMonitor] = useState(
    () =>
      props.monitor ??
      createMaintenanceMonitor({
        ...(initialState && { initialState }),
        checkOnLoad: props.checkOnLoad !== false,
        // The state of the other tabs is read at once, and says which APIs it is about.
        apis: trustedApisOf(props),
      }),
  );
  const monitor = props.monitor ?? ownMonitor;
  const slot = useAdapterSlot(props.adapter);
  const adapter = props.adapter && slot?.viewOf(props.adapter);

  // They stay as long as the provider.
  const [own] = useState(() => ({
    serverState: initialState ?? monitor.getServerSnapshot(),
    initialSession: props.initialSession,
    announcer: createAnnouncer(monitor.platform),
    parts: createProviderParts(),
    session: createStore<SessionStore | undefined>(undefined),
    windows: createStore<WindowStore | undefined>(undefined),
  }));
  const store = useMemo(
    () => createRegistry<Services>((registry) => ({ ...own, monitor, store: registry })),
    [monitor, own],
  );
  const connection = useWindowsConnection(planned !== undefined);
  useInsertionEffect(() => {
    if (nonce !== undefined) setNonce(nonce);
  }, [nonce]);
  useEffect(() => {
    // The components that use the session have added it by now. Without one, the user's data still needs its owner.
    if (slot && !own.parts.getSnapshot().has('session')) void addSession(own.parts);
  }, [slot, own]);
  const messagesOf = useMemo(() => bundleMessages(messages), [messages]);

  const kit: Kit = useMemo(
    () => ({ ...own, monitor, adapter, slot, messagesOf, locale, nonce, store }),
    [own, monitor, adapter, slot, messagesOf, locale, nonce, store],
  );

  return (
    <KitContext.Provider value={kit}>
      {/* Before the children: effects run in this order, and theirs may already send requests. */}
      <MonitorConnection
        watch={watch}
        apis={apis}
        check={check}
        dialects={dialects}
        onStatusChange={onStatusChange}
      />
      <ProviderParts />
      {planned && connection.status === 'loaded' ? <connection.value windows={planned} /> : null}
      {children}
      <LiveRegions announcer={own.announcer} />
    </KitContext.Provider>
  );
}

/** Loads the code that follows planned windows when the page has nothing more urgent to do. */
const useWindowsConnection = createLazy(async () => {
  await new Promise<void>(whenIdle);
  const { WindowsConnection } = await import('./WindowsConnection.ts');
  return WindowsConnection;
});

async function addSession(parts: Kit['parts']): Promise<void> {
  try {
    const { SessionConnection } = await import('./loadSessionConnection.ts');
    parts.add('session', SessionConnection);
  } catch {
    // The first component that uses the session brings it.
  }
}
