import type { ReactElement } from 'react';
import { SignOutButton, useSession } from 'maintenance-kit';

/** Who is signed in, and the way out. */
export function Account(): ReactElement | null {
  const session = useSession();
  if (session.status !== 'signed-in') return null;
  const { name, email } = session.session.user;
  return (
    <div className="account">
      <span className="who">{name ?? email}</span>
      {session.stale ? <span className="stale">offline</span> : null}
      <SignOutButton onSignedOut={() => location.assign('#sign-in')} />
    </div>
  );
}
