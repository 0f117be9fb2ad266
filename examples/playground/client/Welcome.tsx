import type { ReactElement } from 'react';
import { SignIn, SignUp } from 'maintenance-kit';

const promises = [
  ['Nothing lost', 'What you typed stays where it is, through a rejection and through a reload.'],
  ['Nobody signed out', 'You go on reading; no error page takes your session away.'],
  ['No reload', 'When it is over, everything opens again by itself.'],
] as const;

/** The front page: what this is, and the way in. */
export function Welcome({ isSignUp }: { readonly isSignUp: boolean }): ReactElement {
  return (
    <div className="welcome">
      <section className="hero" aria-labelledby="welcome-title">
        <h1 id="welcome-title">Carry on through a maintenance</h1>
        <p className="lead">
          A small application with real accounts and a real database. Put its service into maintenance with
          the panel at the bottom, and watch what becomes of what you are doing.
        </p>
        <dl className="promises">
          {promises.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      {isSignUp ? (
        <SignUp application="Acme" signInUrl="#sign-in" onSignedUp={() => location.assign('#notes')} />
      ) : (
        <SignIn application="Acme" signUpUrl="#sign-up" />
      )}
    </div>
  );
}
