import { enter } from '../support/enter.ts';
import { screen, waitFor } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { SignedIn, SignedOut, SignIn, SignUp, type AuthAdapter, type SignUpResult } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';
import { maintenanceAnswer } from '../support/answers.ts';
import { ADA, renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';

type Fault = () => Response | Promise<Response>;

const { sessionPending } = english;
const faults: readonly [string, Fault][] = [
  ['an error of the server', () => new Response(null, { status: 500 })],
  ['no connection', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a page of HTML', () => new Response('<h1>Oops</h1>', { headers: { 'content-type': 'text/html' } })],
  ['a maintenance of everything', () => maintenanceAnswer({ 'Retry-After': '1' })],
];

interface PendingApp extends RenderedApp {
  readonly onComplete: ReturnType<typeof vi.fn<() => void>>;
  readonly breakSession: (fault: Fault | undefined) => void;
  readonly sent: (path: string) => number;
}

/** A page whose session endpoint can be broken. */
function renderPage(Form: typeof SignInPage | typeof SignUpPage): PendingApp {
  const onComplete = vi.fn<() => void>();
  let fault: Fault | undefined;
  const app = renderWithApi(<Page Form={Form} onComplete={onComplete} />);
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = typeof input === 'object' && 'url' in input ? input.url : String(input);
    const method = init?.method ?? (typeof input === 'object' && 'method' in input ? input.method : 'GET');
    const isSessionRead = method === 'GET' && /\/v1\/client(\?|$)/.test(url);
    return isSessionRead && fault ? await fault() : await send(input, init);
  };
  return {
    ...app,
    onComplete,
    breakSession(next) {
      fault = next;
    },
    sent: (path) => app.mutations().filter((request) => request === `POST ${path}`).length,
  };
}

function Page({
  Form,
  onComplete,
}: {
  readonly Form: typeof SignInPage;
  readonly onComplete: () => void;
}): ReactElement {
  const [isAway, setIsAway] = useState(false);
  return (
    <>
      <SignedOut>{isAway ? null : <Form onComplete={onComplete} />}</SignedOut>
      <SignedIn>Your notes</SignedIn>
      <button type="button" onClick={() => setIsAway(!isAway)}>
        Leave or return
      </button>
    </>
  );
}

function SignInPage({ onComplete }: { readonly onComplete: () => void }): ReactElement {
  return <SignIn onSignedIn={onComplete} />;
}

function SignUpPage({ onComplete }: { readonly onComplete: () => void }): ReactElement {
  return <SignUp onSignedUp={onComplete} />;
}

async function fillIn(app: RenderedApp): Promise<void> {
  await enter(app, english.signIn.email, ADA.emailAddress);
  await enter(app, english.signIn.password, ADA.password);
  await app.user.keyboard('{Enter}');
}

async function leaveAndReturn({ user }: RenderedApp): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Leave or return' }));
  await user.click(screen.getByRole('button', { name: 'Leave or return' }));
}

async function pending(fault: Fault): Promise<PendingApp> {
  const app = renderPage(SignInPage);
  await screen.findByLabelText(english.signIn.email);
  app.breakSession(fault);
  await fillIn(app);
  await screen.findByRole('heading', { name: sessionPending.signedIn });
  return app;
}

