import { screen, waitFor } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { expectPaused, renderAccount, section, type RenderedAccount } from '../support/account.tsx';
import { UserProfile } from '../../src/index.ts';
import { ADA, renderWithApi } from '../support/renderWithApi.tsx';

const firstName = (): HTMLInputElement => screen.getByLabelText('First name');
const later = (): Promise<HTMLElement> =>
  screen.findByRole('button', { name: 'Do it when the maintenance is over' });

/** An application that shows something else after a press. */
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

/** Typed, pressed, and rejected because a maintenance began meanwhile. */
async function rejected(): Promise<RenderedAccount> {
  const app = await renderAccount();
  await app.user.type(await screen.findByLabelText('First name'), ' Augusta');
  app.beginMaintenance();
  await app.press('Save changes');
  await expectPaused();
  await app.advance(200);
  return app;
}

/** And asked to be saved when it is over. */
async function putOff(): Promise<RenderedAccount> {
  const app = await rejected();
  await app.user.click(await later());
  await app.advance(200);
  app.api.forgetRequests();
  return app;
}

describe('a form that is saved when the maintenance is over', () => {
  it('says that it will be, and keeps the focus', async () => {
    const app = await putOff();
    expect(app.spoken.at(-1)).toBe(
      'status: “Profile details: Save changes” will be done when the maintenance is over.',
    );
    expect(section().getByText(/^Will be done when the maintenance is over/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Take back: Profile details: Save changes' })).toHaveFocus();
  });

  it('is saved once, as it then stands, and says so', async () => {
    const app = await putOff();
    await app.user.type(firstName(), ' King');
    screen.getByRole('button', { name: /^Take back/ }).focus();
    await app.endMaintenance();
    await waitFor(() => expect(firstName().defaultValue).toBe('Ada Augusta King'));
    await app.advance(200);
    expect(app.mutations()).toEqual(['PATCH /v1/me']);
    expect(app.spoken.at(-1)).toMatch(/saved|Done/);
    expect(screen.getByRole('button', { name: 'Save changes' })).toHaveFocus();
  });

  it('is not saved when that is taken back', async () => {
    const app = await putOff();
    await app.press('Take back: Profile details: Save changes');
    expect(await later()).toHaveFocus();
    await app.endMaintenance();
    expect(app.mutations()).toEqual([]);
    expect(firstName()).toHaveValue('Ada Augusta');
  });

  it('is not saved when it is no longer open', async () => {
    const app = renderWithApi(<Leavable />, {
      service: { users: [{ ...ADA, firstName: 'Ada' }], signedInAs: ADA.emailAddress },
    });
    await app.user.type(await screen.findByLabelText('First name'), ' Augusta');
    app.api.setMode('maintenance');
    await app.user.click(screen.getByRole('button', { name: 'Save changes' }));
    await app.user.click(await later());
    app.api.forgetRequests();
    await app.user.click(screen.getByRole('button', { name: 'Leave' }));
    app.api.setMode('operational');
    await app.advance(120_000);
    await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('operational'));
    await app.advance(200);
    expect(app.mutations()).toEqual([]);
    expect(app.spoken.at(-1)).toBe('status: Maintenance is over. You can continue where you left off.');
  });
});

describe('the offer', () => {
  it('the form is deferred only after a press', async () => {
    const app = await renderAccount();
    await screen.findByLabelText('First name');
    app.beginMaintenance();
    await fetch('/__api/v1/me', { method: 'POST' });
    await expectPaused();
    expect(screen.queryByRole('button', { name: /when the maintenance is over$/ })).not.toBeInTheDocument();
    await app.press('Save changes');
    expect(await later()).toBeVisible();
  });

  it('is not made for a password', async () => {
    const app = await renderAccount();
    await app.open('Security');
    await app.press('Change password');
    await app.user.type(await screen.findByLabelText('Current password'), ADA.password);
    await app.user.type(screen.getByLabelText('New password'), 'difference engine no. 2');
    app.beginMaintenance();
    await app.press('Save password');
    await expectPaused();
    expect(screen.queryByRole('button', { name: /when the maintenance is over$/ })).not.toBeInTheDocument();
  });
});
