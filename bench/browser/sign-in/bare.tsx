import { useState, type ReactElement, type SyntheticEvent } from 'react';

/** The form that a developer writes by hand: two fields, an error, a button that knows that it is sending. */
function BareForm(): ReactElement {
  const [status, setStatus] = useState<'editing' | 'sending' | 'failed'>('editing');

  async function send(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setStatus('sending');
    const response = await fetch('/api/sign-in', { method: 'POST', body: new FormData(event.currentTarget) });
    setStatus(response.ok ? 'editing' : 'failed');
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <h2>Sign in</h2>
      {status === 'failed' ? <p role="alert">That didn’t work.</p> : null}
      <label htmlFor="email">Email</label>
      <input id="email" name="email" type="email" autoComplete="username" required />
      <label htmlFor="password">Password</label>
      <input id="password" name="password" type="password" autoComplete="current-password" required />
      <button type="submit" disabled={status === 'sending'}>
        Sign in
      </button>
    </form>
  );
}

export const createForm = (): ReactElement => <BareForm />;
