'use client';

import { useMemo } from 'react';
import type { AuthOptions } from '../../auth/SessionPort.ts';
import { useAdapter } from '../../react/useAdapter.ts';
import { useLoaded } from '../../react/useLoaded.ts';

/** The options of the backend. `unknown`: the backend has none or can't be reached, so the basic form is shown. */
export type AuthSetup =
  | { readonly status: 'loading' }
  | { readonly status: 'known'; readonly options: AuthOptions }
  | { readonly status: 'unknown' };

const unknown: AuthSetup = { status: 'unknown' };
const nothing = (): Promise<undefined> => Promise.resolve(undefined);

/** Loads the options of the backend. */
export function useAuthOptions(): AuthSetup {
  const { adapter } = useAdapter();
  const load: () => Promise<AuthOptions | undefined> = useMemo(
    () => adapter.loadAuthOptions?.bind(adapter) ?? nothing,
    [adapter],
  );
  const loaded = useLoaded(load, { api: adapter.baseUrl, perUser: false });
  const isAsked = adapter.loadAuthOptions !== undefined;
  return useMemo(() => {
    if (loaded.status === 'loading') return isAsked ? loaded : unknown;
    if (loaded.status === 'failed' || loaded.value === undefined) return unknown;
    return { status: 'known', options: loaded.value };
  }, [loaded, isAsked]);
}
