// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { authenticatorCode } from '../../src/testing/frontend-api/authenticator.ts';
import { cautious } from './contractFixture.ts';
import { ada, createFlowFixture, grace } from './flows.ts';

const identifier = ada.emailAddress;
const returnUrl = 'https://app.example/back';
const newUser = { email: 'new.user@example.com', password: 'battery staple' };
const newPerson = { emailAddress: newUser.email, firstName: 'New' };

describe('a code by email', () => {
  it('the result of a sent code contains the masked address', async () => {
    const { adapter, api } = createFlowFixture();
    expect(await adapter.requestSignInCode({ identifier })).toEqual({
      status: 'needs-code',
      sentTo: 'a**@example.com',
      purpose: 'sign-in',
    });
    expect(api.lastCode(identifier)).toBe('424242');
    expect(await adapter.submitSignInCode({ code: '424242' })).toEqual({ status: 'complete' });
    expect(await adapter.loadSession()).toMatchObject({ user: { email: identifier } });
  });

  it('a code can be wrong twice before a new one is required', async () => {
    const { adapter } = createFlowFixture();
    await adapter.requestSignInCode({ identifier });
    const wrong = () => adapter.submitSignInCode({ code: '000000' });
    await expect(wrong()).rejects.toMatchObject({ code: 'code_incorrect', field: 'code' });
    await expect(wrong()).rejects.toMatchObject({ code: 'code_incorrect' });
    await expect(wrong()).rejects.toMatchObject({ code: 'code_incorrect' });
    await expect(adapter.submitSignInCode({ code: '424242' })).rejects.toMatchObject({
      code: 'code_expired',
    });
    await adapter.resendSignInCode();
    expect(await adapter.submitSignInCode({ code: '424242' })).toEqual({ status: 'complete' });
  });

  it('a code expires after ten minutes', async () => {
    const { adapter, pass } = createFlowFixture();
    await adapter.requestSignInCode({ identifier });
    pass(10 * 60_000);
    await expect(adapter.submitSignInCode({ code: '424242' })).rejects.toMatchObject({
      code: 'code_expired',
    });
  });

  it('a code can be entered after a reload', async () => {
    const { adapter, reload } = createFlowFixture();
    await adapter.requestSignInCode({ identifier });
    expect(await reload().loadSignIn()).toMatchObject({ status: 'needs-code', purpose: 'sign-in' });
    expect(await reload().submitSignInCode({ code: '424242' })).toEqual({ status: 'complete' });
    expect(await reload().loadSignIn()).toBeNull();
  });

  it('a code requires a sign-in in progress', async () => {
    const { adapter } = createFlowFixture();
    await expect(adapter.submitSignInCode({ code: '424242' })).rejects.toMatchObject({
      code: 'flow_expired',
    });
    await expect(adapter.resendSignInCode()).rejects.toMatchObject({ code: 'flow_expired' });
  });

  it('the number of codes is limited', async () => {
    const { adapter } = createFlowFixture({ codeLimit: { attempts: 1, perMs: 60_000 } });
    await adapter.requestSignInCode({ identifier });
    await expect(adapter.resendSignInCode()).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

describe('a second factor', () => {
  it('a second factor is requested after the password, and survives a reload', async () => {
    const { adapter, reload } = createFlowFixture();
    const step = { status: 'needs-second-factor', factors: ['authenticator', 'backup-code'] };
    expect(await adapter.signInWithPassword(cautious)).toEqual(step);
    expect(await reload().loadSignIn()).toEqual(step);
    expect(await adapter.loadSession()).toBeNull();
  });

  it('an authenticator’s code is a second factor', async () => {
    const { adapter, pass } = createFlowFixture();
    await adapter.signInWithPassword(cautious);
    const code = await authenticatorCode(cautious.secret, Date.UTC(2026, 10, 3, 10));
    pass(90_000);
    await expect(adapter.submitSecondFactor({ factor: 'authenticator', code })).rejects.toMatchObject({
      code: 'code_incorrect',
    });
    pass(-90_000);
    expect(await adapter.submitSecondFactor({ factor: 'authenticator', code })).toEqual({
      status: 'complete',
    });
  });

  it('a backup code is a second factor once', async () => {
    const { adapter } = createFlowFixture();
    const answer = { factor: 'backup-code', code: cautious.backupCode } as const;
    await adapter.signInWithPassword(cautious);
    expect(await adapter.submitSecondFactor(answer)).toEqual({ status: 'complete' });
    await adapter.signOut();
    await adapter.signInWithPassword(cautious);
    await expect(adapter.submitSecondFactor(answer)).rejects.toMatchObject({ code: 'code_incorrect' });
  });

  it('a code by email is a second factor on a new device', async () => {
    const { adapter } = createFlowFixture({ settings: { verifyNewDevices: true } });
    expect(await adapter.signInWithPassword({ identifier, password: ada.password })).toEqual({
      status: 'needs-second-factor',
      factors: ['email-code'],
    });
    expect(await adapter.requestSecondFactorCode()).toMatchObject({ purpose: 'second-factor' });
    expect(await adapter.submitSignInCode({ code: '424242' })).toEqual({ status: 'complete' });
  });
});

describe('a forgotten password', () => {
  it('a forgotten password is replaced by a new one, which signs in', async () => {
    const { adapter, reload } = createFlowFixture();
    expect(await adapter.requestPasswordReset({ identifier: 'countess' })).toMatchObject({
      purpose: 'new-password',
    });
    expect(await adapter.submitSignInCode({ code: '424242' })).toEqual({ status: 'needs-new-password' });
    expect(await reload().loadSignIn()).toEqual({ status: 'needs-new-password' });
    await expect(adapter.setNewPassword({ password: 'short' })).rejects.toMatchObject({
      code: 'password_too_weak',
      field: 'password',
    });
    await expect(adapter.setNewPassword({ password: 'iloveyou' })).rejects.toMatchObject({
      backendCode: 'form_password_pwned',
    });
    expect(await adapter.setNewPassword({ password: 'battery staple' })).toEqual({ status: 'complete' });
    await adapter.signOut();
    expect(await adapter.signInWithPassword({ identifier, password: 'battery staple' })).toEqual({
      status: 'complete',
    });
  });

  it('a forgotten password doesn’t bypass the second factor', async () => {
    const { adapter } = createFlowFixture();
    await adapter.requestPasswordReset({ identifier: grace.emailAddress });
    await adapter.submitSignInCode({ code: '424242' });
    expect(await adapter.setNewPassword({ password: 'battery staple' })).toMatchObject({
      status: 'needs-second-factor',
    });
    expect(await adapter.loadSession()).toBeNull();
  });
});

describe('a provider', () => {
  const providers = { settings: { providers: ['google'] } };

  it('a provider signs in a user with an account', async () => {
    const { adapter, api } = createFlowFixture(providers);
    const { url } = await adapter.signInWithProvider({ provider: 'google', returnUrl });
    expect(api.answerAtProvider(url, { emailAddress: identifier })).toBe(returnUrl);
    expect(await adapter.finishProviderSignIn()).toEqual({ status: 'complete' });
    expect(await adapter.loadConnectedAccounts()).toMatchObject([{ provider: 'google', label: identifier }]);
  });

  it('a provider creates an account and asks for missing details', async () => {
    const { adapter, api } = createFlowFixture({
      settings: { providers: ['google'], username: 'required', verifyEmailAddress: true },
    });
    const { url } = await adapter.signInWithProvider({ provider: 'google', returnUrl });
    api.answerAtProvider(url, newPerson);
    expect(await adapter.finishProviderSignIn()).toEqual({
      status: 'needs-details',
      missing: ['username'],
    });
    await expect(adapter.completeSignUp({ username: 'countess' })).rejects.toMatchObject({
      code: 'username_taken',
      field: 'username',
    });
    expect(await adapter.completeSignUp({ username: 'newcomer' })).toEqual({ status: 'complete' });
    expect(await adapter.loadUser()).toMatchObject({ username: 'newcomer', hasPassword: false });
  });

  it('a provider can deny the sign-in', async () => {
    const { adapter, api } = createFlowFixture(providers);
    const { url } = await adapter.signInWithProvider({ provider: 'google', returnUrl });
    api.answerAtProvider(url, 'denied');
    await expect(adapter.finishProviderSignIn()).rejects.toMatchObject({ code: 'provider_denied' });
  });

  it('a provider doesn’t bypass the second factor', async () => {
    const { adapter, api } = createFlowFixture(providers);
    const { url } = await adapter.signInWithProvider({ provider: 'google', returnUrl });
    api.answerAtProvider(url, { emailAddress: grace.emailAddress });
    expect(await adapter.finishProviderSignIn()).toMatchObject({ status: 'needs-second-factor' });
  });

  it('the provider must be one of the instance’s', async () => {
    const { adapter } = createFlowFixture();
    await expect(adapter.signInWithProvider({ provider: 'google', returnUrl })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(adapter.finishProviderSignIn()).rejects.toMatchObject({ code: 'flow_expired' });
  });
});

describe('a sign-up', () => {
  it('a sign-up verifies its address, after a reload too', async () => {
    const { adapter, reload } = createFlowFixture({ settings: { verifyEmailAddress: true } });
    const step = { status: 'needs-code', sentTo: newUser.email, purpose: 'sign-up' };
    expect(await adapter.signUp(newUser)).toEqual(step);
    expect(await reload().loadSignUp()).toEqual(step);
    await expect(adapter.submitSignUpCode({ code: '000000' })).rejects.toMatchObject({
      code: 'code_incorrect',
    });
    expect(await reload().submitSignUpCode({ code: '424242' })).toEqual({ status: 'complete' });
    expect(await adapter.loadSession()).toMatchObject({ user: { email: newUser.email } });
    expect(await adapter.loadSignUp()).toBeNull();
  });

  it('a sign-up asks for missing details one step at a time', async () => {
    const { adapter } = createFlowFixture({
      settings: { legalConsent: true, name: 'required', verifyEmailAddress: true },
    });
    expect(await adapter.signUp({ ...newUser, firstName: 'New' })).toEqual({
      status: 'needs-details',
      missing: ['lastName', 'legalConsent'],
    });
    expect(await adapter.completeSignUp({ lastName: 'Comer', legalConsent: true })).toMatchObject({
      status: 'needs-code',
    });
  });

  it('an error about a part of the name belongs to the form’s one name field', async () => {
    const { adapter } = createFlowFixture();
    await expect(adapter.signUp({ ...newUser, username: 'a b' })).rejects.toMatchObject({
      code: 'invalid_input',
      field: 'username',
    });
  });
});

describe('the options of an instance', () => {
  it('the options contain everything that the forms need', async () => {
    const { adapter } = createFlowFixture({
      settings: { providers: ['google'], username: 'required', legalConsent: true, passwordMinLength: 10 },
    });
    expect(await adapter.loadAuthOptions()).toEqual({
      applicationName: 'Emulator',
      identifiers: ['email', 'username'],
      firstFactors: ['password', 'email-code'],
      secondFactors: ['authenticator', 'backup-code'],
      providers: [{ id: 'google', name: 'Google' }],
      password: { minLength: 10, maxLength: 72 },
      signUp: {
        isOpen: true,
        firstName: 'optional',
        lastName: 'optional',
        username: 'required',
        password: 'required',
        legalConsent: true,
      },
      user: { canDeleteAccount: true },
      organizations: { isOn: true, canCreate: true, hasSlugs: true },
    });
  });
});
