import type { ReactElement } from 'react';
import { safeAddress } from '../../protocol/safeAddress.ts';
import { useSlot } from '../styling/useSlot.ts';

/** The logo of another service, or its first letter. Says nothing aloud: it stands beside the name. */
export function ProviderMark({
  name,
  logoUrl,
}: {
  readonly name: string;
  readonly logoUrl?: string | undefined;
}): ReactElement {
  const slot = useSlot();
  const logo = safeAddress('picture', logoUrl);
  return (
    <span {...slot('page-mark')} aria-hidden="true">
      {logo === undefined ? name.slice(0, 1) : <img src={logo} alt="" width="20" height="20" />}
    </span>
  );
}
