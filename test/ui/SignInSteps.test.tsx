import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, test, vi } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import type { AuthSession } from '../../src/auth/SessionPort.ts';
import {
  AuthError,
  SignIn,
  SystemUnderMaintenanceError,
  type AuthAdapter,
  type SignInResult,
} from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { createTextStorage, createFakePlatform } from '../support/fakePlatform.ts';
import { enter } from '../support/enter.ts';
import { ADA, renderWithApi, type RenderedApp, type RenderOptions } from '../support/renderWithApi.tsx';
import { textOf } from '../support/textOf.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';
const careful = { users: [{ ...ADA, authenticatorSecret: SECRET, backupCodes: ['kiwi-lime-plum'] }] };

const field = (name: string): HTMLInputElement => screen.getByLabelText(name);
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { name });

const session: AuthSession = { id: 'sess_1', user: { id: 'user_1', name: 'Ada' } };

/** The options of a backend with Google. */
const withGoogle: Awaited<ReturnType<NonNullable<AuthAdapter['loadAuthOptions']>>> = {
  identifiers: ['email'],
  firstFactors: ['password'],
  secondFactors: [],
  providers: [{ id: 'google', name: 'Google' }],
  password: { minLength: 8, maxLength: 72 },
  signUp: {
    isOpen: true,
    firstName: 'off',
    lastName: 'off',
    username: 'off',
    password: 'required',
    legalConsent: false,
  },
  user: { canDeleteAccount: false },
  organizations: { isOn: false, canCreate: false, hasSlugs: false },
};

/** The emulated backend with some of its operations replaced. */
function adapterWith(operations: Partial<AuthAdapter>): AuthAdapter {
  return { ...frontendApiAdapter({ baseUrl: '/__api' }), ...operations };
}

/** Waits until the step has the address that the user entered. */
async function addressFromFirstCard(): Promise<void> {
  await waitFor(() => expect(field(english.signIn.email)).toHaveValue(ADA.emailAddress));
}

async function atCode(options: RenderOptions = {}, onSignedIn?: () => void): Promise<RenderedApp> {
  const app = renderWithApi(<SignIn onSignedIn={onSignedIn} />, options);
  await enter(app, english.signIn.email, ADA.emailAddress);
  await app.user.click(await screen.findByRole('button', { name: english.codeByEmail.link }));
  await heading(english.codeByEmail.title);
  await addressFromFirstCard();
  await app.user.click(button(english.codeByEmail.submit));
  await heading(english.code.title);
  return app;
}

async function atSecondFactor(options: RenderOptions = {}, onSignedIn?: () => void): Promise<RenderedApp> {
  const app = renderWithApi(<SignIn onSignedIn={onSignedIn} />, { service: careful, ...options });
  await enter(app, english.signIn.email, ADA.emailAddress);
  await enter(app, english.signIn.password, ADA.password);
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByLabelText(english.signIn.password)).not.toBeInTheDocument());
  return app;
}

async function atNewPassword(options: RenderOptions = {}, onSignedIn?: () => void): Promise<RenderedApp> {
  const app = renderWithApi(<SignIn onSignedIn={onSignedIn} />, options);
  await enter(app, english.signIn.email, ADA.emailAddress);
  await app.user.click(button(english.forgottenPassword.link));
  await heading(english.forgottenPassword.title);
  await addressFromFirstCard();
  await app.user.click(button(english.codeByEmail.submit));
  await heading(english.code.title);
  await app.user.type(field(english.code.label), '424242');
  await heading(english.newPassword.title);
  return app;
}

function attempts(app: RenderedApp): number {
  return app.mutations().filter((mutation) => mutation.includes('attempt')).length;
}

/** Types a code, which a maintenance that has begun rejects. */
async function rejected(): Promise<RenderedApp> {
  const app = await atCode();
  app.api.setMode('maintenance');
  await app.user.type(field(english.code.label), '424242');
  await screen.findByText(textOf(english.notice.titleInLine, english.maintenance));
  await waitFor(() => expect(screen.getByRole('form')).toHaveAttribute('data-status', 'failed'));
  await app.advance(200);
  return app;
}