describe('a sign-in that succeeds while the session cannot be read', () => {
  it.each(faults)('shows it after %s, and completes when the session can be read', async (_, fault) => {
    const app = await pending(fault);
    expect(screen.getByText(sessionPending.text)).toBeVisible();
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    expect(app.onComplete).not.toHaveBeenCalled();
    await app.advance(10_000);
    expect(app.onComplete).not.toHaveBeenCalled();

    app.breakSession(undefined);
    await app.advance(120_000);
    expect(await screen.findByText('Your notes')).toBeVisible();
    await waitFor(() => expect(app.onComplete).toHaveBeenCalledTimes(1));
    expect(app.sent('/v1/client/sign_ins')).toBe(1);
  });

  it('announces the pending session once', async () => {
    const app = await pending(() => new Response(null, { status: 500 }));
    await app.advance(20_000);
    expect(app.spoken.filter((words) => words.includes(sessionPending.signedIn))).toEqual([
      `status: ${textOf(english.step.announcement, { title: sessionPending.signedIn, text: sessionPending.text })}`,
    ]);
  });

  it('checks immediately on a press, and shows the result', async () => {
    const app = await pending(() => new Response(null, { status: 500 }));
    const button = screen.getByRole('button', { name: sessionPending.tryAgain });
    await app.user.click(button);
    await app.advance(3000);
    expect(app.spoken).toContain(`alert: ${sessionPending.stillPending}`);

    app.breakSession(undefined);
    await app.user.click(button);
    expect(await screen.findByText('Your notes')).toBeVisible();
    expect(app.onComplete).toHaveBeenCalledTimes(1);
  });

  it("doesn't show the form again to a user who leaves and returns", async () => {
    const app = await pending(() => new Response(null, { status: 500 }));
    await leaveAndReturn(app);
    expect(await screen.findByRole('heading', { name: sessionPending.signedIn })).toBeVisible();
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    app.breakSession(undefined);
    await app.user.click(screen.getByRole('button', { name: sessionPending.tryAgain }));
    expect(await screen.findByText('Your notes')).toBeVisible();
    await waitFor(() => expect(app.onComplete).toHaveBeenCalledTimes(1));
    expect(app.sent('/v1/client/sign_ins')).toBe(1);
  });

  it('shows an error if the API answers that there is no session', async () => {
    const app = await pending(() => new Response(null, { status: 500 }));
    app.breakSession(() => Response.json({ response: null, client: null }));
    await app.user.click(screen.getByRole('button', { name: sessionPending.tryAgain }));
    expect(await screen.findByText(english.errors.session_missing)).toBeVisible();
    expect(screen.getByRole('form')).toBeVisible();
    expect(app.onComplete).not.toHaveBeenCalled();
  });
});

describe('a rejection while a new session is pending', () => {
  it.each(['the session read', 'another mutation'])(
    'is not shown as a rejection of the sign-in: %s',
    async (what) => {
      const app = await pending(() => maintenanceAnswer({ 'Retry-After': '1' }));
      if (what === 'another mutation') {
        app.api.setMode('maintenance');
        await fetch('/__api/v1/me', { method: 'POST' });
      }
      app.breakSession(() => Response.json({ response: null, client: null }));
      await app.user.click(screen.getByRole('button', { name: sessionPending.tryAgain }));
      // While reads are rejected too, a panel covers the form.
      expect(await screen.findByText(english.errors.session_missing)).toBeInTheDocument();
      expect(screen.queryByText(english.errors.maintenance_mode)).not.toBeInTheDocument();
    },
  );
});

describe('a sign-up that succeeds while the session cannot be read', () => {
  it('shows it, and completes when the session can be read', async () => {
    const app = renderPage(SignUpPage);
    await app.user.type(await screen.findByLabelText(english.signUp.name), 'Grace Hopper');
    await app.user.type(screen.getByLabelText(english.signUp.email), 'grace@example.com');
    app.breakSession(() => new Response(null, { status: 500 }));
    await app.user.type(screen.getByLabelText(english.signUp.password), 'nanoseconds{Enter}');
    expect(await screen.findByRole('heading', { name: sessionPending.signedUp })).toBeVisible();
    expect(app.onComplete).not.toHaveBeenCalled();

    app.breakSession(undefined);
    await app.advance(60_000);
    expect(await screen.findByText('Your notes')).toBeVisible();
    expect(app.onComplete).toHaveBeenCalledTimes(1);
    expect(app.sent('/v1/client/sign_ups')).toBe(1);
  });
});

