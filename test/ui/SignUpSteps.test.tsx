import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { AuthError, SignUp, type AuthAdapter, type SignUpResult } from '../../src/index.ts';
import { renderWithApi, type RenderedApp, type RenderOptions } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

const field = (name: string): HTMLInputElement => screen.getByLabelText(name);
const submit = (): HTMLElement => screen.getByRole('button', { name: english.signUp.submit });

const everything = {
  name: 'required',
  username: 'required',
  verifyEmailAddress: true,
  legalConsent: true,
} as const;

async function atForm(
  settings: NonNullable<RenderOptions['service']>['settings'] = {},
): Promise<RenderedApp> {
  const app = renderWithApi(<SignUp />, { service: { settings } });
  await screen.findByLabelText(english.details.firstName);
  return app;
}

async function atCode(): Promise<RenderedApp> {
  const app = await atForm({ verifyEmailAddress: true });
  await app.user.type(field(english.details.firstName), 'Grace');
  await app.user.type(field(english.signUp.email), 'grace@example.com');
  await app.user.type(field(english.signIn.password), 'nanoseconds of wire{Enter}');
  await screen.findByRole('heading', { name: english.code.titleForSignUp });
  return app;
}

describe('the fields of a sign-up', () => {
  it('are those that the backend requires or accepts', async () => {
    await atForm(everything);
    expect(field(english.details.firstName)).toBeRequired();
    expect(field(english.details.lastName)).toHaveAttribute('autocomplete', 'family-name');
    expect(field('Username')).toBeRequired();
    expect(screen.getByRole('checkbox', { name: english.consent.plain })).toBeRequired();
    expect(screen.queryByLabelText(english.signUp.name)).not.toBeInTheDocument();
  });

  it("may stay empty if the backend doesn't require them", async () => {
    await atForm();
    expect(field(english.details.firstName)).not.toBeRequired();
    expect(field(english.signUp.email)).toBeRequired();
  });

  it('stay after the first focus, and missing details are requested afterwards', async () => {
    const signUp = vi.fn<NonNullable<AuthAdapter['signUp']>>(() =>
      Promise.resolve({ status: 'needs-details', missing: ['username'] }),
    );
    const completeSignUp = vi.fn<NonNullable<AuthAdapter['completeSignUp']>>(() =>
      Promise.resolve({ status: 'complete' }),
    );
    const real = frontendApiAdapter({ baseUrl: '/__api' });
    let answer = (): void => {};
    const adapter: AuthAdapter = {
      ...real,
      signUp,
      completeSignUp,
      loadAuthOptions: () =>
        new Promise((resolve, reject) => {
          answer = () => void real.loadAuthOptions?.().then(resolve, reject);
        }),
    };
    const app = renderWithApi(<SignUp />, { adapter, service: { settings: everything } });
    await app.user.type(field('Name'), 'Grace Hopper');
    answer();
    await app.user.type(field(english.signUp.email), 'grace@example.com');
    await app.user.type(field(english.signIn.password), 'nanoseconds of wire');
    await app.user.click(submit());
    expect(signUp).toHaveBeenCalledWith({
      name: 'Grace Hopper',
      email: 'grace@example.com',
      password: 'nanoseconds of wire',
    });
    await screen.findByRole('heading', { name: english.details.title });
    await app.user.type(field('Username'), 'grace{Enter}');
    await waitFor(() => expect(completeSignUp).toHaveBeenCalledWith({ username: 'grace' }));
  });

  it("show which one was rejected, even if the backend doesn't name it", async () => {
    const adapter: AuthAdapter = {
      ...frontendApiAdapter({ baseUrl: '/__api' }),
      signUp: () => Promise.reject(new AuthError('username_taken')),
    };
    const app = renderWithApi(<SignUp />, { adapter, service: { settings: everything } });
    await app.user.type(await screen.findByLabelText(english.details.username), 'grace');
    await app.user.type(field(english.details.firstName), 'Grace');
    await app.user.type(field(english.details.lastName), 'Hopper');
    await app.user.type(field(english.signUp.email), 'grace@example.com');
    await app.user.type(field(english.signIn.password), 'nanoseconds of wire');
    await app.user.click(screen.getByRole('checkbox'));
    await app.user.click(submit());
    await waitFor(() => expect(field('Username')).toHaveFocus());
    expect(field('Username')).toHaveAccessibleDescription(english.errors.username_taken);
  });

  it('show an error about none of them above the form', async () => {
    const adapter: AuthAdapter = {
      ...frontendApiAdapter({ baseUrl: '/__api' }),
      signUp: () => Promise.reject(new AuthError('invalid_input', { field: 'slug' })),
    };
    const app = renderWithApi(<SignUp />, { adapter });
    await app.user.type(await screen.findByLabelText(english.signUp.email), 'grace@example.com');
    await app.user.type(field(english.signIn.password), 'nanoseconds of wire');
    if (screen.queryByLabelText(english.signUp.name)) await app.user.type(field('Name'), 'Grace');
    await app.user.click(submit());
    expect(await screen.findByText(english.errors.invalid_input)).toBeVisible();
  });

  it.each([
    ['aaaaaaaa', english.strength.weak],
    ['12345678', english.strength.weak],
    ['kettle7pots', english.strength.fair],
    ['kettlesand7', english.strength.fair],
    ['kettle on hobs', english.strength.good],
    ['nine Kettles, 42 pots', english.strength.strong],
  ])('show how hard it is to guess %s', async (password, text) => {
    const app = await atForm();
    await app.user.type(field(english.signIn.password), password);
    expect(field(english.signIn.password)).toHaveAccessibleDescription(text);
  });

  it('come with links to the terms', async () => {
    const real = frontendApiAdapter({ baseUrl: '/__api' });
    const adapter: AuthAdapter = {
      ...real,
      async loadAuthOptions() {
        const options = await real.loadAuthOptions?.();
        if (!options) throw new TypeError('The emulator says how it is set up.');
        const legal = { legalConsent: true, termsUrl: '/terms', privacyUrl: '/privacy' };
        return { ...options, signUp: { ...options.signUp, ...legal } };
      },
    };
    renderWithApi(<SignUp />, { adapter });
    expect(await screen.findByRole('link', { name: english.consent.terms })).toHaveAttribute(
      'href',
      '/terms',
    );
    expect(screen.getByRole('link', { name: english.consent.privacy })).toHaveAttribute('target', '_blank');
    expect(
      screen.getByRole('checkbox', {
        name: textOf(english.consent.both, {
          terms: english.consent.terms,
          privacy: english.consent.privacy,
        }),
      }),
    ).not.toBeChecked();
  });
});

