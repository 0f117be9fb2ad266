import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { requireOperation } from '../../src/auth/requireOperation.ts';
import { AuthError, type AuthAdapter } from '../../src/index.ts';
import { authenticatorCode } from '../../src/testing/frontend-api/index.ts';
import {
  ADA_IN_FULL,
  closedDialog,
  expectPaused,
  renderAccount,
  section,
  type RenderedAccount,
} from '../support/account.tsx';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { ADA, type RenderOptions } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';

const SECRET = 'difference engine no. 2';
const withAuthenticator = {
  ...ADA_IN_FULL,
  authenticatorSecret: 'JBSWY3DPEHPK3PXP',
  backupCodes: ['11111111'],
};

const current = (): HTMLElement => screen.getByLabelText(english.security.currentPassword);
const hiddenUsername = (): Element | null => document.querySelector('[autocomplete="username"][hidden]');
const next = (): HTMLElement => screen.getByLabelText(english.security.newPassword);

async function opened(options: RenderOptions = {}): Promise<RenderedAccount> {
  const app = await renderAccount(options);
  await app.open('Security');
  await section().findByText(english.security.authenticator);
  return app;
}

async function typed(options: RenderOptions = {}, password: string = ADA.password): Promise<RenderedAccount> {
  const app = await opened(options);
  await app.press(english.security.changePassword);
  await waitFor(() => expect(current()).toHaveFocus());
  await app.user.type(current(), password);
  await app.user.type(next(), SECRET);
  return app;
}

async function settingUp(): Promise<{ readonly app: RenderedAccount; readonly code: string }> {
  const app = await opened();
  await app.press(english.security.setUpAuthenticator);
  await section().findByText(english.security.secret);
  const secret = document.querySelector('[data-slot="page-secret-key"]')?.textContent ?? '';
  return { app, code: await authenticatorCode(secret.replaceAll(' ', ''), app.platform.now()) };
}

describe('the password', () => {
  it("includes the user's email address for password managers", async () => {
    const app = await opened();
    await app.press(english.security.changePassword);
    await waitFor(() => expect(current()).toHaveFocus());
    expect(hiddenUsername()).toHaveValue(ADA.emailAddress);
    expect(hiddenUsername()).not.toBeVisible();
  });

  it('includes the username of a user without an email address', async () => {
    const adapter = frontendApiAdapter({ baseUrl: '/__api' });
    const app = await opened({
      adapter: {
        ...adapter,
        async loadUser() {
          const { email: _, ...user } = await requireOperation(adapter, 'loadUser', 'useSecurity')();
          return user;
        },
      },
    });
    await app.press(english.security.changePassword);
    expect(hiddenUsername()).toHaveValue(ADA_IN_FULL.username);
  });

  it('is changed, and the form closes with the focus on its button', async () => {
    const app = await typed();
    await app.user.click(screen.getByLabelText(english.security.signOutOthers));
    await app.press(english.security.savePassword);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: english.security.changePassword })).toHaveFocus(),
    );
    expect(app.mutations()).toEqual(['POST /v1/me/change_password']);
    await app.advance(200);
    expect(app.spoken.at(-1)).toBe(`status: ${english.security.passwordChanged}`);
  });

  it('marks the wrong password, clears it, and keeps the other one', async () => {
    const app = await typed({}, 'wrong');
    await app.press(english.security.savePassword);
    await waitFor(() => expect(current()).toHaveValue(''));
    expect(current()).toHaveFocus();
    expect(current()).toHaveAccessibleDescription(english.errors.password_incorrect);
    expect(next()).toHaveValue(SECRET);
  });

  it('keeps its input when maintenance rejects it, and never stores it', async () => {
    const platform = createFakePlatform();
    const stored: string[] = [];
    const storage = platform.draftStorage;
    platform.draftStorage = {
      getItem: (key) => storage?.getItem(key) ?? null,
      setItem: (key, value) => void stored.push(`${key} ${value}`),
      removeItem: () => {},
    };
    const app = await typed({ platform });
    app.beginMaintenance();
    await app.press(english.security.savePassword);
    await expectPaused();
    expect(current()).toHaveValue(ADA.password);
    expect(next()).toHaveValue(SECRET);
    platform.hidePage();
    expect(stored.join()).not.toMatch(/correct|engine/);
    await app.endMaintenance();
    await app.press(english.security.savePassword);
    await waitFor(() =>
      expect(screen.queryByLabelText(english.security.newPassword)).not.toBeInTheDocument(),
    );
  });
});

