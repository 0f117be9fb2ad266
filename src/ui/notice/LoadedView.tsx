'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { useKit } from '../../react/KitContext.ts';
import type { Loading as LoadingValue } from '../../react/useLoaded.ts';
import { Loading } from '../layout/Loading.tsx';
import { useSlot } from '../styling/useSlot.ts';

interface LoadedViewTexts {
  readonly loadFailed: string;
  /** Beside what is shown although it could not be asked for again. */
  readonly stale: string;
  readonly tryAgain: string;
}

export interface LoadedViewProps<Value> {
  readonly loading: LoadingValue<Value>;
  readonly texts: LoadedViewTexts;
  readonly children: (value: Value) => ReactNode;
}

/** What was asked for, that it is on its way, or that it did not come, with a button that asks again. */
export function LoadedView<Value>({ loading, texts, children }: LoadedViewProps<Value>): ReactElement {
  const slot = useSlot();
  switch (loading.status) {
    case 'loading':
      return <Skeleton />;
    case 'failed':
      return (
        <div {...slot('page-failed')}>
          <p>{texts.loadFailed}</p>
          <TryAgain texts={texts} reload={loading.reload} />
        </div>
      );
    case 'loaded':
      return (
        <>
          {loading.stale ? (
            <p {...slot('page-stale')}>
              {texts.stale} <TryAgain texts={texts} reload={loading.reload} />
            </p>
          ) : null}
          {children(loading.value)}
        </>
      );
  }
}

/** Asks again, and says aloud that it did not help: where it did, the button is gone. */
function TryAgain({
  texts,
  reload,
}: {
  readonly texts: LoadedViewTexts;
  readonly reload: () => Promise<boolean>;
}): ReactElement {
  const slot = useSlot();
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

/** The shape of what is to come. */
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
