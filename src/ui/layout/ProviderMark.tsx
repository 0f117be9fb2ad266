'use client';

import { useState, type ReactElement } from 'react';
import type { AuthProvider } from '../../auth/SessionPort.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import { safeAddress } from '../../protocol/safeAddress.ts';
import { useSlot } from '../styling/useSlot.ts';
import { providerMarks } from './providerMarks.ts';

/**
 * The mark of a provider: the backend's logo, else the provider's mark in the color of the text, else the first
 * letter of its name. Hidden from screen readers, because the name is shown beside it.
 *
 * Renders an `<img>`, an `<svg>` or a `<span>`, each with `data-slot="provider-mark"`.
 */
export function ProviderMark({ id, name, logoUrl }: AuthProvider): ReactElement {
  const slot = useSlot();
  const [broken, setBroken] = useState<string>();
  const address = safeAddress('picture', logoUrl);
  if (address && address !== broken) {
    return (
      <img
        {...slot('provider-mark')}
        src={address}
        alt=""
        width="18"
        height="18"
        onError={() => setBroken(address)}
      />
    );
  }
  const path = lookUp(providerMarks, id);
  return path === undefined ? (
    // The stylesheet renders the attribute: text would be part of the button's visible label.
    <span {...slot('provider-mark', { initial: name.slice(0, 1) })} aria-hidden="true" />
  ) : (
    <svg {...slot('provider-mark')} viewBox="0 0 24 24" width="1.125rem" height="1.125rem" aria-hidden="true">
      <path fill="currentColor" d={path} />
    </svg>
  );
}
