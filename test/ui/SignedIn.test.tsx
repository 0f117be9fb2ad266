import { act, screen, waitFor } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { SignedIn, SignedOut, SignIn, SignOutButton, useSession } from '../../src/index.ts';
import { ADA, renderWithApi, type RenderedApp, type RenderOptions } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

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
  it('show that the session is loading, then one of the two', async () => {
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

  it('show the signed-out view if the session endpoint has no session', async () => {
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

const signInTitle = textOf(english.signIn.titleFor, { application: 'Acme' });

const views = (
  <>
    <input aria-label="Search" />
    <SignedIn>
      <h1>Notes</h1>
      <SignOutButton />
    </SignedIn>
    <SignedOut>
      <SignIn application="Acme" />
    </SignedOut>
  </>
);

async function signIn({ user }: RenderedApp): Promise<void> {
  await user.type(await screen.findByLabelText(english.signIn.email), ADA.emailAddress);
  await user.type(screen.getByLabelText(english.signIn.password), `${ADA.password}{Enter}`);
}

function OwnView(): ReactElement {
  const { status } = useSession();
  const [isLoaded, setIsLoaded] = useState(false);
  if (status !== 'signed-in') return <SignIn onSignedIn={() => setTimeout(() => setIsLoaded(true))} />;
  return isLoaded ? <h1>Notes</h1> : <p>Loading your notes</p>;
}

describe('a change of the session', () => {
  it('a sign-in moves the focus to the heading of the view that appears, and is announced once', async () => {
    const app = renderWithApi(views);
    await signIn(app);
    expect(await screen.findByRole('heading', { name: 'Notes' })).toHaveFocus();
    await app.advance(200);
    expect(app.spoken).toEqual([`status: ${english.session.signedIn}`]);
  });

  it('a sign-out moves the focus to the heading of the sign-in, and is announced once', async () => {
    const app = renderWithApi(views, signedIn);
    await app.user.click(await screen.findByRole('button', { name: english.actions.signOut }));
    expect(await screen.findByRole('heading', { name: signInTitle })).toHaveFocus();
    await app.advance(200);
    expect(app.spoken).toEqual([`status: ${english.session.signedOut}`]);
  });

  it.each([signedIn, {}])('the first answer moves no focus and is not announced: %j', async (options) => {
    const app = renderWithApi(views, options);
    await screen.findByRole('heading');
    await app.advance(200);
    expect(document.body).toHaveFocus();
    expect(app.spoken).toEqual([]);
  });

  it('the focus stays in another part of the page', async () => {
    const app = renderWithApi(views, signedIn);
    await screen.findByRole('heading', { name: 'Notes' });
    await app.user.click(screen.getByLabelText('Search'));
    app.api.endSessions();
    await app.advance(60_000);
    await screen.findByRole('heading', { name: signInTitle });
    await app.advance(200);
    expect(screen.getByLabelText('Search')).toHaveFocus();
    expect(app.spoken).toEqual([`status: ${english.session.signedOut}`]);
  });

  it('the focus moves to the first element of a view without a heading', async () => {
    const app = renderViews(signedIn);
    const notes = await screen.findByText('Your notes');
    notes.tabIndex = 0;
    act(() => notes.focus());
    app.api.endSessions();
    // In steps: the focus waits ten seconds for a view.
    for (let waited = 0; waited < 60_000; waited += 5_000) await app.advance(5_000);
    await waitFor(() => expect(screen.getByText('Please sign in')).toHaveFocus());
  });

  it('a user who reads a page without a focus keeps the place when a view without a heading appears', async () => {
    const app = renderViews(signedIn);
    await screen.findByText('Your notes');
    app.api.endSessions();
    await app.advance(60_000);
    await screen.findByText('Please sign in');
    expect(document.body).toHaveFocus();
  });

  it('the focus moves to the heading of an application’s own view, even if the view loads later', async () => {
    const app = renderWithApi(<OwnView />);
    await signIn(app);
    expect(await screen.findByText('Loading your notes')).toHaveFocus();
    expect(await screen.findByRole('heading', { name: 'Notes' })).toHaveFocus();
  });

  it('a press after the change keeps the focus where the user moves it', async () => {
    const app = renderWithApi(views);
    await signIn(app);
    await screen.findByRole('heading', { name: 'Notes' });
    await app.user.click(document.body);
    const late = document.createElement('h2');
    act(() => document.body.append(late));
    await app.advance(200);
    expect(late).not.toHaveFocus();
    late.remove();
  });
});