describe('a code by email', () => {
  it('signs in after the last digit', async () => {
    const onSignedIn = vi.fn<() => void>();
    const app = await atCode({}, onSignedIn);
    await app.user.type(field(english.code.label), '424242');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
    expect(attempts(app)).toBe(1);
  });

  it('is requested with the address from the first card', async () => {
    const app = renderWithApi(<SignIn />);
    await enter(app, english.signIn.email, ADA.emailAddress);
    await app.user.click(await screen.findByRole('button', { name: english.codeByEmail.link }));
    await heading(english.codeByEmail.title);
    expect(field(english.signIn.email)).toHaveValue(ADA.emailAddress);
  });

  it('an unknown address is an error of its field', async () => {
    const app = renderWithApi(<SignIn />);
    await app.user.click(await screen.findByRole('button', { name: english.codeByEmail.link }));
    await heading(english.codeByEmail.title);
    await app.user.type(field(english.signIn.email), 'unknown@example.com{Enter}');
    await waitFor(() =>
      expect(field(english.signIn.email)).toHaveAccessibleDescription(english.errors.identifier_unknown),
    );
  });

  it('receives the focus when its step begins, and is announced once', async () => {
    const app = await atCode();
    await waitFor(() => expect(field(english.code.label)).toHaveFocus());
    const before = app.spoken.length;
    await app.advance(200);
    expect(app.spoken.slice(before)).toEqual([
      `status: ${textOf(english.step.announcement, {
        title: english.code.title,
        text: textOf(english.code.text, { address: 'a**@example.com' }),
      })}`,
    ]);
  });

  it('can be filled in by the browser', async () => {
    await atCode();
    expect(field(english.code.label)).toHaveAttribute('autocomplete', 'one-time-code');
    expect(field(english.code.label)).toHaveAttribute('inputmode', 'numeric');
  });

  it('a wrong code is cleared, has an error at its field, and can be typed again', async () => {
    const onSignedIn = vi.fn<() => void>();
    const app = await atCode({}, onSignedIn);
    await app.user.type(field(english.code.label), '111111');
    await screen.findByText(english.errors.code_incorrect);
    await waitFor(() => expect(field(english.code.label)).toHaveValue(''));
    await waitFor(() => expect(field(english.code.label)).toHaveFocus());
    expect(field(english.code.label)).toHaveAccessibleDescription(english.errors.code_incorrect);
    await app.user.type(field(english.code.label), '424242');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
  });

  it("isn't sent while it is incomplete", async () => {
    const app = await atCode();
    await app.user.type(field(english.code.label), '424{Enter}');
    expect(field(english.code.label)).toHaveAccessibleDescription(
      textOf(english.code.incomplete, { count: 6 }),
    );
    expect(attempts(app)).toBe(0);
  });

  it('is never stored', async () => {
    const platform = createFakePlatform();
    const storage = createTextStorage();
    const setItem = vi.spyOn(storage, 'setItem');
    platform.draftStorage = storage;
    const app = await atCode({ platform });
    await app.user.type(field(english.code.label), '42424');
    platform.hidePage();
    expect(JSON.stringify([setItem.mock.calls, history.state, location.href])).not.toContain('4242');
  });
});

describe('a code during maintenance', () => {
  it('keeps its value and the focus', async () => {
    await rejected();
    expect(field(english.code.label)).toHaveValue('424242');
    expect(field(english.code.label)).toHaveFocus();
  });

  it("isn't sent automatically, neither during nor after the maintenance", async () => {
    const app = await rejected();
    await app.user.type(field(english.code.label), '{Backspace}2');
    expect(field(english.code.label)).toHaveValue('424242');
    app.api.setMode('operational');
    await app.advance(45_000);
    await screen.findByText(textOf(english.notice.titleInLine, english.over));
    expect(attempts(app)).toBe(1);
    expect(field(english.code.label)).toHaveValue('424242');
  });

  it('the rejection is announced once', async () => {
    const app = await rejected();
    expect(app.spoken.filter((text) => text.startsWith('alert'))).toEqual([
      `alert: ${textOf(english.notice.announcement, { title: english.maintenance.title, text: english.signIn.paused })}`,
    ]);
  });

  it('a code is sent after the maintenance only on a press', async () => {
    const app = await rejected();
    app.api.setMode('operational');
    await app.advance(45_000);
    await screen.findByText(textOf(english.notice.titleInLine, english.over));
    await app.user.click(button(english.code.submit));
    await waitFor(() => expect(app.api.requests.at(-1)).toMatchObject({ method: 'GET', path: '/v1/client' }));
    expect(attempts(app)).toBe(2);
  });
});

