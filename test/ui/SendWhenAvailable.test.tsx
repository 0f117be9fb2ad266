import { screen, waitFor } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { expectPaused, renderAccount, section, type RenderedAccount } from '../support/account.tsx';
import { UserProfile } from '../../src/index.ts';
import { ADA, renderWithApi } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../support/textOf.ts';

const firstName = (): HTMLInputElement => screen.getByLabelText(english.profileDetails.firstName);
const later = (): Promise<HTMLElement> => screen.findByRole('button', { name: english.actions.defer });

/** An application with a button that unmounts the form. */
function Leavable(): ReactElement {
  const [hasLeft, setHasLeft] = useState(false);
  return (
    <>
      {hasLeft ? null : <UserProfile />}
      <button type="button" onClick={() => setHasLeft(true)}>
        Leave
      </button>
    </>
  );
}

/** Submits the form, which a maintenance that has begun rejects. */
async function rejected(): Promise<RenderedAccount> {
  const app = await renderAccount();
  await app.user.type(await screen.findByLabelText(english.profileDetails.firstName), ' Augusta');
  app.beginMaintenance();
  await app.press(english.profileDetails.save);
  await expectPaused();
  await app.advance(200);
  return app;
}

/** Submits the rejected form, and defers it until after maintenance. */
async function deferSaving(): Promise<RenderedAccount> {
  const app = await rejected();
  await app.user.click(await later());
  await app.advance(200);
  app.api.forgetRequests();
  return app;
}

describe('a form that is deferred until after the maintenance', () => {
  it('announces that, and keeps the focus', async () => {
    const app = await deferSaving();
    expect(app.spoken.at(-1)).toBe(
      `status: ${textOf(english.actions.willRun, { action: english.profileDetails.saveAction })}`,
    );
    expect(section().getByText(patternOf(english.actions.deferred))).toBeVisible();
    expect(
      screen.getByRole('button', {
        name: textOf(english.actions.cancelDeferredAction, { action: english.profileDetails.saveAction }),
      }),
    ).toHaveFocus();
  });

  it('is saved once with its values at that time, and announces it', async () => {
    const app = await deferSaving();
    await app.user.type(firstName(), ' King');
    screen.getByRole('button', { name: patternOf(english.actions.cancelDeferredAction) }).focus();
    await app.endMaintenance();
    await waitFor(() => expect(firstName().defaultValue).toBe('Ada Augusta King'));
    await app.advance(200);
    expect(app.mutations()).toEqual(['PATCH /v1/me']);
    expect(app.spoken.at(-1)).toMatch(/saved|Done/);
    expect(screen.getByRole('button', { name: english.profileDetails.save })).toHaveFocus();
  });

  it("isn't saved if the user cancels", async () => {
    const app = await deferSaving();
    await app.press(
      textOf(english.actions.cancelDeferredAction, { action: english.profileDetails.saveAction }),
    );
    expect(await later()).toHaveFocus();
    await app.endMaintenance();
    expect(app.mutations()).toEqual([]);
    expect(firstName()).toHaveValue('Ada Augusta');
  });

  it("isn't saved after unmount", async () => {
    const app = renderWithApi(<Leavable />, {
      service: { users: [{ ...ADA, firstName: 'Ada' }], signedInAs: ADA.emailAddress },
    });
    await app.user.type(await screen.findByLabelText(english.profileDetails.firstName), ' Augusta');
    app.api.setMode('maintenance');
    await app.user.click(screen.getByRole('button', { name: english.profileDetails.save }));
    await app.user.click(await later());
    app.api.forgetRequests();
    await app.user.click(screen.getByRole('button', { name: 'Leave' }));
    app.api.setMode('operational');
    await app.advance(120_000);
    await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('operational'));
    await app.advance(200);
    expect(app.mutations()).toEqual([]);
    expect(app.spoken.at(-1)).toBe(`status: ${textOf(english.notice.announcement, english.over)}`);
  });
});

describe('the offer', () => {
  it('the form is deferred only after a press', async () => {
    const app = await renderAccount();
    await app.user.type(await screen.findByLabelText(english.profileDetails.firstName), ' Augusta');
    app.beginMaintenance();
    await fetch('/__api/v1/me', { method: 'POST' });
    await expectPaused();
    expect(screen.queryByRole('button', { name: english.actions.defer })).not.toBeInTheDocument();
    await app.press(english.profileDetails.save);
    expect(await later()).toBeVisible();
  });

  it('is hidden while there is nothing to save', async () => {
    const app = await renderAccount();
    await screen.findByLabelText(english.profileDetails.firstName);
    app.beginMaintenance();
    await fetch('/__api/v1/me', { method: 'POST' });
    await expectPaused();
    await app.press(english.profileDetails.save);
    expect(screen.queryByRole('button', { name: english.actions.defer })).not.toBeInTheDocument();
  });

  it("doesn't exist for a password", async () => {
    const app = await renderAccount();
    await app.open('Security');
    await app.press(english.security.changePassword);
    await app.user.type(await screen.findByLabelText(english.security.currentPassword), ADA.password);
    await app.user.type(screen.getByLabelText(english.newPassword.label), 'difference engine no. 2');
    app.beginMaintenance();
    await app.press(english.security.savePassword);
    await expectPaused();
    expect(screen.queryByRole('button', { name: english.actions.defer })).not.toBeInTheDocument();
  });
});
