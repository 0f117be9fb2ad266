import { act, screen, waitFor, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  ActionButton,
  ConfirmButton,
  MaintenanceBanner,
  MaintenanceDialog,
  MaintenanceGuard,
  SignedIn,
  SignedOut,
  SignOutButton,
  useAction,
} from '../../src/index.ts';
import { contractNotice } from '../../src/protocol/notice.ts';
import { ADA, renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../support/textOf.ts';

const signOut = (): HTMLElement => screen.getByRole('button', { name: english.actions.signOut });

async function signedIn(onSignedOut = vi.fn<() => void>()): Promise<RenderedApp> {
  const app = renderWithApi(
    <>
      <MaintenanceBanner />
      <SignedIn>
        <p>Your notes</p>
        <SignOutButton onSignedOut={onSignedOut} />
      </SignedIn>
      <SignedOut>
        <p>Please sign in</p>
      </SignedOut>
    </>,
    { service: { users: [ADA], signedInAs: ADA.emailAddress } },
  );
  await screen.findByText('Your notes');
  return app;
}

/** Renders a signed-in user whose sign-out a maintenance has blocked. */
async function blocked(onSignedOut = vi.fn<() => void>()): Promise<RenderedApp> {
  const app = await signedIn(onSignedOut);
  app.api.setMode('maintenance');
  await app.user.click(signOut());
  await screen.findByRole('alertdialog');
  await app.advance(200);
  return app;
}

async function deferAction(onSignedOut = vi.fn<() => void>()): Promise<RenderedApp> {
  const app = await blocked(onSignedOut);
  await app.user.click(screen.getByRole('button', { name: english.actions.defer }));
  await app.advance(200);
  return app;
}

const deletions = (app: RenderedApp): number =>
  app.mutations().filter((request) => request === 'DELETE /v1/client/sessions').length;

describe('SignOutButton', () => {
  it('signs out', async () => {
    const onSignedOut = vi.fn<() => void>();
    const app = await signedIn(onSignedOut);
    await app.user.click(signOut());
    expect(await screen.findByText('Please sign in')).toBeVisible();
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });

  it('keeps the session and the page if the API rejects it, and explains it in a dialog', async () => {
    await blocked();
    const dialog = screen.getByRole('alertdialog', { name: english.actions.title });
    expect(dialog).toHaveAccessibleDescription(
      patternOf(english.actions.text, { action: english.actions.signOut }),
    );
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    expect(screen.getByText('Your notes')).toBeInTheDocument();
    expect(screen.queryByText('Please sign in')).not.toBeInTheDocument();
  });

  it('sends nothing during a known maintenance, and explains it again', async () => {
    const app = await blocked();
    const before = deletions(app);
    await app.user.click(screen.getByRole('button', { name: english.actions.close }));
    await waitFor(() => expect(signOut()).toHaveFocus());
    await app.user.keyboard('{Enter}');
    expect(await screen.findByRole('alertdialog')).toBeVisible();
    expect(deletions(app)).toBe(before);
  });

  it('signs out once after the maintenance if the user chooses so, and announces it', async () => {
    const onSignedOut = vi.fn<() => void>();
    const app = await deferAction(onSignedOut);
    expect(
      screen.getByText(patternOf(english.actions.deferred, { action: english.actions.signOut })),
    ).toBeVisible();
    const before = deletions(app);
    app.api.setMode('operational');
    await app.advance(60_000);
    expect(await screen.findByText('Please sign in')).toBeVisible();
    await app.advance(200);
    expect(deletions(app)).toBe(before + 1);
    expect(app.spoken.join('\n')).toContain(
      textOf(english.actions.done, { action: english.actions.signOut }),
    );
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });

  it('does nothing after the maintenance if the user cancels', async () => {
    const app = await deferAction();
    const before = deletions(app);
    await app.user.click(
      screen.getByRole('button', {
        name: textOf(english.actions.cancelDeferredAction, { action: english.actions.signOut }),
      }),
    );
    expect(signOut()).toHaveFocus();
    app.api.setMode('operational');
    await app.advance(46_000);
    expect(await screen.findByText(textOf(english.notice.titleInLine, english.over))).toBeVisible();
    expect(deletions(app)).toBe(before);
    expect(screen.getByText('Your notes')).toBeVisible();
  });

  it('moves the focus after the deferred action is done', async () => {
    const run = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const app = renderWithApi(<ActionButton label="Revoke" run={run} canWait />);
    app.api.setMode('maintenance');
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    await app.user.click(screen.getByRole('button', { name: 'Revoke' }));
    await app.user.click(await screen.findByRole('button', { name: english.actions.defer }));
    const takeBack = await screen.findByRole('button', {
      name: textOf(english.actions.cancelDeferredAction, { action: 'Revoke' }),
    });
    takeBack.focus();
    app.api.setMode('operational');
    await app.advance(60_000);
    await waitFor(() => expect(takeBack).not.toBeInTheDocument());
    expect(run).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: 'Revoke' })).toHaveFocus();
  });

  it('stays deferred if the API rejects it again', async () => {
    const app = await deferAction();
    app.monitor.connect({ check: () => Promise.resolve('operational') });
    await app.advance(60_000);
    await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('maintenance'));
    expect(screen.getByText(patternOf(english.actions.deferred))).toBeVisible();
  });
});