describe('a new code', () => {
  it('can be requested after 30 seconds, and not before', async () => {
    const app = await atCode();
    const sent = app.mutations().length;
    const resend = button(textOf(english.code.resendIn, { time: '0:30' }));
    await app.user.click(resend);
    expect(resend).toHaveAttribute('aria-disabled', 'true');
    await app.advance(10_000);
    expect(resend).toHaveTextContent(textOf(english.code.resendIn, { time: '0:20' }));
    await app.advance(20_000);
    expect(resend).toHaveTextContent(english.code.resend);
    expect(resend).not.toHaveAttribute('aria-disabled');
    expect(app.mutations()).toHaveLength(sent);

    await app.user.click(resend);
    await waitFor(() => expect(resend).toHaveTextContent(textOf(english.code.resendIn, { time: '0:30' })));
    expect(app.mutations().at(-1)).toMatch(/prepare_first_factor$/);
    await app.advance(200);
    expect(app.spoken.at(-1)).toBe(`status: ${textOf(english.code.resent, { address: 'a**@example.com' })}`);
  });

  it('can be requested after 30 seconds even if the clock is set back', async () => {
    const app = await atCode();
    app.platform.shiftClock(-3_600_000);
    await app.advance(30_000);
    expect(button(english.code.resend)).not.toHaveAttribute('aria-disabled');
  });

  it("isn't requested in maintenance, and the button gives the reason", async () => {
    const app = await atCode();
    await app.advance(30_000);
    app.api.setMode('maintenance');
    const resend = button(english.code.resend);
    await app.user.click(resend);
    await screen.findByText(textOf(english.notice.titleInLine, english.maintenance));
    const sent = app.mutations();
    await app.user.click(resend);
    expect(resend).toHaveAccessibleDescription(english.maintenance.availableAgain);
    expect(app.mutations()).toEqual(sent);
  });

  it('the countdown stops after unmount', async () => {
    const app = await atCode();
    await app.user.click(button(english.flow.back));
    await heading(textOf(english.signIn.titleFor, { application: 'Emulator' }));
    await app.advance(200);
    const counting = app.platform.timersDueAt.filter((dueAt) => dueAt - app.platform.now() <= 1_000);
    expect(counting).toEqual([]);
  });
});

