'use client';

import type { ReactElement } from 'react';
import { useLoaded } from '../../react/useLoaded.ts';
import { LoadedView } from './LoadedView.tsx';

export interface LazySectionProps<Sections> {
  /** Imports the sections. Must keep its identity. */
  readonly load: () => Promise<Sections>;
  readonly children: (sections: Sections) => ReactElement;
}

/** A section whose code is loaded when its tab is first opened. A failure looks like a failed load of its data. */
export function LazySection<Sections>({ load, children }: LazySectionProps<Sections>): ReactElement {
  return <LoadedView loading={useLoaded(load)}>{children}</LoadedView>;
}
