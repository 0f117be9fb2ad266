import { enter } from '../support/enter.ts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { SignedIn, SignedOut, SignIn } from '../../src/index.ts';
import { createTextStorage, createFakePlatform } from '../support/fakePlatform.ts';
import { ADA, renderWithApi, type RenderedApp, type RenderOptions } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../support/textOf.ts';

const email = (): HTMLInputElement => screen.getByLabelText(english.signIn.email);
const password = (): HTMLInputElement => screen.getByLabelText(english.signIn.password);
const submit = (): HTMLElement => screen.getByRole('button', { name: english.signIn.submit });

function Elsewhere(): ReactElement {
  const [isElsewhere, setIsElsewhere] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsElsewhere(!isElsewhere)}>
        Elsewhere
      </button>
      {isElsewhere ? null : <SignIn />}
    </>
  );
}

async function typed(options: RenderOptions = {}, secret: string = ADA.password): Promise<RenderedApp> {
  const app = renderWithApi(<SignIn />, options);
  await enter(app, english.signIn.email, ADA.emailAddress);
  await enter(app, english.signIn.password, secret);
  return app;
}

async function fiveTimes(press: () => Promise<void>): Promise<void> {
  for (let presses = 0; presses < 5; presses++) await press();
}

/** Submits the form, which a maintenance that has begun rejects. */
async function rejected(options: RenderOptions = {}): Promise<RenderedApp> {
  const app = await typed(options);
  app.api.setMode('maintenance');
  await app.user.click(submit());
  await screen.findByText(english.signIn.paused);
  await waitFor(() => expect(screen.getByRole('form')).toHaveAttribute('data-status', 'failed'));
  await app.advance(200);
  return app;
}

describe('SignIn', () => {
  it('signs in, and announces it when the session is loaded', async () => {
    const onSignedIn = vi.fn<() => void>();
    const app = renderWithApi(<SignIn onSignedIn={onSignedIn} />);
    await app.user.type(email(), ADA.emailAddress);
    await app.user.type(password(), `${ADA.password}{Enter}`);
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
    expect(app.mutations()).toEqual(['POST /v1/client/sign_ins']);
  });

  it('names the empty fields, and moves the focus to the first one', async () => {
    const app = renderWithApi(<SignIn />);
    await app.user.click(submit());
    expect(email()).toHaveFocus();
    expect(email()).toBeInvalid();
    expect(email()).toHaveAccessibleDescription(english.missing.email);
    expect(app.mutations()).toEqual([]);
  });

  it("shows the kit's text for an error of the API, clears the password and focuses it", async () => {
    const app = await typed({}, 'wrong');
    await app.user.click(submit());
    await waitFor(() => expect(password()).toHaveValue(''));
    expect(password()).toHaveFocus();
    expect(email()).toHaveValue(ADA.emailAddress);
    expect(document.body).toHaveTextContent(english.errors.invalid_credentials);
  });

  it('prefers the text for the code of the backend', async () => {
    const app = await typed({ messages: { errors: { form_password_incorrect: 'Not that one.' } } }, 'wrong');
    await app.user.click(submit());
    expect(await screen.findByText('Not that one.')).toBeVisible();
  });

  it('shows that the service is unreachable if no response arrives', async () => {
    const app = await typed({ service: { delay: () => Promise.reject(new TypeError('Failed to fetch')) } });
    await app.user.click(submit());
    expect(await screen.findByText(patternOf(english.errors.unreachable))).toBeVisible();
    expect(password()).toHaveValue(ADA.password);
  });
});