describe('a second factor', () => {
  /** The clock of the authenticator isn't tested here. */
  const authenticator = (): AuthAdapter =>
    adapterWith({
      loadSession: () => Promise.resolve(session),
      async submitSecondFactor({ factor, code }) {
        if (factor !== 'authenticator' || code !== '123456') throw new AuthError('code_incorrect');
        await Promise.resolve();
        return { status: 'complete' };
      },
    });

  it('can be the code of an authenticator', async () => {
    const onSignedIn = vi.fn<() => void>();
    const app = await atSecondFactor({ adapter: authenticator() }, onSignedIn);
    await waitFor(() => expect(field(english.secondFactor.codeLabel)).toHaveFocus());
    await app.user.type(field(english.secondFactor.codeLabel), '123456');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
  });

  it('can be a backup code if the authenticator is lost', async () => {
    const onSignedIn = vi.fn<() => void>();
    const app = await atSecondFactor({}, onSignedIn);
    await app.user.click(button(english.secondFactor.useBackupCode));
    await waitFor(() => expect(field(english.secondFactor.backupCodeLabel)).toHaveFocus());
    await app.user.type(field(english.secondFactor.backupCodeLabel), 'kiwi-lime-plum{Enter}');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
  });

  it('a wrong code has an error at its field', async () => {
    const app = await atSecondFactor({ adapter: authenticator() });
    await app.user.type(field(english.secondFactor.codeLabel), '000000');
    await waitFor(() => expect(field(english.secondFactor.codeLabel)).toBeInvalid());
    expect(field(english.secondFactor.codeLabel)).toHaveAccessibleDescription(english.errors.code_incorrect);
    expect(field(english.secondFactor.codeLabel)).toHaveValue('');
  });

  const byEmail: SignInResult = { status: 'needs-second-factor', factors: ['email-code'] };
  const sent: SignInResult = { status: 'needs-code', sentTo: 'a**@example.com', purpose: 'second-factor' };

  it('is sent by email as soon as its step begins, once', async () => {
    const requestSecondFactorCode = vi.fn<() => Promise<SignInResult>>(() => Promise.resolve(sent));
    const adapter = adapterWith({
      signInWithPassword: () => Promise.resolve(byEmail),
      requestSecondFactorCode,
    });
    await atSecondFactor({ adapter });
    await heading(english.code.title);
    expect(requestSecondFactorCode).toHaveBeenCalledTimes(1);
  });

  it('is sent by email once after the maintenance that rejected the request', async () => {
    const requestSecondFactorCode = vi
      .fn<() => Promise<SignInResult>>()
      .mockRejectedValueOnce(new SystemUnderMaintenanceError())
      .mockResolvedValue(sent);
    const adapter = adapterWith({
      signInWithPassword: () => Promise.resolve(byEmail),
      requestSecondFactorCode,
    });
    const app = await atSecondFactor({ adapter });
    await screen.findByText(textOf(english.notice.titleInLine, english.maintenance));
    expect(button(english.codeByEmail.submit)).toHaveAttribute('aria-disabled', 'true');
    expect(requestSecondFactorCode).toHaveBeenCalledTimes(1);
    await app.advance(60_000);
    await heading(english.code.title);
    expect(requestSecondFactorCode).toHaveBeenCalledTimes(2);
  });
});

describe('a forgotten password', () => {
  it('is replaced after a code, and the new one signs in', async () => {
    const onSignedIn = vi.fn<() => void>();
    const app = await atNewPassword({}, onSignedIn);
    await waitFor(() => expect(field(english.newPassword.label)).toHaveFocus());
    await app.user.type(field(english.newPassword.label), 'nine kettles');
    await app.user.click(button(english.newPassword.submit));
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
    expect(app.mutations().at(-1)).toMatch(/reset_password$/);
  });

  it('belongs to the account that the user named, for password managers', async () => {
    await atNewPassword();
    const username = document.querySelector('[autocomplete="username"][hidden]');
    expect(username).toHaveValue(ADA.emailAddress);
    expect(username).not.toBeVisible();
    await waitFor(() => expect(field(english.newPassword.label)).toHaveFocus());
  });

  it('the new one is kept through a maintenance', async () => {
    const app = await atNewPassword();
    await app.user.type(field(english.newPassword.label), 'nine kettles');
    app.api.setMode('maintenance');
    await app.user.click(button(english.newPassword.submit));
    await screen.findByText(textOf(english.notice.titleInLine, english.maintenance));
    expect(field(english.newPassword.label)).toHaveValue('nine kettles');
    expect(button(english.newPassword.submit)).toHaveFocus();
  });

  it('the new one shows its strength, and is kept if the API rejects it', async () => {
    const app = await atNewPassword();
    await app.user.type(field(english.newPassword.label), 'iloveyou');
    expect(field(english.newPassword.label)).toHaveAccessibleDescription(english.strength.weak);
    await app.user.click(button(english.newPassword.submit));
    await waitFor(() => expect(field(english.newPassword.label)).toBeInvalid());
    expect(field(english.newPassword.label)).toHaveAccessibleDescription(english.errors.password_too_weak);
  });
});

