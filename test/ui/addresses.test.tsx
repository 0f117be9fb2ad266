import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { english, SignIn, SignUp, UserProfile, type AuthAdapter } from '../../src/index.ts';
import { renderWithApi } from '../support/renderWithApi.tsx';

const RUNS = 'javascript:alert(document.domain)';

const options: Awaited<ReturnType<NonNullable<AuthAdapter['loadAuthOptions']>>> = {
  identifiers: ['email'],
  firstFactors: ['password'],
  secondFactors: ['authenticator'],
  providers: [{ id: 'google', name: 'Google', logoUrl: RUNS }],
  password: { minLength: 8, maxLength: 72 },
  signUp: {
    isOpen: true,
    firstName: 'off',
    lastName: 'off',
    username: 'off',
    password: 'required',
    legalConsent: true,
    termsUrl: RUNS,
    privacyUrl: 'https://app.example/privacy',
  },
  user: { canDeleteAccount: false },
  organizations: { isOn: false, canCreate: false, hasSlugs: false },
};

/** A backend whose answers contain a URL that runs code wherever a URL is expected. */
const steered: AuthAdapter = {
  name: 'steered',
  baseUrl: '/api',
  loadSession: () => Promise.resolve(null),
  loadAuthOptions: () => Promise.resolve(options),
  signInWithProvider: () => Promise.resolve({ url: RUNS }),
  signUp: () => Promise.resolve({ status: 'complete' }),
};

const steeredAccount: AuthAdapter = {
  ...steered,
  loadSession: () =>
    Promise.resolve({ id: 'session', user: { id: 'ada', name: 'Ada Lovelace', imageUrl: RUNS } }),
  loadUser: () =>
    Promise.resolve({
      id: 'ada',
      name: 'Ada Lovelace',
      imageUrl: RUNS,
      hasImage: true,
      hasPassword: true,
      hasAuthenticator: false,
      hasBackupCodes: false,
    }),
  setAvatar: () => Promise.resolve(),
  loadConnectedAccounts: () => Promise.resolve([]),
  connectAccount: () => Promise.resolve({ url: RUNS }),
  startAuthenticator: () => Promise.resolve({ secret: 'JBSWY3DPEHPK3PXP', uri: RUNS }),
  confirmAuthenticator: () => Promise.resolve({ backupCodes: [] }),
};

/** Records the errors on the console, which stays silent. */
function listenToConsole() {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => errors.mockRestore());
  return errors;
}

function expectNothingThatRuns(): void {
  for (const element of document.querySelectorAll('[href], [src]')) {
    expect(element.getAttribute('href') ?? element.getAttribute('src')).not.toMatch(/javascript/);
  }
}

describe('a URL that would run code', () => {
  it("isn't opened by the sign-in, which shows an error", async () => {
    const errors = listenToConsole();
    const onRedirect = vi.fn<(url: string) => void>();
    const app = renderWithApi(<SignIn onRedirect={onRedirect} />, { adapter: steered });
    await app.user.click(await screen.findByRole('button', { name: /Google/ }));
    expect(await screen.findByText(english.errors.unexpected)).toBeVisible();
    expect(onRedirect).not.toHaveBeenCalled();
    expect(errors).toHaveBeenCalledWith(expect.objectContaining({ number: 'MK511' }));
    expectNothingThatRuns();
  });

  it("isn't opened by the account page, which shows an error", async () => {
    const errors = listenToConsole();
    const onRedirect = vi.fn<(url: string) => void>();
    const app = renderWithApi(<UserProfile onRedirect={onRedirect} />, { adapter: steeredAccount });
    await app.user.click(await screen.findByRole('tab', { name: english.connectedAccounts.tab }));
    await app.user.click(await screen.findByRole('button', { name: /Google/ }));
    expect(await screen.findByText(english.errors.unexpected)).toBeVisible();
    expect(onRedirect).not.toHaveBeenCalled();
    expect(errors).toHaveBeenCalledWith(expect.objectContaining({ number: 'MK511' }));
  });

  it("isn't rendered as a link to the terms or as a picture", async () => {
    renderWithApi(<SignUp />, { adapter: steered });
    await screen.findByRole('link', { name: english.consent.privacy });
    expect(screen.queryByRole('link', { name: english.consent.terms })).not.toBeInTheDocument();
    expectNothingThatRuns();
  });

  it("isn't rendered as the authenticator's link, and the key is shown", async () => {
    const app = renderWithApi(<UserProfile />, { adapter: steeredAccount });
    await app.user.click(await screen.findByRole('tab', { name: english.security.tab }));
    await app.user.click(await screen.findByRole('button', { name: new RegExp(english.security.setUp) }));
    await waitFor(() => expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible());
    expectNothingThatRuns();
  });
});
