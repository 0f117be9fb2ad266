'use client';

import { useEffect, type ReactElement } from 'react';
import { useLoaded } from '../../react/useLoaded.ts';
import { LoadedView } from './LoadedView.tsx';
import { BlankCard } from './SettingsPage.tsx';

export interface LazyPageProps<Page> {
  /** Imports the page. Must keep its identity. */
  readonly load: () => Promise<Page>;
  readonly className?: string | undefined;
  readonly children: (page: Page) => ReactElement;
}

/**
 * The page of a signed-in user, whose code is loaded apart. An empty card until it is loaded. A failure looks like a
 * failed load of its data.
 */
export function LazyPage<Page>({ load, className, children }: LazyPageProps<Page>): ReactElement {
  const loading = useLoaded(load, codeOptions);
  if (loading.status === 'loaded') return children(loading.value);
  return (
    <BlankCard className={className}>
      <LoadedView loading={loading}>{() => null}</LoadedView>
    </BlankCard>
  );
}

/** Loads the code of a page while its session loads. */
export function useEarlyLoad(load: () => Promise<unknown>): void {
  useEffect(() => {
    // The page shows a failure.
    load().catch(() => {});
  }, [load]);
}

const codeOptions = { perUser: false };
