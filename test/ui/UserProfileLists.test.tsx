import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  ADA_IN_FULL,
  closedDialog,
  renderAccount,
  section,
  type RenderedAccount,
} from '../support/account.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../support/textOf.ts';

const SAFARI = textOf(english.devices.signOutDevice, { device: 'Safari 26 on iPhone' });

async function devices(): Promise<RenderedAccount> {
  const app = await renderAccount();
  await app.open('Devices');
  await section().findByText('Safari 26 on iPhone');
  return app;
}

const isSignedIn = (name: string): boolean => section().queryByText(name) !== null;

describe('the devices', () => {
  it('begin with the current device, which has no sign-out button', async () => {
    await devices();
    const [first] = section().getAllByRole('listitem');
    expect(first).toHaveTextContent(english.devices.current);
    expect(first?.querySelector('button')).toBeNull();
  });

  it('keep the order of the backend after the current device', async () => {
    await devices();
    const names = section()
      .getAllByRole('listitem')
      .map((item) =>
        ['Safari 26 on iPhone', 'Firefox 144 on Linux'].find((name) => item.textContent.includes(name)),
      );
    expect(names).toEqual([undefined, 'Safari 26 on iPhone', 'Firefox 144 on Linux']);
  });

  it('are signed out and announced once, and the focus moves to the next device', async () => {
    const app = await devices();
    await app.press(SAFARI);
    await waitFor(() => expect(isSignedIn('Safari 26 on iPhone')).toBe(false));
    await waitFor(() => expect(section().getByText('Firefox 144 on Linux').closest('li')).toHaveFocus());
    await app.advance(200);
    expect(app.spoken).toEqual([
      `status: ${textOf(english.devices.signedOut, { device: 'Safari 26 on iPhone' })}`,
    ]);
  });

  it('are signed out once after maintenance if the user defers it', async () => {
    const app = await devices();
    app.beginMaintenance();
    await app.press(SAFARI);
    await app.press(english.actions.defer);
    expect(isSignedIn('Safari 26 on iPhone')).toBe(true);
    app.api.forgetRequests();
    await app.endMaintenance();
    await waitFor(() => expect(isSignedIn('Safari 26 on iPhone')).toBe(false));
    expect(app.mutations().filter((request) => request.endsWith('/revoke'))).toHaveLength(1);
  });

  it('stay signed in if the user cancels the deferred action', async () => {
    const app = await devices();
    app.beginMaintenance();
    await app.press(SAFARI);
    await app.press(english.actions.defer);
    await app.press(textOf(english.actions.cancelDeferredAction, { action: SAFARI }));
    app.api.forgetRequests();
    await app.endMaintenance();
    expect(app.mutations()).toEqual([]);
    expect(isSignedIn('Safari 26 on iPhone')).toBe(true);
  });

  it('show that there are no other devices', async () => {
    const app = await renderAccount({ service: { users: [{ ...ADA_IN_FULL, devices: [] }] } });
    await app.open('Devices');
    expect(await section().findByText(english.devices.empty)).toBeVisible();
  });
});

describe('the connected accounts', () => {
  it('redirect to the other service with a return URL', async () => {
    const onRedirect = vi.fn<(url: string) => void>();
    const app = await renderAccount({}, { onRedirect, returnUrl: 'https://app.example/account' });
    await app.open(english.connectedAccounts.tab);
    await app.press(textOf(english.connectedAccounts.connect, { provider: 'Google' }));
    await waitFor(() => expect(onRedirect).toHaveBeenCalledTimes(1));
    expect(
      screen.queryByRole('button', {
        name: textOf(english.connectedAccounts.connect, { provider: 'GitHub' }),
      }),
    ).not.toBeInTheDocument();
  });

  it('redirect nowhere in maintenance', async () => {
    const onRedirect = vi.fn<(url: string) => void>();
    const app = await renderAccount({}, { onRedirect });
    await app.open(english.connectedAccounts.tab);
    app.beginMaintenance();
    await app.press(textOf(english.connectedAccounts.connect, { provider: 'Google' }));
    expect(
      await screen.findByText(
        patternOf(english.actions.text, {
          action: textOf(english.connectedAccounts.connect, { provider: 'Google' }),
        }),
      ),
    ).toBeInTheDocument();
    await app.endMaintenance();
    expect(onRedirect).not.toHaveBeenCalled();
  });

  it('can be disconnected, and the focus stays on the page', async () => {
    const app = await renderAccount();
    await app.open(english.connectedAccounts.tab);
    await app.press(textOf(english.connectedAccounts.disconnectAccount, { provider: 'GitHub' }));
    await app.press(english.connectedAccounts.disconnect);
    await closedDialog();
    expect(await section().findByText(english.connectedAccounts.empty)).toBeVisible();
    expect(
      await section().findByRole('button', {
        name: textOf(english.connectedAccounts.connect, { provider: 'GitHub' }),
      }),
    ).toBeVisible();
    await waitFor(() => expect(document.body).not.toHaveFocus());
  });
});
