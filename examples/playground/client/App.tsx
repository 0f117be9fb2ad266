import { useSyncExternalStore, type ReactElement } from 'react';
import { MaintenanceBanner, SignedIn, SignedOut, SignIn, SignUp } from 'maintenance-kit';
import { Account } from './Account.tsx';
import { Notes } from './Notes.tsx';
import { ServicePanel } from './ServicePanel.tsx';

/** A small application: two forms for those who are signed out, notes for those who are signed in. */
export function App(): ReactElement {
  const isSignUp = useHash() === '#sign-up';
  return (
    <>
      <MaintenanceBanner />
      <header className="bar">
        <a className="brand" href="#sign-in">
          Acme
        </a>
        <SignedIn fallback={null} loading={null}>
          <Account />
        </SignedIn>
      </header>
      <main className="page">
        <SignedOut>
          {isSignUp ? (
            <SignUp application="Acme" signInUrl="#sign-in" />
          ) : (
            <SignIn application="Acme" signUpUrl="#sign-up" />
          )}
        </SignedOut>
        <SignedIn>
          <Notes />
        </SignedIn>
      </main>
      <ServicePanel />
    </>
  );
}

function useHash(): string {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
    () => location.hash,
  );
}
