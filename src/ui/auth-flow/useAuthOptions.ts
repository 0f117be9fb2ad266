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

const loading: AuthSetup = { status: 'loading' };
const unknown: AuthSetup = { status: 'unknown' };
/** Never settles: there is nothing to load, so nothing has to render again. */
const nothing = (): Promise<undefined> => new Promise(() => {});

/** Loads the options of the backend. */
export function useAuthOptions(): AuthSetup {
  const { adapter } = useAdapter();
  const load: () => Promise<AuthOptions | undefined> = useMemo(
    () => adapter.loadAuthOptions?.bind(adapter) ?? nothing,
    [adapter],
  );
  const loaded = useLoaded(load, { api: adapter.baseUrl, perUser: false });
  const isAsked = adapter.loadAuthOptions !== undefined;
  const options = loaded.status === 'loaded' ? loaded.value : undefined;
  const known = useMemo(() => options && ({ status: 'known', options } as const), [options]);
  return known ?? (isAsked && loaded.status === 'loading' ? loading : unknown);
}