describe('the code of a sign-up', () => {
  it('creates the account', async () => {
    const app = await atCode();
    await app.user.type(field(english.code.label), '424242');
    await waitFor(() => expect(app.api.requests.at(-1)).toMatchObject({ method: 'GET', path: '/v1/client' }));
    expect(app.mutations().at(-1)).toMatch(/attempt_verification$/);
  });

  it('is kept in a maintenance, and succeeds after it', async () => {
    const app = await atCode();
    app.api.setMode('maintenance');
    await app.user.type(field(english.code.label), '424242');
    await screen.findByText(english.signUp.paused);
    expect(field(english.code.label)).toHaveValue('424242');
    app.api.setMode('operational');
    await app.advance(45_000);
    await screen.findByText(textOf(english.notice.titleInLine, english.over));
    await app.user.click(submit());
    await waitFor(() => expect(app.api.requests.at(-1)).toMatchObject({ method: 'GET', path: '/v1/client' }));
  });

  it('leads back to all values of the first card', async () => {
    const app = await atCode();
    await app.user.click(screen.getByRole('button', { name: english.flow.back }));
    await waitFor(() => expect(field(english.signUp.email)).toHaveValue('grace@example.com'));
    expect(field(english.details.firstName)).toHaveValue('Grace');
    expect(field(english.signIn.password)).toHaveValue('nanoseconds of wire');
  });

  it('survives a reload', async () => {
    const app = await atCode();
    app.remount();
    expect(await screen.findByRole('heading', { name: english.code.titleForSignUp })).toBeVisible();
  });
});

describe('a completed sign-up', () => {
  it('calls onSignedUp when the account exists', async () => {
    const onSignedUp = vi.fn<() => void>();
    const result: SignUpResult = { status: 'complete' };
    const adapter = {
      ...frontendApiAdapter({ baseUrl: '/__api' }),
      loadSession: () => Promise.resolve({ id: 'sess_1', user: { id: 'user_1', name: 'Grace' } }),
      signUp: () => Promise.resolve(result),
    };
    const app = renderWithApi(<SignUp onSignedUp={onSignedUp} />, { adapter });
    await screen.findByLabelText(english.details.firstName);
    await app.user.type(field(english.signUp.email), 'grace@example.com');
    await app.user.type(field(english.signIn.password), 'nanoseconds of wire{Enter}');
    await waitFor(() => expect(onSignedUp).toHaveBeenCalledTimes(1));
  });
});

describe('a sign-up that is not open', () => {
  it('shows that it is closed, and links to the sign-in', async () => {
    const real = frontendApiAdapter({ baseUrl: '/__api' });
    const adapter: AuthAdapter = {
      ...real,
      async loadAuthOptions() {
        const options = await real.loadAuthOptions?.();
        if (!options) throw new TypeError('The emulator says how it is set up.');
        return { ...options, signUp: { ...options.signUp, isOpen: false } };
      },
    };
    renderWithApi(<SignUp signInUrl="/sign-in" />, { adapter });
    await screen.findByRole('heading', { name: english.details.closedTitle });
    expect(screen.getByRole('link', { name: english.signUp.signIn })).toHaveAttribute('href', '/sign-in');
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
  });
});
