'use client';

import { useEffect, type FunctionComponent } from 'react';
import type { PartName } from './createProviderParts.ts';
import { useKit } from './KitContext.ts';

/** Makes the provider render a part from now on. */
export function useProviderPart(name: PartName, part: FunctionComponent): void {
  const { parts } = useKit();
  useEffect(() => parts.add(name, part), [parts, name, part]);
}
