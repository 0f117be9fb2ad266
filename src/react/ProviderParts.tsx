'use client';

import { useSyncExternalStore, type ReactElement } from 'react';
import { noParts } from './createProviderParts.ts';
import { useKit } from './KitContext.ts';

/** Renders the parts of the provider that its components need. */
export function ProviderParts(): ReactElement {
  const { parts } = useKit();
  const shown = useSyncExternalStore(parts.subscribe, parts.getSnapshot, () => noParts);
  return (
    <>
      {[...shown].map(([name, Part]) => (
        <Part key={name} />
      ))}
    </>
  );
}
