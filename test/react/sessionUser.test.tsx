import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { useRef, useState, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  ActionButton,
  SignedIn,
  SignedOut,
  SignIn,
  useDraft,
  useLoaded,
  UserProfile,
} from '../../src/index.ts';
import { english as texts } from '../../src/messages/english.ts';
import { answerFetch } from '../support/answers.ts';
import { createTextStorage, createFakePlatform } from '../support/fakePlatform.ts';
import { ADA, renderWithApi, type RenderedApp, type RenderOptions } from '../support/renderWithApi.tsx';

const BOB = { emailAddress: 'bob@example.com', password: 'battery staple horse' } as const;
const service = {
  users: [
    { ...ADA, firstName: 'Ada' },
    { ...BOB, firstName: 'Bob' },
  ],
  signedInAs: ADA.emailAddress,
};
const TYPED = 'difference engine no. 2';

/** Returns ids that are the same for each emulator with the same users. */
function countIds(): () => string {
  let count = 0;
  return () => String((count += 1));
}

function renderApplication(options: RenderOptions = {}): RenderedApp {
  return renderWithApi(
    <>
      <SignedIn>
        <UserProfile />
      </SignedIn>
      <SignedOut>
        <SignIn />
      </SignedOut>
    </>,
    { ...options, service: { ...service, randomId: countIds(), ...options.service } },
  );
}

const firstName = (): Promise<HTMLElement> => screen.findByLabelText(texts.profileDetails.firstName);

async function openPasswordForm({ user }: RenderedApp): Promise<void> {
  await user.click(await screen.findByRole('tab', { name: texts.security.tab }));
  await user.click(await screen.findByRole('button', { name: texts.security.changePassword }));
  await screen.findByLabelText(texts.security.currentPassword);
}

/** Types a name and two passwords as Ada, and saves nothing. */
async function typeAsAda(app: RenderedApp): Promise<void> {
  await app.user.type(await firstName(), ' Augusta');
  await openPasswordForm(app);
  await app.user.type(screen.getByLabelText(texts.security.currentPassword), ADA.password);
  await app.user.type(screen.getByLabelText(texts.security.newPassword), TYPED);
}

/** Signs in as Bob in another tab of the browser. */
async function signInElsewhere({ api }: RenderedApp): Promise<void> {
  api.endSessions();
  const response = await api.fetch(
    new Request('https://app.example/__api/v1/client/sign_ins', {
      method: 'POST',
      body: new URLSearchParams({ identifier: BOB.emailAddress, password: BOB.password }),
    }),
  );
  expect(response.status).toBe(200);
}

async function expectNothingOfAda(app: RenderedApp): Promise<void> {
  await waitFor(async () => expect(await firstName()).toHaveValue('Bob'));
  await openPasswordForm(app);
  expect(screen.getByLabelText(texts.security.currentPassword)).toHaveValue('');
  expect(screen.getByLabelText(texts.security.newPassword)).toHaveValue('');
}

/** A form of the application that stays mounted for every user, with an uncontrolled and a controlled field. */
function Feedback(): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  const [secret, setSecret] = useState('');
  useDraft('feedback', form);
  return (
    <form ref={form}>
      <input name="text" aria-label="Text" />
      <input
        name="secret"
        type="password"
        aria-label="Secret"
        value={secret}
        onChange={({ target }) => setSecret(target.value)}
      />
    </form>
  );
}

/** A list of the application that stays mounted for every user. */
function Names({ load }: { readonly load: () => Promise<string> }): ReactElement {
  const loaded = useLoaded(load);
  return <p>{loaded.status === 'loaded' ? loaded.value : 'Loading'}</p>;
}

describe('a component that stays mounted', () => {
  it('fields show no input of a user who signed out', async () => {
    const app = renderWithApi(
      <>
        <Feedback />
        <SignedIn>Signed in</SignedIn>
        <SignedOut>Signed out</SignedOut>
      </>,
      { service },
    );
    await screen.findByText('Signed in');
    await app.user.type(screen.getByLabelText('Text'), 'from Ada');
    await app.user.type(screen.getByLabelText('Secret'), TYPED);
    app.api.endSessions();
    await app.advance(60_000);
    await screen.findByText('Signed out');
    expect(screen.getByLabelText('Text')).toHaveValue('');
    expect(screen.getByLabelText('Secret')).toHaveValue('');
  });

  it('the text of a visitor stays on sign-in', async () => {
    const app = renderWithApi(
      <>
        <Feedback />
        <SignedIn>Signed in</SignedIn>
        <SignedOut>
          <SignIn />
        </SignedOut>
      </>,
      { service: { users: [ADA] } },
    );
    await app.user.type(await screen.findByLabelText(texts.signIn.email), ADA.emailAddress);
    await app.user.type(screen.getByLabelText('Text'), 'from a visitor');
    await app.user.type(screen.getByLabelText(texts.signIn.password), ADA.password);
    await app.user.click(screen.getByRole('button', { name: texts.signIn.submit }));
    await screen.findByText('Signed in');
    expect(screen.getByLabelText('Text')).toHaveValue('from a visitor');
  });

  it('lists load again for another user, and never show the previous user’s', async () => {
    const answers = ['List of Ada'];
    const load = (): Promise<string> => {
      const answer = answers.shift();
      return answer === undefined ? new Promise(() => {}) : Promise.resolve(answer);
    };
    const app = renderWithApi(
      <>
        <Names load={load} />
        <SignedIn>Signed in</SignedIn>
      </>,
      { service },
    );
    await screen.findByText('List of Ada');
    // The session's first answer: the list doesn't wait for it.
    await screen.findByText('Signed in');
    await signInElsewhere(app);
    await app.advance(60_000);
    expect(await screen.findByText('Loading')).toBeVisible();
  });
});

