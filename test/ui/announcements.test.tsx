import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MaintenanceBanner, SignIn, SignOutButton, SignedIn } from '../../src/index.ts';
import { ADA, renderWithApi } from '../support/renderWithApi.tsx';

describe('what is announced', () => {
  it('is one sentence for each change, through a whole maintenance', async () => {
    const app = renderWithApi(
      <>
        <MaintenanceBanner />
        <SignIn />
      </>,
    );
    const submit = screen.getByRole('button', { name: 'Continue' });
    await app.user.type(screen.getByLabelText('Email address'), ADA.emailAddress);
    await app.user.type(screen.getByLabelText('Password'), ADA.password);

    // It begins under the person's own press.
    app.api.setMode('maintenance');
    await app.user.click(submit);
    await waitFor(() => expect(screen.getByRole('form')).toHaveAttribute('data-status', 'failed'));
    await app.advance(200);
    // They press again.
    await app.user.click(submit);
    await app.advance(200);
    // The countdown runs, and a check finds it still on: no news.
    await app.advance(46_000);
    // Not even reads are served any more.
    app.api.setMode('unavailable');
    await act(async () => void (await fetch('/__api/v1/client')));
    await app.advance(200);
    // Reads are served again.
    app.api.setMode('maintenance');
    await app.advance(60_000);
    await app.advance(200);
    // It is over.
    app.api.setMode('operational');
    await app.advance(200_000);
    await app.advance(200);

    expect(app.spoken).toEqual([
      'alert: System under maintenance. Signing in is paused for a moment. What you typed stays here.',
      'alert: System under maintenance. Opens again when the maintenance is over.',
      'status: Temporarily unavailable. The service is under maintenance and will be back shortly. Nobody is signed out, and nothing is lost.',
      'status: System under maintenance. You can read everything and stay signed in; changes open again shortly.',
      'status: Maintenance is over. You can continue where you left off.',
    ]);
  });

  it('is the beginning, politely, for somebody who only reads', async () => {
    const app = renderWithApi(
      <SignedIn>
        <p>Your notes</p>
        <SignOutButton />
      </SignedIn>,
      { service: { users: [ADA], signedInAs: ADA.emailAddress } },
    );
    await screen.findByText('Your notes');
    const before = app.spoken.length;
    app.api.setMode('maintenance');
    await act(async () => void (await fetch('/__api/v1/me', { method: 'POST' })));
    await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('maintenance'));
    await app.advance(200);
    expect(app.spoken.slice(before)).toEqual([
      'status: System under maintenance. You can read everything and stay signed in; changes open again shortly.',
    ]);
  });

  it('is said at once to somebody who comes during a maintenance', async () => {
    const before = renderWithApi(<p>Before</p>);
    await act(async () => void (await before.monitor.report({ status: 503, code: 'maintenance_mode' })));
    const after = renderWithApi(<SignIn />, { monitor: { initialState: before.monitor.getSnapshot() } });
    await after.advance(200);
    expect(after.spoken).toContainEqual(expect.stringMatching(/^status: System under maintenance\./));
  });
});
