import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  ActionButton,
  AuthError,
  ConfirmButton,
  FormAlert,
  MaintenanceBanner,
  SignIn,
  SignOutButton,
  SignedIn,
} from '../../src/index.ts';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { ADA, renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

/** Advances to the next check and waits for its response, which doesn't depend on the clock. */
async function untilNextCheck({ monitor, platform, advance }: RenderedApp): Promise<void> {
  const state = monitor.getSnapshot();
  if (state.status === 'maintenance') await advance(state.nextCheckAt - platform.now());
}

describe('announcements', () => {
  it('consist of one sentence for each change of a maintenance', async () => {
    const app = renderWithApi(
      <>
        <MaintenanceBanner />
        <SignIn />
      </>,
    );
    const submit = screen.getByRole('button', { name: english.signIn.submit });
    await app.user.type(screen.getByLabelText(english.signIn.email), ADA.emailAddress);
    await app.user.type(screen.getByLabelText(english.signIn.password), ADA.password);

    // The maintenance begins with the user's own press.
    app.api.setMode('maintenance');
    await app.user.click(submit);
    await waitFor(() => expect(screen.getByRole('form')).toHaveAttribute('data-status', 'failed'));
    await app.advance(200);
    // The user presses again.
    await app.user.click(submit);
    await app.advance(200);
    // The countdown runs, and a check finds that the maintenance continues: no announcement.
    await untilNextCheck(app);
    await waitFor(() => expect(app.monitor.getSnapshot()).toMatchObject({ attempt: 2 }));
    // Reads are rejected too.
    app.api.setMode('unavailable');
    await act(async () => void (await fetch('/__api/v1/client')));
    await waitFor(() => expect(app.monitor.getSnapshot()).toMatchObject({ scope: 'all' }));
    await app.advance(200);
    // Reads are served again.
    app.api.setMode('maintenance');
    await untilNextCheck(app);
    await waitFor(() => expect(app.monitor.getSnapshot()).toMatchObject({ scope: 'mutations' }));
    await app.advance(200);
    // The maintenance is over.
    app.api.setMode('operational');
    await untilNextCheck(app);
    await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('operational'));
    await app.advance(200);

    expect(app.spoken).toEqual([
      `alert: ${textOf(english.notice.announcement, { title: english.maintenance.title, text: english.signIn.paused })}`,
      `alert: ${english.maintenance.blocked}`,
      `status: ${textOf(english.notice.announcement, english.unavailable)}`,
      `status: ${textOf(english.notice.announcement, { title: english.maintenance.title, text: english.maintenance.banner })}`,
      `status: ${textOf(english.notice.announcement, english.over)}`,
    ]);
  });

  it('are polite at the beginning for a user who only reads', async () => {
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
      `status: ${textOf(english.notice.announcement, { title: english.maintenance.title, text: english.maintenance.banner })}`,
    ]);
  });

  it('are made immediately for a user who arrives during maintenance', async () => {
    const before = renderWithApi(<p>Before</p>);
    await act(async () => void (await before.monitor.report({ status: 503, code: 'maintenance_mode' })));
    const after = renderWithApi(<SignIn />, { monitor: { initialState: before.monitor.getSnapshot() } });
    await after.advance(200);
    expect(after.spoken).toContainEqual(expect.stringMatching(/^status: System under maintenance\./));
  });
});

/** The only live regions are the provider's, so nothing on the page is read as an empty notification. */
function expectNoOtherLiveRegion(): void {
  const regions = document.querySelectorAll('[aria-live], [role="alert"], [role="status"]');
  expect([...regions].map((region) => region.getAttribute('data-slot'))).toEqual(['announcements', 'alerts']);
}

const failing = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

describe('an error that is announced once each time it appears', () => {
  it('in a form', async () => {
    const adapter = { ...frontendApiAdapter({ baseUrl: '/__api' }), signInWithPassword: failing };
    const app = renderWithApi(<SignIn />, { adapter });
    expectNoOtherLiveRegion();
    await app.user.type(screen.getByLabelText(english.signIn.email), ADA.emailAddress);
    await app.user.type(screen.getByLabelText(english.signIn.password), ADA.password);
    const text = textOf(english.errors.unreachable);
    for (const times of [1, 2]) {
      await app.user.click(screen.getByRole('button', { name: english.signIn.submit }));
      await waitFor(() => expect(screen.getByRole('form')).toHaveAttribute('data-status', 'failed'));
      expect(within(screen.getByRole('form')).getByText(text)).toBeVisible();
      await app.advance(200);
      expect(app.spoken).toEqual(Array(times).fill(`alert: ${text}`));
      expectNoOtherLiveRegion();
    }
  });

  it('at a button', async () => {
    const app = renderWithApi(<ActionButton label="Revoke" run={failing} />);
    expectNoOtherLiveRegion();
    for (const times of [1, 2]) {
      await app.user.click(screen.getByRole('button', { name: 'Revoke' }));
      const description = textOf(english.errors.unreachable);
      await waitFor(() =>
        expect(screen.getByRole('button', { name: 'Revoke' })).toHaveAccessibleDescription(description),
      );
      await app.advance(200);
      expect(app.spoken).toEqual(Array(times).fill(`alert: ${description}`));
      expectNoOtherLiveRegion();
    }
  });

  it('in a confirmation dialog, and not again when the dialog closes', async () => {
    const app = renderWithApi(
      <ConfirmButton label="Delete" title="Delete it?" text="It is gone." confirm="Yes" run={failing} />,
    );
    await app.user.click(screen.getByRole('button', { name: 'Delete' }));
    const confirm = await screen.findByRole('button', { name: 'Yes' });
    expectNoOtherLiveRegion();
    await app.user.click(confirm);
    const text = textOf(english.errors.unreachable);
    await waitFor(() => expect(confirm).toHaveAccessibleDescription(text));
    await app.advance(200);
    await app.user.click(screen.getByRole('button', { name: english.actions.cancel }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    await app.advance(200);
    expect(app.spoken).toEqual([`alert: ${text}`]);
    expectNoOtherLiveRegion();
  });

  it('in your own form, even if it is rendered with its text', async () => {
    const app = renderWithApi(
      <FormAlert>
        Your note wasn’t saved. <a href="#help">Help</a>
      </FormAlert>,
    );
    await app.advance(200);
    expect(app.spoken).toEqual(['alert: Your note wasn’t saved. Help']);
  });

  it('with the title of the card that the error leads to', async () => {
    history.replaceState(null, '', '/?maintenance-kit-return=sign-in');
    const adapter = {
      ...frontendApiAdapter({ baseUrl: '/__api' }),
      finishProviderSignIn: () => Promise.reject(new AuthError('provider_denied')),
    };
    const app = renderWithApi(<SignIn application="Acme" />, { adapter });
    await screen.findByText(textOf(english.errors.provider_denied));
    await app.advance(200);
    const title = textOf(english.signIn.titleFor, { application: 'Acme' });
    expect(app.spoken.at(-1)).toBe(
      `alert: ${textOf(english.step.announcement, { title, text: english.signIn.text, error: textOf(english.errors.provider_denied) })}`,
    );
  });
});
