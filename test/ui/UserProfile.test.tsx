import { act, screen, waitFor } from '@testing-library/react';
import { expect, describe, it } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { UserProfile, type AuthAdapter, type AuthOperation } from '../../src/index.ts';
import { expectPaused, renderAccount, section } from '../support/account.tsx';
import { ADA, renderWithApi } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';

const tabs = (): (string | null)[] => screen.getAllByRole('tab').map((tab) => tab.textContent);

/** Returns an adapter with only these operations. */
function only(...operations: AuthOperation[]): AuthAdapter {
  const { name, baseUrl, loadSession, ...others } = frontendApiAdapter({ baseUrl: '/__api' });
  const kept = Object.entries(others).filter(([key]) => operations.some((operation) => operation === key));
  return { name, baseUrl, loadSession, ...Object.fromEntries(kept) };
}

describe('UserProfile', () => {
  it('shows the sections that the adapter supports', async () => {
    await renderAccount();
    await waitFor(() =>
      expect(tabs()).toEqual([
        'Profile',
        english.emailAddresses.tab,
        'Security',
        'Devices',
        english.connectedAccounts.tab,
        english.deleteAccount.tab,
      ]),
    );
  });

  it('hides controls for operations that the adapter lacks', async () => {
    await renderAccount({ adapter: only('loadUser', 'updateUser') });
    expect(tabs()).toEqual(['Profile']);
    expect(await screen.findByLabelText(english.profileDetails.firstName)).toHaveValue('Ada');
    expect(screen.queryByLabelText(english.profileDetails.choosePicture)).not.toBeInTheDocument();
  });

  it('shows read-only values as text', async () => {
    await renderAccount({ adapter: only('loadUser') });
    expect(await screen.findByText('Lovelace')).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('is labeled by its title, and its tabs follow the arrow keys', async () => {
    const app = await renderAccount();
    expect(screen.getByRole('tablist', { name: english.userProfile.title })).toBeVisible();
    await app.open('Profile');
    await app.user.keyboard('{ArrowDown}');
    expect(screen.getByRole('tab', { name: english.emailAddresses.tab })).toHaveFocus();
    expect(screen.getByRole('tabpanel', { name: english.emailAddresses.tab })).toBeVisible();
  });

  it.each([
    ['{End}', english.deleteAccount.tab],
    ['{ArrowUp}', english.deleteAccount.tab],
    ['{End}{ArrowDown}', english.profileDetails.tab],
    ['{End}{Home}', english.profileDetails.tab],
    ['{ArrowDown}{Control>}{ArrowDown}{/Control}', english.emailAddresses.tab],
    ['{ArrowRight}', english.profileDetails.tab],
  ])('after %s, the tab "%s" is selected, and is the only one in the tab order', async (keys, name) => {
    const app = await renderAccount();
    await app.open(english.profileDetails.tab);
    await app.user.keyboard(keys);
    const tab = screen.getByRole('tab', { name, selected: true });
    expect(tab).toHaveFocus();
    expect(screen.getAllByRole('tab').filter(({ tabIndex }) => tabIndex === 0)).toEqual([tab]);
    expect(screen.getByRole('tabpanel', { name })).toHaveAttribute('id', tab.getAttribute('aria-controls'));
  });

  it('renders nothing for a signed-out user', async () => {
    const app = renderWithApi(<UserProfile />);
    await waitFor(() => expect(app.api.requests).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText(english.sessionPending.trying)).not.toBeInTheDocument());
    expect(screen.queryByRole('tablist')).not.toBeInTheDocument();
  });

  it('shows a panel while the session is unknown', async () => {
    const app = renderWithApi(<UserProfile />, { service: { users: [ADA], signedInAs: ADA.emailAddress } });
    app.api.setMode('unavailable');
    expect(await screen.findByRole('heading', { name: english.unavailable.title })).toBeVisible();
  });
});

describe('UserProfile in maintenance', () => {
  it('loads every section, and shows the notice in each', async () => {
    const app = await renderAccount();
    app.beginMaintenance();
    await act(async () => {
      await fetch('/__api/v1/me', { method: 'POST' });
    });
    await expectPaused();
    expect(await section().findByLabelText(english.profileDetails.firstName)).toHaveValue('Ada');
    await app.open(english.emailAddresses.tab);
    expect(await section().findByText('countess@example.com')).toBeVisible();
    await expectPaused();
    await app.open('Devices');
    expect(await section().findByText('Safari 26 on iPhone')).toBeVisible();
    await app.open(english.connectedAccounts.tab);
    expect(await section().findByText('GitHub')).toBeVisible();
    await app.open('Security');
    expect(await section().findByText(english.security.authenticator)).toBeVisible();
  });

  it('keeps the input of a section while another one is open', async () => {
    const app = await renderAccount();
    const name = await screen.findByLabelText(english.profileDetails.firstName);
    await app.user.type(name, ' Augusta');
    await app.open('Devices');
    await app.open('Profile');
    expect(screen.getByLabelText(english.profileDetails.firstName)).toHaveValue('Ada Augusta');
  });

  it('gives way to a panel while reads are rejected, and returns with its draft and focus', async () => {
    const app = await renderAccount();
    await app.user.type(await screen.findByLabelText(english.profileDetails.firstName), ' Augusta');
    app.api.setMode('unavailable');
    await act(async () => {
      await fetch('/__api/v1/me');
    });
    expect(await screen.findByRole('heading', { name: english.unavailable.title })).toBeVisible();
    expect(screen.queryByLabelText(english.profileDetails.firstName)).not.toBeVisible();
    await app.endMaintenance();
    expect(screen.getByLabelText(english.profileDetails.firstName)).toHaveValue('Ada Augusta');
    expect(screen.getByLabelText(english.profileDetails.firstName)).toHaveFocus();
  });

  it('announces a failed load, and loads again on a press', async () => {
    let isBroken = true;
    const app = await renderAccount({
      service: {
        delay: async ({ path }) => {
          if (isBroken && path === '/v1/me/sessions/active') throw new TypeError('Failed to fetch');
        },
      },
    });
    await app.open('Devices');
    await app.press(english.userProfile.tryAgain);
    await app.advance(200);
    expect(app.spoken).toEqual([`alert: ${english.userProfile.loadFailed}`]);
    isBroken = false;
    await app.press(english.userProfile.tryAgain);
    expect(await section().findByText('Safari 26 on iPhone')).toBeVisible();
    await waitFor(() => expect(document.body).not.toHaveFocus());
  });
});
