import type { ReactElement } from 'react';
import { SignIn, SignUp } from 'maintenance-kit';
import { titles } from './routes.ts';
import { useDocumentTitle } from './useDocumentTitle.ts';

const promises = [
  ['Nothing lost', 'Your input survives rejections and reloads.'],
  ['Still signed in', 'You keep reading. No error signs you out.'],
  ['No reload', 'After maintenance, everything works again on its own.'],
] as const;

/** The front page: a description, and the form to sign in or up. */
export function Welcome({ isSignUp }: { readonly isSignUp: boolean }): ReactElement {
  useDocumentTitle(titles[isSignUp ? '#sign-up' : '#sign-in']);
  return (
    <div className="welcome">
      <section className="hero" aria-labelledby="welcome-title">
        <h1 id="welcome-title">Keep going through maintenance</h1>
        <p className="lead">
          A small application with real accounts and a real database. Start maintenance with the panel at the
          bottom, and see what happens to your work.
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
