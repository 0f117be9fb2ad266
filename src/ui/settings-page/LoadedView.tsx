'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { useKit } from '../../react/KitContext.ts';
import type { QueryResult } from '../../react/useLoaded.ts';
import { Loading } from '../layout/Loading.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { useSettingsTexts } from './SettingsTexts.ts';

export interface LoadedViewProps<Value> {
  readonly loading: QueryResult<Value>;
  readonly children: (value: Value) => ReactNode;
}

/** Shows a value, a placeholder while it loads, or an error with a button that loads it again. */
export function LoadedView<Value>({ loading, children }: LoadedViewProps<Value>): ReactElement {
  const slot = useSlot();
  const texts = useSettingsTexts();
  switch (loading.status) {
    case 'loading':
      return <Skeleton />;
    case 'failed':
      return (
        <div {...slot('page-failed')}>
          <p>{texts.loadFailed}</p>
          <TryAgain reload={loading.reload} />
        </div>
      );
    case 'loaded':
      return (
        <>
          {loading.stale ? (
            <p {...slot('page-stale')}>
              {texts.stale} <TryAgain reload={loading.reload} />
            </p>
          ) : null}
          {children(loading.value)}
        </>
      );
  }
}

/** Loads the value again and announces a failure. A success removes the button. */
function TryAgain({ reload }: { readonly reload: () => Promise<boolean> }): ReactElement {
  const slot = useSlot();
  const texts = useSettingsTexts();
  const { announcer } = useKit();
  const [isTrying, setIsTrying] = useState(false);

  async function press(): Promise<void> {
    setIsTrying(true);
    if (!(await reload())) announcer.announce(texts.loadFailed, 'assertive');
    setIsTrying(false);
  }

  return (
    <button
      {...slot('button', { pending: isTrying })}
      type="button"
      aria-disabled={isTrying || undefined}
      onClick={() => {
        if (!isTrying) void press();
      }}
    >
      {texts.tryAgain}
    </button>
  );
}

/** A placeholder in the shape of the content. */
function Skeleton(): ReactElement {
  const slot = useSlot();
  return (
    <div {...slot('page-skeleton')}>
      <Loading />
      <span {...slot('page-skeleton-line')} />
      <span {...slot('page-skeleton-line')} />
      <span {...slot('page-skeleton-line')} />
    </div>
  );
}