async function signUp(app: RenderedApp): Promise<void> {
  await app.user.type(await screen.findByLabelText(english.signUp.name), 'Grace Hopper');
  await app.user.type(screen.getByLabelText(english.signUp.email), 'grace@example.com');
  await app.user.type(screen.getByLabelText(english.signUp.password), 'nanoseconds{Enter}');
}

function renderSignUp(result: SignUpResult, loadSession: () => Promise<null>): RenderedApp {
  const onComplete = vi.fn<() => void>();
  const adapter = { ...frontendApiAdapter({ baseUrl: '/__api' }), loadSession };
  const app = renderWithApi(<SignUp signInUrl="/sign-in" onSignedUp={onComplete} />, {
    adapter: { ...adapter, signUp: () => Promise.resolve(result) },
  });
  onTestFinished(() => expect(onComplete).not.toHaveBeenCalled());
  return app;
}

describe('a sign-up that creates an account without a session', () => {
  const { accountCreated } = english;

  const noSession = (): Promise<null> => Promise.resolve(null);
  const lateNoSession = (): (() => Promise<null>) => {
    let loads = 0;
    return () => {
      loads += 1;
      return loads === 2 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(null);
    };
  };

  it.each<[string, SignUpResult, () => Promise<null>, string]>([
    ['the session endpoint has no session', { status: 'complete' }, noSession, accountCreated.text],
    ['the session endpoint has none later', { status: 'complete' }, lateNoSession(), accountCreated.text],
    ['the backend asks for a sign-in', { status: 'needs-sign-in' }, noSession, accountCreated.text],
    [
      'the backend sends a link',
      { status: 'needs-sign-in', confirmEmail: true },
      noSession,
      accountCreated.confirmEmail,
    ],
  ])('shows that the account exists, and links to the sign-in: %s', async (_, result, loadSession, text) => {
    const app = renderSignUp(result, loadSession);
    await signUp(app);
    await app.advance(10_000);
    expect(await screen.findByRole('heading', { name: accountCreated.title })).toBeVisible();
    expect(screen.getByText(text)).toBeVisible();
    expect(screen.getByRole('link', { name: accountCreated.signIn })).toHaveAttribute('href', '/sign-in');
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    expect(screen.queryByText(english.errors.session_missing)).not.toBeInTheDocument();
    await app.advance(10_000);
    expect(app.spoken.filter((words) => words.includes(accountCreated.title))).toEqual([
      `status: ${textOf(english.step.announcement, { title: accountCreated.title, text })}`,
    ]);
  });

  it('returns to the sign-in form if the sign-in created the account', async () => {
    const adapter: AuthAdapter = {
      ...frontendApiAdapter({ baseUrl: '/__api' }),
      loadSession: noSession,
      finishProviderSignIn: () => Promise.resolve({ status: 'needs-sign-in' }),
    };
    history.replaceState(null, '', '/?maintenance-kit-return=sign-in');
    const app = renderWithApi(<SignIn />, { adapter });
    await app.user.click(await screen.findByRole('button', { name: accountCreated.signIn }));
    expect(screen.getByRole('form')).toBeVisible();
  });
});

describe('a form that the user leaves while it submits', () => {
  it('stays busy when the user returns, and completes once', async () => {
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const onComplete = vi.fn<() => void>();
    const app = renderWithApi(<Page Form={SignInPage} onComplete={onComplete} />, {
      service: { delay: ({ method }) => (method === 'POST' ? gate : Promise.resolve()) },
    });
    await fillIn(app);
    await leaveAndReturn(app);
    const button = await screen.findByRole('button', { name: english.signIn.submitting });
    await app.user.click(button);
    release();
    expect(await screen.findByText('Your notes')).toBeVisible();
    await waitFor(() => expect(onComplete).toHaveBeenCalledTimes(1));
    expect(app.mutations().filter((request) => request.includes('sign_ins'))).toHaveLength(1);
  });
});