describe('the input of a user', () => {
  it('the next user sees no input from an ended session', async () => {
    const platform = createFakePlatform();
    platform.draftStorage = createTextStorage();
    const app = renderApplication({ platform });
    await typeAsAda(app);
    app.api.endSessions();
    await app.advance(60_000);
    const email = await screen.findByLabelText(texts.signIn.email);
    expect(platform.draftStorage.getItem('maintenance-kit:drafts')).toBeNull();

    await app.user.type(email, BOB.emailAddress);
    await app.user.type(screen.getByLabelText(texts.signIn.password), BOB.password);
    await app.user.click(screen.getByRole('button', { name: texts.signIn.submit }));
    await expectNothingOfAda(app);
  });

  it('input is cleared when another user signs in in another tab', async () => {
    const app = renderApplication();
    await typeAsAda(app);
    await signInElsewhere(app);
    await app.advance(60_000);
    await expectNothingOfAda(app);
    expect(screen.queryByDisplayValue(TYPED)).not.toBeInTheDocument();
  });

  it('input returns after a reload for the same user only', async () => {
    const platform = createFakePlatform();
    platform.draftStorage = createTextStorage();
    const first = renderApplication({ platform });
    await first.user.type(await firstName(), ' Augusta');
    cleanup();
    renderApplication({ platform });
    await waitFor(async () => expect(await firstName()).toHaveValue('Ada Augusta'));
    cleanup();
    renderApplication({ platform, service: { signedInAs: BOB.emailAddress } });
    expect(await firstName()).toHaveValue('Bob');
  });

  it('input stays while the session is unreachable', async () => {
    const app = renderApplication();
    await app.user.type(await firstName(), ' Augusta');
    app.api.setMode('unavailable');
    await app.advance(120_000);
    expect(screen.getByLabelText(texts.profileDetails.firstName)).toHaveValue('Ada Augusta');
  });
});

/** Defers an action of each of two buttons with one label, as Ada. */
async function defer(run: (index: number) => Promise<void>): Promise<RenderedApp> {
  const app = renderWithApi(
    <SignedIn>
      {[0, 1].map((index) => (
        <div key={index} data-testid={index}>
          <ActionButton label="Archive" run={() => run(index)} canWait />
        </div>
      ))}
    </SignedIn>,
    { service },
  );
  await screen.findAllByRole('button', { name: 'Archive' });
  app.api.setMode('maintenance');
  await fetch('/__api/v1/me', { method: 'POST' });
  await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('maintenance'));
  for (const index of [0, 1]) {
    // In order: the first dialog closes before the next button is pressed.
    await app.user.click(
      within(screen.getByTestId(String(index))).getByRole('button', { name: 'Archive', hidden: true }),
    );
    await app.user.click(await screen.findByRole('button', { name: texts.actions.defer }));
  }
  return app;
}

describe('a deferred action', () => {
  it('two buttons with one label each run their action, in order and once', async () => {
    const ran: number[] = [];
    const app = await defer((index) => Promise.resolve(void ran.push(index)));
    app.api.setMode('operational');
    await app.advance(120_000);
    await waitFor(() => expect(ran).toEqual([0, 1]));
    await app.advance(120_000);
    expect(ran).toEqual([0, 1]);
  });

  it('a deferred action waits while the session cannot be loaded', async () => {
    const run = vi.fn<(index: number) => Promise<void>>(() => Promise.resolve());
    const app = await defer(run);
    const stop = answerFetch((request) =>
      new URL(request.url).pathname.endsWith('/client')
        ? Promise.reject(new TypeError('offline'))
        : app.api.fetch(request),
    );
    app.api.setMode('operational');
    await app.advance(120_000);
    expect(app.monitor.getSnapshot().status).toBe('operational');
    expect(run).not.toHaveBeenCalled();
    stop();
    await app.advance(120_000);
    await waitFor(() => expect(run.mock.calls).toEqual([[0], [1]]));
  });

  it('a deferred action doesn’t run in the session of another user', async () => {
    const run = vi.fn<(index: number) => Promise<void>>(() => Promise.resolve());
    const app = await defer(run);
    app.platform.setAttended(false);
    app.api.setMode('operational');
    await signInElsewhere(app);
    app.platform.setAttended(true);
    await app.advance(180_000);
    expect(app.monitor.getSnapshot().status).toBe('operational');
    expect(run).not.toHaveBeenCalled();
  });
});
