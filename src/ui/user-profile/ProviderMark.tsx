import type { ReactElement } from 'react';
import { useSlot } from '../parts/slot.ts';

/** The logo of another service, or its first letter. Says nothing aloud: it stands beside the name. */
export function ProviderMark({
  name,
  logoUrl,
}: {
  readonly name: string;
  readonly logoUrl?: string | undefined;
}): ReactElement {
  const slot = useSlot();
  return (
    <span {...slot('page-mark')} aria-hidden="true">
      {logoUrl === undefined ? name.slice(0, 1) : <img src={logoUrl} alt="" width="20" height="20" />}
    </span>
  );
}
