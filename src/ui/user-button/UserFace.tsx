import type { ReactElement } from 'react';
import type { AuthUser } from '../../auth/AuthAdapter.ts';
import { useSlot } from '../parts/slot.ts';

/** A picture of the person, or the first letters of the name. Always beside the name itself. */
export function UserFace({ user }: { readonly user: AuthUser }): ReactElement {
  const slot = useSlot();
  // As an attribute, for the stylesheet to draw: they are no part of what the button is called.
  const initials = user.imageUrl === undefined ? initialsOf(user) : undefined;
  return (
    <span {...slot('face', { initials })} aria-hidden="true">
      {user.imageUrl === undefined ? null : <img src={user.imageUrl} alt="" width="28" height="28" />}
    </span>
  );
}

export function nameOf({ name, email, id }: AuthUser): string {
  return name ?? email ?? id;
}

function initialsOf(user: AuthUser): string {
  const words = nameOf(user).split(/[\s@.]+/);
  return [words[0], user.name === undefined ? '' : words.at(-1)]
    .slice(0, words.length)
    .map((word) => /^./u.exec(word ?? '')?.[0].toUpperCase() ?? '')
    .join('');
}