describe('SignIn that a maintenance rejects', () => {
  it('keeps the input, including the password, and the focus', async () => {
    await rejected();
    expect(email()).toHaveValue(ADA.emailAddress);
    expect(password()).toHaveValue(ADA.password);
    expect(submit()).toHaveFocus();
  });

  it('disables the button, keeps it in the tab order, and gives the reason', async () => {
    await rejected();
    expect(submit()).toHaveAttribute('aria-disabled', 'true');
    expect(submit()).not.toHaveAttribute('disabled');
    expect(submit()).toHaveAccessibleDescription(english.maintenance.availableAgain);
  });

  it('keeps the fields editable', async () => {
    const app = await rejected();
    await app.user.type(email(), '.org');
    expect(email()).toHaveValue(`${ADA.emailAddress}.org`);
    expect(email()).toBeEnabled();
  });

  it.each<[string, (app: RenderedApp) => Promise<void>]>([
    ['a click', ({ user }) => user.click(submit())],
    ['the space bar', ({ user }) => user.keyboard(' ')],
    ['Enter on the button', ({ user }) => user.keyboard('{Enter}')],
    ['Enter in a field', ({ user }) => user.type(password(), '{Enter}')],
    [
      'a submission by script',
      async () => {
        await act(async () => password().form?.requestSubmit());
      },
    ],
  ])('sends nothing after five times %s', async (_name, press) => {
    const app = await rejected();
    const before = app.mutations();
    await fiveTimes(() => press(app));
    await app.advance(1_000);
    expect(app.mutations()).toEqual(before);
  });

  it('the rejection is announced once, without the same change from elsewhere', async () => {
    const { spoken } = await rejected();
    expect(spoken).toEqual([
      `alert: ${textOf(english.notice.announcement, { title: english.maintenance.title, text: english.signIn.paused })}`,
    ]);
  });

  it('announces the reason again on each press', async () => {
    const app = await rejected();
    await app.user.click(submit());
    await app.advance(200);
    await app.user.click(submit());
    await app.advance(200);
    expect(app.spoken.slice(1)).toEqual([
      `alert: ${english.maintenance.blocked}`,
      `alert: ${english.maintenance.blocked}`,
    ]);
  });

  it('enables the button when the maintenance is over, and sends the input on a press', async () => {
    const app = await rejected();
    app.api.setMode('operational');
    const sent = app.mutations();
    await app.advance(45_000);
    await screen.findByText(textOf(english.notice.titleInLine, english.over));
    expect(app.spoken.at(-1)).toBe(`status: ${textOf(english.notice.announcement, english.over)}`);
    expect(submit()).not.toHaveAttribute('aria-disabled');
    expect(submit()).toHaveFocus();
    expect(app.mutations()).toEqual(sent);

    await app.user.click(submit());
    await waitFor(() => expect(app.mutations()).toHaveLength(sent.length + 1));
    await waitFor(() => expect(app.api.requests.at(-1)).toMatchObject({ method: 'GET', path: '/v1/client' }));
    expect(screen.queryByText(textOf(english.notice.titleInLine, english.over))).not.toBeInTheDocument();
  });

  it.each(['flat', 'envelope'] as const)('recognizes the format "%s"', async (format) => {
    const app = await typed();
    app.api.setMode('maintenance', { format });
    await app.user.click(submit());
    expect(await screen.findByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible();
  });

  it('treats an HTML 503 as a failure, not as a maintenance', async () => {
    const app = await typed();
    app.api.setMode('maintenance', { format: 'html' });
    await app.user.click(submit());
    expect(await screen.findByText(english.errors.unexpected)).toBeVisible();
    expect(app.monitor.getSnapshot().status).toBe('operational');
    expect(password()).toHaveValue(ADA.password);
  });

  it("detects maintenance from the adapter's error if fetch isn't watched", async () => {
    const app = await rejected({ watch: false });
    expect(app.monitor.getSnapshot()).toMatchObject({ status: 'maintenance', attempt: 1 });
    app.api.setMode('operational');
    await app.advance(45_000);
    expect(await screen.findByText(textOf(english.notice.titleInLine, english.over))).toBeVisible();
  });
});

describe('SignIn while a maintenance is known', () => {
  it('is disabled from the start, and sends nothing', async () => {
    const app = renderWithApi(<SignIn />);
    app.api.setMode('maintenance');
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    expect(submit()).toHaveAttribute('aria-disabled', 'true');
    await app.user.type(email(), `${ADA.emailAddress}{Enter}`);
    expect(app.mutations()).toEqual([]);
  });

  it('counts down to the next check, and checks immediately on a press', async () => {
    const app = await rejected();
    expect(screen.getByRole('timer')).toHaveTextContent(
      textOf(english.maintenance.nextCheckIn, { time: '0:45' }),
    );
    await app.advance(3_000);
    expect(screen.getByRole('timer')).toHaveTextContent(
      textOf(english.maintenance.nextCheckIn, { time: '0:42' }),
    );
    await app.user.click(screen.getByRole('button', { name: english.maintenance.checkNow }));
    await screen.findByText(patternOf(english.maintenance.nextCheckIn));
    await app.advance(200);
    expect(app.spoken.at(-1)).toMatch(patternOf(english.maintenance.stillOnAnnouncement));
  });

  it('keeps the focus when the notice changes', async () => {
    const app = await rejected();
    app.api.setMode('operational');
    await app.user.click(screen.getByRole('button', { name: english.maintenance.checkNow }));
    const dismiss = await screen.findByRole('button', { name: english.over.dismiss });
    expect(dismiss).toHaveFocus();
    await app.user.click(dismiss);
    expect(dismiss).not.toBeInTheDocument();
    expect(document.activeElement).not.toBe(document.body);
  });
});

describe('SignIn while even reads are rejected', () => {
  it('gives way to a panel, and returns with its input and focus', async () => {
    const app = await typed();
    app.api.setMode('unavailable');
    await app.user.click(submit());
    await app.advance(60_000);
    await screen.findByRole('heading', { name: english.unavailable.title });
    expect(screen.queryByRole('button', { name: english.signIn.submit })).not.toBeInTheDocument();
    expect(document.activeElement).not.toBe(document.body);

    app.api.setMode('operational');
    await app.advance(200_000);
    await waitFor(() => expect(submit()).toBeVisible());
    expect(email()).toHaveValue(ADA.emailAddress);
    expect(password()).toHaveValue(ADA.password);
    expect(submit()).toHaveFocus();
  });
});

describe('the draft', () => {
  it('survives an unmount, including the password', async () => {
    const app = renderWithApi(<Elsewhere />);
    await app.user.type(email(), ADA.emailAddress);
    await app.user.type(password(), ADA.password);
    await app.user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    await app.user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(email()).toHaveValue(ADA.emailAddress);
    expect(password()).toHaveValue(ADA.password);
  });

  it('survives a reload, without the password', async () => {
    const app = await typed();
    app.remount();
    expect(email()).toHaveValue(ADA.emailAddress);
    expect(password()).toHaveValue('');
  });

  it('never stores a password, not even a revealed one', async () => {
    const platform = createFakePlatform();
    const storage = createTextStorage();
    const setItem = vi.spyOn(storage, 'setItem');
    platform.draftStorage = storage;
    const app = renderWithApi(<SignIn />, { platform });
    await app.user.click(screen.getByRole('button', { name: english.field.show }));
    await app.user.type(password(), ADA.password);
    await app.user.type(email(), ADA.emailAddress);
    expect(password()).toHaveAttribute('type', 'text');
    platform.hidePage();
    expect(JSON.stringify(setItem.mock.calls)).not.toContain('correct');
  });

  it('is cleared after it was sent', async () => {
    const platform = createFakePlatform();
    const app = await typed({ platform });
    platform.hidePage();
    expect(platform.draftStorage?.getItem('maintenance-kit:drafts')).toContain(ADA.emailAddress);
    await app.user.click(submit());
    await waitFor(() => expect(platform.draftStorage?.getItem('maintenance-kit:drafts')).toBeNull());
  });

  it('is cleared after it was sent if the form unmounts with the new session', async () => {
    const platform = createFakePlatform();
    const app = renderWithApi(
      <>
        <SignedOut>
          <SignIn />
        </SignedOut>
        <SignedIn>Your notes</SignedIn>
      </>,
      { platform },
    );
    await app.user.type(await screen.findByLabelText(english.signIn.email), ADA.emailAddress);
    await app.user.type(password(), ADA.password);
    await app.user.click(submit());
    expect(await screen.findByText('Your notes')).toBeVisible();
    platform.hidePage();
    expect(platform.draftStorage?.getItem('maintenance-kit:drafts')).toBeNull();
  });

  it('expires after a day', async () => {
    const platform = createFakePlatform();
    const app = await typed({ platform });
    // The options of the backend have arrived: they restore the fields, which saves them again.
    await screen.findByRole('button', { name: english.codeByEmail.link });
    await app.advance(24 * 60 * 60 * 1000);
    app.remount();
    expect(email()).toHaveValue('');
  });

  it.each<[string, Storage['getItem']]>([
    [
      'throws',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    ['holds no JSON', () => '<html>'],
    ['holds another shape', () => '{"savedAt":"yesterday","values":[1]}'],
    ['holds null', () => 'null'],
  ])('is empty if the storage %s', async (_name, getItem) => {
    const platform = createFakePlatform();
    platform.draftStorage = { getItem, setItem: getItem, removeItem: getItem };
    const app = await typed({ platform });
    expect(email()).toHaveValue(ADA.emailAddress);
    await app.user.click(submit());
    await waitFor(() => expect(app.api.requests.at(-1)).toMatchObject({ path: '/v1/client' }));
  });
});

describe('the card', () => {
  it('is named by its title, and links to the sign-up', () => {
    renderWithApi(<SignIn application="Acme" signUpUrl="/sign-up" className="mine" />);
    const form = screen.getByRole('form', { name: textOf(english.signIn.titleFor, { application: 'Acme' }) });
    expect(within(form).getByRole('button', { name: english.signIn.submit })).toBeVisible();
    expect(screen.getByRole('link', { name: english.signIn.signUp })).toHaveAttribute('href', '/sign-up');
    expect(document.querySelector('[data-slot="card"]')).toHaveClass('mk-card', 'mine');
  });

  it('shows server text as text', async () => {
    const app = await typed();
    app.api.setMode('maintenance', { shortMessage: '<img src=x onerror=alert(1)>' });
    fireEvent.submit(screen.getByRole('form'));
    await screen.findByText(textOf(english.notice.titleInLine, english.maintenance));
    expect(document.querySelector('img')).toBeNull();
  });
});