describe('the authenticator app', () => {
  it('is turned on with a code, and shows the backup codes once', async () => {
    const { app, code } = await settingUp();
    await app.user.type(screen.getByLabelText(english.security.code), code);
    const title = await screen.findByRole('heading', { name: english.security.newCodes });
    await waitFor(() => expect(title).toHaveFocus());
    expect(section().getByText(english.security.on)).toBeVisible();
    expect(section().getByRole('link', { name: english.security.download })).toHaveAttribute(
      'download',
      'backup-codes.txt',
    );
    await app.press(english.security.codesKept);
    expect(screen.queryByRole('heading', { name: english.security.newCodes })).not.toBeInTheDocument();
    await waitFor(() => expect(document.body).not.toHaveFocus());
  });

  it('shows the key in groups of four, copies it without spaces, and links to an app', async () => {
    const { app } = await settingUp();
    const key = document.querySelector('[data-slot="page-secret-key"]')?.textContent ?? '';
    expect(key).toMatch(/^([A-Z2-7]{4} )*[A-Z2-7]{1,4}$/);
    await app.press(english.security.copySecret);
    expect(await navigator.clipboard.readText()).toBe(key.replaceAll(' ', ''));
    expect(screen.getByRole('link', { name: english.security.openApp })).toHaveAttribute(
      'href',
      expect.stringMatching(/^otpauth:/),
    );
  });

  it.each([
    ['does not open an authenticator app', 'https://example.com/key'],
    ['is too long for a QR code', `otpauth://totp/${'a'.repeat(3000)}`],
  ])('shows a sentence in place of the QR code if the URI of the key %s', async (_, uri) => {
    const app = await opened({
      adapter: {
        ...frontendApiAdapter({ baseUrl: '/__api' }),
        startAuthenticator: () => Promise.resolve({ secret: 'JBSWY3DPEHPK3PXP', uri }),
      },
    });
    await app.press(english.security.setUpAuthenticator);
    expect(await section().findByText(english.security.noQrCode)).toBeVisible();
    expect(screen.queryByRole('img', { name: english.security.qrCode })).not.toBeInTheDocument();
    expect(section().getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
  });

  it('keeps the key and the code when maintenance rejects it', async () => {
    const { app, code } = await settingUp();
    app.beginMaintenance();
    await app.user.type(screen.getByLabelText(english.security.code), code);
    await expectPaused();
    expect(screen.getByLabelText(english.security.code)).toHaveValue(code);
    expect(section().getByText(english.security.secret)).toBeVisible();
  });

  it('is turned off after a confirmation', async () => {
    const app = await opened({ service: { users: [withAuthenticator] } });
    await app.press(english.security.turnOffAuthenticator);
    expect(app.mutations()).toEqual([]);
    await app.press(english.security.turnOff);
    await closedDialog();
    expect(await section().findByText(english.security.off)).toBeVisible();
    await waitFor(() => expect(document.body).not.toHaveFocus());
  });

  it('gives new backup codes', async () => {
    const app = await opened({ service: { users: [withAuthenticator] } });
    await app.press(english.security.renewCodes);
    await app.user.click(
      (await screen.findAllByRole('button', { name: english.security.renewCodes })).at(-1) ?? document.body,
    );
    expect(await screen.findByRole('heading', { name: english.security.newCodes })).toBeVisible();
  });
});

/** Returns the Frontend API's adapter, but with operations that require the password. */
function strict(): AuthAdapter {
  const adapter = frontendApiAdapter({ baseUrl: '/__api' });
  return {
    ...adapter,
    async startAuthenticator(proof) {
      if (proof?.password !== ADA.password) throw new AuthError('password_incorrect', { field: 'password' });
      return (await adapter.startAuthenticator?.()) ?? { secret: '', uri: '' };
    },
  };
}

describe('a backend that requires the password first', () => {
  it('asks for it in a form, which shows when it is wrong', async () => {
    const app = await opened({ adapter: strict() });
    await app.press(english.security.setUpAuthenticator);
    await app.user.type(await screen.findByLabelText(english.userProfile.password), 'wrong{Enter}');
    expect(hiddenUsername()).toHaveValue(ADA.emailAddress);
    await waitFor(() => expect(screen.getByLabelText(english.userProfile.password)).toBeInvalid());
    expect(screen.getByLabelText(english.userProfile.password)).toHaveValue('');
    await app.user.type(screen.getByLabelText(english.userProfile.password), `${ADA.password}{Enter}`);
    expect(await section().findByText(english.security.secret)).toBeVisible();
  });
});
