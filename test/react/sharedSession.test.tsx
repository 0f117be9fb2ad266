import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SignedIn, SignedOut, SignIn, SignOutButton } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { enter } from '../support/enter.ts';
import { createFakeBrowser, type FakePlatform } from '../support/fakePlatform.ts';
import { ADA, renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';

const CHANNEL = 'maintenance-kit.session';

interface AppWithTab extends RenderedApp {
  /** Another tab of the browser, and the messages that it received. */
  readonly other: FakePlatform;
  readonly received: readonly unknown[];
}

function renderInTab(): AppWithTab {
  const browser = createFakeBrowser();
  const other = browser.openTab();
  const received: unknown[] = [];
  other.openChannel(CHANNEL, (message) => received.push(message));
  const app = renderWithApi(
    <>
      <SignedIn>
        <SignOutButton />
      </SignedIn>
      <SignedOut>
        <SignIn />
      </SignedOut>
    </>,
    { platform: browser.openTab() },
  );
  return { ...app, other, received };
}

const signOut = (): Promise<HTMLElement> => screen.findByRole('button', { name: english.actions.signOut });
const emailField = (): Promise<HTMLElement> => screen.findByLabelText(english.signIn.email);

/** Signs in and out, and returns the two messages. */
async function visit(app: AppWithTab): Promise<readonly unknown[]> {
  await emailField();
  await enter(app, english.signIn.email, ADA.emailAddress);
  await enter(app, english.signIn.password, ADA.password);
  await app.user.click(screen.getByRole('button', { name: english.signIn.submit }));
  await app.user.click(await signOut());
  await emailField();
  return app.received;
}

describe('the session of a browser', () => {
  it('tells the other tabs who is signed in, as fingerprints', async () => {
    const app = renderInTab();
    const [signedIn, signedOut] = await visit(app);
    expect(Object.values(signedIn as object)).toEqual([expect.any(String), expect.any(String)]);
    expect(signedOut).toEqual({ ...(signedIn as object), owner: null });
    expect(JSON.stringify(app.received)).not.toMatch(/ada|user_|__api/);
  });

  it('is loaded again when another tab signs out, and then tells that too', async () => {
    const app = renderInTab();
    const [signedIn, signedOut] = await visit(app);
    await enter(app, english.signIn.email, ADA.emailAddress);
    await enter(app, english.signIn.password, ADA.password);
    await app.user.click(screen.getByRole('button', { name: english.signIn.submit }));
    await signOut();
    expect(app.received.at(-1)).toEqual(signedIn);

    app.api.endSessions();
    app.other.openChannel(CHANNEL, () => {})?.post(signedOut);
    expect(await emailField()).toBeInTheDocument();
    await waitFor(() => expect(app.received.at(-1)).toEqual(signedOut));
  });

  it.each<[string, (known: object) => unknown]>([
    ['of the same user', (known) => known],
    ['of another backend', (known) => ({ ...known, backend: 'other', owner: null })],
    ['without an owner', (known) => ({ ...known, owner: undefined })],
    ['that is no object', () => 'signed out'],
    ['that is null', () => null],
  ])('is not loaded again for a message %s', async (_name, messageOf) => {
    const app = renderInTab();
    const [, signedOut] = await visit(app);
    const before = app.api.requests.length;
    app.other.openChannel(CHANNEL, () => {})?.post(messageOf(signedOut as object));
    await app.advance(0);
    expect(app.api.requests.length).toBe(before);
  });
});