describe('a provider', () => {
  const google = { settings: { providers: ['google'] } };

  it('opens with a return URL', async () => {
    const onRedirect = vi.fn<(url: string) => void>();
    const app = renderWithApi(<SignIn onRedirect={onRedirect} />, { service: google });
    await app.user.click(
      await screen.findByRole('button', {
        name: textOf(english.providers.continueWith, { provider: 'Google' }),
      }),
    );
    await waitFor(() => expect(onRedirect).toHaveBeenCalledTimes(1));
    const returnUrl = new URL(onRedirect.mock.calls[0]?.[0] ?? '').searchParams.get('redirect_uri');
    expect(returnUrl).toBe('https://app.example/?maintenance-kit-return=sign-in+google');
  });

  it("isn't opened in maintenance", async () => {
    const onRedirect = vi.fn<(url: string) => void>();
    const app = renderWithApi(<SignIn onRedirect={onRedirect} />, { service: google });
    const way = await screen.findByRole('button', {
      name: textOf(english.providers.continueWith, { provider: 'Google' }),
    });
    app.api.setMode('maintenance');
    await act(async () => void (await app.monitor.report({ status: 503, code: 'maintenance_mode' })));
    await app.advance(200);
    const before = app.spoken.length;
    await app.user.click(way);
    await app.advance(200);
    expect(way).toHaveAttribute('aria-disabled', 'true');
    expect(app.spoken.slice(before)).toEqual([`alert: ${english.maintenance.blocked}`]);
    expect(app.mutations()).toEqual([]);
    expect(onRedirect).not.toHaveBeenCalled();
  });

  it('completes when the browser returns, and the address is cleaned up', async () => {
    history.replaceState(null, '', '/?page=2&maintenance-kit-return=sign-in');
    const onSignedIn = vi.fn<() => void>();
    const adapter = adapterWith({
      loadSession: () => Promise.resolve(session),
      finishProviderSignIn: () => Promise.resolve({ status: 'complete' }),
    });
    renderWithApi(<SignIn onSignedIn={onSignedIn} />, { adapter });
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
    expect(location.search).toBe('?page=2');
  });

  it('leads back to the first card with the reason if it denies access', async () => {
    history.replaceState(null, '', '/?maintenance-kit-return=sign-in');
    const adapter = adapterWith({
      finishProviderSignIn: () => Promise.reject(new AuthError('provider_denied')),
    });
    renderWithApi(<SignIn />, { adapter });
    await screen.findByText(textOf(english.errors.provider_denied));
    expect(field(english.signIn.password)).toBeVisible();
  });

  it.each([
    ['known', 'google', textOf(english.errors.provider_denied, { provider: 'Google' })],
    ['unknown', 'Call%200800', textOf(english.errors.provider_denied)],
  ])('says which provider denied access, if it is %s', async (_, provider, text) => {
    history.replaceState(null, '', `/?maintenance-kit-return=sign-in+${provider}`);
    const adapter = adapterWith({
      loadAuthOptions: () => Promise.resolve(withGoogle),
      finishProviderSignIn: () => Promise.reject(new AuthError('provider_denied')),
    });
    renderWithApi(<SignIn />, { adapter });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('asks for the details that the account is missing', async () => {
    history.replaceState(null, '', '/?maintenance-kit-return=sign-in');
    const completeSignUp = vi.fn<NonNullable<AuthAdapter['completeSignUp']>>(() =>
      Promise.resolve({ status: 'complete' }),
    );
    const adapter = adapterWith({
      finishProviderSignIn: () => Promise.resolve({ status: 'needs-details', missing: ['lastName'] }),
      completeSignUp,
    });
    const app = renderWithApi(<SignIn />, { adapter });
    await heading(english.details.title);
    await app.user.type(field(english.details.lastName), 'Lovelace{Enter}');
    await waitFor(() => expect(completeSignUp).toHaveBeenCalledWith({ lastName: 'Lovelace' }));
  });
});

describe('a passkey', () => {
  it('shows that no passkey was used, and keeps the form', async () => {
    const adapter = adapterWith({
      signInWithPasskey: () => Promise.reject(new AuthError('passkey_canceled')),
    });
    const { loadAuthOptions: _, ...plain } = adapter;
    const app = renderWithApi(<SignIn />, { adapter: plain });
    await enter(app, english.signIn.email, ADA.emailAddress);
    await app.user.click(button(english.providers.passkey));
    await screen.findByText(english.errors.passkey_canceled);
    expect(field(english.signIn.email)).toHaveValue(ADA.emailAddress);
  });
});

describe('the step', () => {
  it("returns to the first card with its input on the browser's back button", async () => {
    await atCode();
    act(() => history.back());
    await heading(textOf(english.signIn.titleFor, { application: 'Emulator' }));
    expect(field(english.signIn.email)).toHaveValue(ADA.emailAddress);
    expect(history.state).toBeNull();
  });

  it('survives a reload if the backend still has the sign-in', async () => {
    const app = await atCode();
    app.remount();
    await heading(english.code.title);
    await app.user.type(field(english.code.label), '424242');
    await waitFor(() => expect(app.api.requests.at(-1)).toMatchObject({ method: 'GET', path: '/v1/client' }));
    expect(attempts(app)).toBe(1);
  });

  it('the flow starts again after a reload if the backend has no sign-in in progress', async () => {
    history.replaceState({ mine: 1, maintenanceKitStep: 'sign-in under-way' }, '');
    renderWithApi(<SignIn />);
    await waitFor(() => expect(history.state).toEqual({ mine: 1 }));
    expect(field(english.signIn.password)).toBeVisible();
  });

  it('the history contains no personal data', async () => {
    await atCode();
    await waitFor(() => expect(history.state).toEqual({ maintenanceKitStep: 'sign-in under-way' }));
  });

  it("doesn't show the error of another card", async () => {
    const app = await atCode();
    await app.user.type(field(english.code.label), '111111');
    await screen.findByText(english.errors.code_incorrect);
    await app.user.click(button(english.flow.back));
    await heading(textOf(english.signIn.titleFor, { application: 'Emulator' }));
    expect(screen.getByRole('form')).toHaveAttribute('data-status', 'editing');
    expect(screen.queryByText(english.errors.code_incorrect)).not.toBeInTheDocument();
  });
});

describe('the available methods', () => {
  it('are a password only if the adapter supports nothing else', () => {
    const adapter: AuthAdapter = {
      name: 'small',
      baseUrl: '/__api',
      loadSession: () => Promise.resolve(null),
      signInWithPassword: () => Promise.resolve({ status: 'complete' }),
    };
    renderWithApi(<SignIn />, { adapter });
    expect(screen.getAllByRole('button').map((found) => found.textContent)).toEqual([
      '',
      english.signIn.submit,
    ]);
  });

  it('are a code only if there are no passwords', async () => {
    const {
      signInWithPassword: _,
      loadAuthOptions: __,
      ...adapter
    } = frontendApiAdapter({ baseUrl: '/__api' });
    const app = renderWithApi(<SignIn />, { adapter });
    expect(screen.queryByLabelText(english.signIn.password)).not.toBeInTheDocument();
    await enter(app, english.signIn.email, ADA.emailAddress);
    await app.user.keyboard('{Enter}');
    await heading(english.code.title);
  });

  it('include a username if the backend accepts one', async () => {
    renderWithApi(<SignIn />, { service: { settings: { username: 'optional' } } });
    expect(await screen.findByLabelText(english.flow.identifier)).toHaveAttribute('type', 'text');
  });

  it('are loaded again when reads succeed again', async () => {
    const app = renderWithApi(<SignIn />, {
      service: { settings: { providers: ['google'] } },
    });
    app.api.setMode('unavailable');
    await screen.findByRole('heading', { name: english.unavailable.title });
    app.api.setMode('operational');
    await app.advance(200_000);
    expect(
      await screen.findByRole('button', {
        name: textOf(english.providers.continueWith, { provider: 'Google' }),
      }),
    ).toBeVisible();
  });
});

test('markup in an email address is shown as text', async () => {
  const sentTo = '<img src=x onerror=alert(1)>';
  const adapter = adapterWith({
    requestPasswordReset: () => Promise.resolve({ status: 'needs-code', sentTo, purpose: 'new-password' }),
  });
  const app = renderWithApi(<SignIn />, { adapter });
  await app.user.click(button(english.forgottenPassword.link));
  await heading(english.forgottenPassword.title);
  fireEvent.change(field(english.signIn.email), { target: { value: ADA.emailAddress } });
  await app.user.click(button(english.codeByEmail.submit));
  await screen.findByText(textOf(english.code.textForNewPassword, { address: sentTo }));
  expect(document.querySelector('img')).toBeNull();
});
