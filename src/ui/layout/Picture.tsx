'use client';

import { useState, type ReactElement } from 'react';
import { safeAddress } from '../../protocol/safeAddress.ts';
import { useSlot } from '../styling/useSlot.ts';
import { initialsOf } from './initialsOf.ts';

export interface PictureProps {
  /** The name of the user or organization. Without a picture, its initials are shown. */
  readonly name: string;
  readonly imageUrl?: string | undefined;
  /** `round` for a user, `square` for an organization. Default: round. */
  readonly shape?: 'round' | 'square';
  /** Default: medium. */
  readonly size?: 'small' | 'medium' | 'large';
}

/**
 * The picture of a user or an organization. Hidden from screen readers, because the name is shown beside it.
 *
 * Renders a `<span data-slot="picture">` with `data-shape` and `data-size`.
 */
export function Picture({ name, imageUrl, shape = 'round', size = 'medium' }: PictureProps): ReactElement {
  const slot = useSlot();
  const address = safeAddress('picture', imageUrl);
  const [broken, setBroken] = useState<string>();
  return (
    <span {...slot('picture', { shape, size })} aria-hidden="true">
      {address === undefined || address === '' || address === broken ? (
        initialsOf(name)
      ) : (
        <img {...slot('picture-image')} src={address} alt="" onError={() => setBroken(address)} />
      )}
    </span>
  );
}
