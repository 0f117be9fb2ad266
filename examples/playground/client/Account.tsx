import { type ReactElement } from 'react';
import { useMaintenance, useSession, useSignOut } from 'maintenance-kit';

/** Who is signed in, and the way out. */
export function Account(): ReactElement | null {
  const session = useSession();
  const { mutate: signOut, status } = useSignOut();
  const isClosed = useMaintenance((state) => state.status === 'maintenance');
  if (session.status !== 'signed-in') return null;
  const { name, email } = session.session.user;
  return (
    <div className="account">
      <span className="who">{name ?? email}</span>
      {session.stale ? <span className="stale">offline</span> : null}
      <button
        className="quiet"
        type="button"
        aria-disabled={isClosed || status === 'pending'}
        aria-describedby={isClosed ? 'sign-out-closed' : undefined}
        onClick={() => void signOut().then(() => location.assign('#sign-in'))}
      >
        Sign out
      </button>
      <span id="sign-out-closed" className="why" hidden={!isClosed}>
        Signing out opens again when the maintenance is over
      </span>
    </div>
  );
}
