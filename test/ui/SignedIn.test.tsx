import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SignedIn, SignedOut } from '../../src/index.ts';
import { ADA, renderWithApi, type RenderedApp, type RenderOptions } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';

function renderViews(options: RenderOptions = {}): RenderedApp {
  return renderWithApi(
    <>
      <SignedIn>
        <p>Your notes</p>
      </SignedIn>
      <SignedOut>
        <p>Please sign in</p>
      </SignedOut>
    </>,
    options,
  );
}

const signedIn = { service: { users: [ADA], signedInAs: ADA.emailAddress } };

describe('SignedIn and SignedOut', () => {
  it('say that the session is on its way, and then show one of the two', async () => {
    renderViews();
    expect(screen.getByText(english.sessionPending.trying)).toBeInTheDocument();
    expect(await screen.findByText('Please sign in')).toBeVisible();
    expect(screen.queryByText('Your notes')).not.toBeInTheDocument();
  });

  it('SignedIn shows its children for a signed-in user', async () => {
    renderViews(signedIn);
    expect(await screen.findByText('Your notes')).toBeVisible();
    expect(screen.queryByText('Please sign in')).not.toBeInTheDocument();
  });

  it.each(['maintenance', 'unavailable'] as const)(
    'the user stays signed in when the service is in %s',
    async (mode) => {
      const app = renderViews(signedIn);
      const view = await screen.findByText('Your notes');
      app.api.setMode(mode);
      await app.advance(600_000);
      expect(view).toBeVisible();
      expect(screen.queryByText('Please sign in')).not.toBeInTheDocument();
    },
  );

  it('the user stays signed in when the network fails, or a proxy answers with HTML', async () => {
    let isBroken = false;
    const app = renderViews({
      service: {
        ...signedIn.service,
        delay: async () => {
          if (isBroken) throw new TypeError('Failed to fetch');
        },
      },
    });
    const view = await screen.findByText('Your notes');
    app.api.setMode('unavailable', { format: 'html' });
    await app.advance(300_000);
    isBroken = true;
    await app.advance(300_000);
    expect(view).toBeVisible();
  });

  it('sign out when the session endpoint says so', async () => {
    const app = renderViews(signedIn);
    await screen.findByText('Your notes');
    app.api.endSessions();
    await app.advance(60_000);
    expect(await screen.findByText('Please sign in')).toBeVisible();
  });

  it('a panel is shown while the session is unknown, and the children return automatically', async () => {
    const app = renderViews({
      ...signedIn,
      service: { ...signedIn.service, delay: async () => Promise.resolve() },
    });
    app.api.setMode('unavailable');
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: english.unavailable.title })).toBeVisible(),
    );
    expect(screen.queryByText('Please sign in')).not.toBeInTheDocument();
    app.api.setMode('operational');
    await app.advance(300_000);
    expect(await screen.findByText('Your notes')).toBeVisible();
  });
});
