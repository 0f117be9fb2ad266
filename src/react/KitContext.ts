'use client';

import { createContext, useContext, type Context } from 'react';
import type { AuthAdapter } from '../auth/AuthAdapter.ts';
import type { SessionStore } from '../stores/createSessionStore.ts';
import type { MaintenanceMonitor } from '../monitor/createMaintenanceMonitor.ts';
import type { MaintenanceState } from '../monitor/transition.ts';
import { KitError } from '../protocol/KitError.ts';
import type { DeferredActions } from '../stores/createDeferredActions.ts';
import type { Announcer } from '../stores/createAnnouncer.ts';
import type { OwnerStore } from '../stores/createOwner.ts';
import type { NoticeStore } from '../stores/createNotices.ts';
import type { Invalidations } from '../stores/createInvalidations.ts';
import type { Drafts } from '../stores/createDrafts.ts';

/** The stores that the provider passes down, never their state. */
export interface Kit {
  readonly monitor: MaintenanceMonitor;
  /** The state of the server render, which hydration repeats. */
  readonly serverState: MaintenanceState;
  readonly adapter: AuthAdapter | undefined;
  readonly session: SessionStore | undefined;
  /** Returns a bundle of messages merged with the application's. Each is merged once. */
  readonly messagesOf: <Bundle extends object>(bundle: Bundle) => Bundle;
  /** A BCP 47 tag. `undefined` uses the browser's. */
  readonly locale: string | undefined;
  /** The nonce of the page's content security policy. */
  readonly nonce: string | undefined;
  readonly announcer: Announcer;
  /** The owner of the drafts and the deferred actions. */
  readonly owner: OwnerStore;
  readonly drafts: Drafts;
  readonly deferredActions: DeferredActions;
  readonly invalidations: Invalidations;
  readonly notices: NoticeStore;
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

/**
 * Returns the provider's adapter and its session store.
 *
 * @throws {KitError} MK502 if the provider has no adapter.
 */
export function useAdapter(): { readonly adapter: AuthAdapter; readonly session: SessionStore } {
  const { adapter, session } = useKit();
  if (adapter === undefined || session === undefined) {
    throw new KitError(
      'MK502',
      'This needs a backend, and <MaintenanceProvider> has no adapter: pass one, for example adapter={frontendApiAdapter({ baseUrl })}.',
    );
  }
  return { adapter, session };
}

/** Returns a bundle of messages, with the application's texts in place of the kit's. Each component names its bundles. */
export function useMessages<Bundle extends object>(bundle: Bundle): Bundle {
  return useKit().messagesOf(bundle);
}