describe('a double press', () => {
  it.each(['ActionButton', 'ConfirmButton', 'useAction'])('of %s sends one request', async (name) => {
    let finish = (): void => {};
    const run = vi.fn<() => Promise<void>>(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    const app = renderWithApi(
      <>
        {name === 'ActionButton' ? <ActionButton label="Archive" run={run} /> : null}
        {name === 'ConfirmButton' ? (
          <ConfirmButton label="Delete" title="Delete?" text="It is gone then." confirm="Archive" run={run} />
        ) : null}
        {name === 'useAction' ? <Twice run={run} /> : null}
      </>,
    );
    if (name === 'ConfirmButton') await app.user.click(screen.getByRole('button', { name: 'Delete' }));
    const button = await screen.findByRole('button', { name: 'Archive' });
    await app.user.dblClick(button);
    expect(run).toHaveBeenCalledTimes(1);
    await act(async () => finish());
    if (name === 'ConfirmButton') await app.user.click(screen.getByRole('button', { name: 'Delete' }));
    await app.user.click(await screen.findByRole('button', { name: 'Archive' }));
    expect(run).toHaveBeenCalledTimes(2);
  });
});

/** Performs its action twice in one press. */
function Twice({ run }: { readonly run: () => Promise<void> }): ReactElement {
  const { perform } = useAction(run, { label: 'Archive' });
  return (
    <button
      type="button"
      onClick={() => {
        void perform();
        void perform();
      }}
    >
      Archive
    </button>
  );
}

describe("an action that a third party's maintenance rejects", () => {
  it('fails, and opens no dialog', async () => {
    const error = Object.assign(new Error('503'), {
      ...contractNotice,
      status: 503,
      config: { url: 'https://payments.example/v1/charges' },
    });
    const app = renderWithApi(
      <>
        <Failing run={() => Promise.reject(error)} />
        <MaintenanceDialog />
      </>,
      { monitor: { apis: ['https://app.example'] } },
    );
    await app.user.click(screen.getByRole('button', { name: 'Pay' }));
    expect(await screen.findByText('failed: 503')).toBeVisible();
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(app.monitor.getSnapshot().status).toBe('operational');
  });
});

/** Shows the outcome of its action. */
function Failing({ run }: { readonly run: () => Promise<void> }): ReactElement {
  const { perform, status, error } = useAction(run, { label: 'Pay', id: 'pay' });
  return (
    <>
      <button type="button" onClick={() => void perform()}>
        Pay
      </button>
      <p>{`${status}: ${error instanceof Error ? error.message : ''}`}</p>
    </>
  );
}

describe('MaintenanceGuard', () => {
  it('makes your content inert, and restores its focus and input', async () => {
    const app = renderWithApi(
      <MaintenanceGuard message="Settings are paused.">
        <label>
          Name <input />
        </label>
      </MaintenanceGuard>,
    );
    const input = screen.getByLabelText(english.signUp.name);
    await app.user.type(input, 'Ada');
    app.api.setMode('maintenance');
    await fetch('/__api/v1/me', { method: 'POST' });
    await screen.findByText('Settings are paused.');
    expect(input.closest('[inert]')).not.toBeNull();
    expect(input).not.toHaveFocus();
    expect(document.activeElement).not.toBe(document.body);

    app.api.setMode('operational');
    await app.advance(45_000);
    const guard = document.querySelector<HTMLElement>('[data-slot="guard"]');
    await waitFor(() => expect(guard).toHaveAttribute('data-recently-recovered'));
    expect(within(guard ?? document.body).getByLabelText(english.signUp.name)).toHaveValue('Ada');
    expect(input).toHaveFocus();
    expect(input.closest('[inert]')).toBeNull();
  });
});

describe('a maintenance that begins while the dialog of ConfirmButton is open', () => {
  const run = vi.fn<() => Promise<unknown>>();
  const confirm = (): HTMLElement => screen.getByRole('button', { name: 'Delete for good' });

  async function ask(): Promise<RenderedApp> {
    run.mockReset().mockResolvedValue(undefined);
    const app = renderWithApi(
      <ConfirmButton
        label="Delete"
        title="Delete the note?"
        text="It can’t be undone."
        confirm="Delete for good"
        run={run}
      />,
    );
    await app.user.click(screen.getByRole('button', { name: 'Delete' }));
    await screen.findByRole('alertdialog', { name: 'Delete the note?' });
    app.api.setMode('maintenance');
    return app;
  }

  function expectReason(text: string): void {
    const dialog = screen.getByRole('alertdialog', { name: 'Delete the note?' });
    expect(dialog).toHaveTextContent('It can’t be undone.');
    expect(within(dialog).getByText(text)).toBeVisible();
    expect(confirm()).toHaveAttribute('aria-disabled', 'true');
    expect(confirm()).toHaveAccessibleDescription(text);
  }

  async function endAndConfirm({ api, advance, user }: RenderedApp): Promise<void> {
    api.setMode('operational');
    await advance(45_000);
    await waitFor(() => expect(confirm()).not.toHaveAttribute('aria-disabled'));
    await user.click(confirm());
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  }

  it('is shown in the dialog, which works afterwards', async () => {
    const app = await ask();
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    await app.advance(200);
    expectReason(english.maintenance.availableAgain);

    await app.user.click(confirm());
    await app.advance(200);
    expectReason(english.maintenance.availableAgain);
    expect(app.spoken.at(-1)).toBe(`alert: ${english.maintenance.blocked}`);
    expect(run).not.toHaveBeenCalled();

    await endAndConfirm(app);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is also shown in the dialog if the confirming press reveals it', async () => {
    const app = await ask();
    run.mockImplementationOnce(() => fetch('/__api/v1/me', { method: 'POST' }));
    await app.user.click(confirm());
    await waitFor(() => expectReason(english.errors.maintenance_mode));
    await app.advance(200);
    expect(app.spoken).toEqual([`alert: ${english.errors.maintenance_mode}`]);

    await endAndConfirm(app);
    expect(run).toHaveBeenCalledTimes(2);
  });
});
