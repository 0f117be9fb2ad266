'use client';

import { createContext, useContext, useEffect, type Context, type FunctionComponent } from 'react';
import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import type { AuthSession } from '../auth/SessionPort.ts';
import type { AdapterSlot } from '../auth/createAdapterSlot.ts';
import type { Registry } from '../stores/createRegistry.ts';
import type { Store } from '../stores/createStore.ts';
import type { WindowStore } from '../stores/createWindows.ts';
import type { PartName, ProviderParts } from './createProviderParts.ts';
import type { SessionStore } from '../stores/createSessionStore.ts';
import type { MaintenanceMonitor } from '../monitor/createMaintenanceMonitor.ts';
import type { MaintenanceState } from '../monitor/maintenanceState.ts';
import { KitError } from '../protocol/KitError.ts';
import type { Announcer } from '../stores/createAnnouncer.ts';

/** The dependencies of the stores. */
export interface Services {
  readonly monitor: MaintenanceMonitor;
  readonly store: Registry<Services>;
  /** The session of the server render, `null` for a visitor, `undefined` if the server didn't know. */
  readonly initialSession: AuthSession | null | undefined;
}

/** The stores that the provider passes down, never their state. */
export interface Kit extends Services {
  /** The state of the server render, which hydration repeats. */
  readonly serverState: MaintenanceState;
  readonly adapter: AuthAdapter | undefined;
  /** The slot of the adapter's backend. */
  readonly slot: AdapterSlot | undefined;
  /** The session, once `SessionConnection` follows it. */
  readonly session: Store<SessionStore | undefined>;
  /** The planned windows, once `WindowsConnection` follows them. */
  readonly windows: Store<WindowStore | undefined>;
  /** Returns a bundle of messages merged with the application's. Each is merged once. */
  readonly messagesOf: <Bundle extends object>(bundle: Bundle) => Bundle;
  /** A BCP 47 tag. `undefined` uses the browser's. */
  readonly locale: string | undefined;
  /** The nonce of the page's content security policy. */
  readonly nonce: string | undefined;
  readonly announcer: Announcer;
  readonly parts: ProviderParts;
}

export const KitContext: Context<Kit | undefined> = createContext<Kit | undefined>(undefined);

/**
 * Returns the provider's stores.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useKit(): Kit {
  const kit = useContext(KitContext);
  if (kit === undefined) {
    throw new KitError(
      'MK501',
      'A component or hook of maintenance-kit is used outside of <MaintenanceProvider>, so it cannot know the state of the service: wrap the application in one. If there is one, two copies of the package are loaded.',
    );
  }
  return kit;
}

/** Returns a bundle of messages, with the application's texts in place of the kit's. Each component names its bundles. */
export function useMessages<Bundle extends object>(bundle: Bundle): Bundle {
  return useKit().messagesOf(bundle);
}

/** Makes the provider render a part from now on. */
export function useProviderPart(name: PartName, part: FunctionComponent): void {
  const { parts } = useKit();
  useEffect(() => parts.add(name, part), [parts, name, part]);
}
