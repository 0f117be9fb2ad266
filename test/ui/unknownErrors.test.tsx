import { screen, waitFor } from '@testing-library/react';
import { createAuthClient } from 'better-auth/client';
import { describe, expect, it } from 'vitest';
import { betterAuthAdapter } from '../../src/adapters/betterAuth.ts';
import {
  AuthError,
  english,
  SignIn,
  UserProfile,
  type AuthAdapter,
  type AuthErrorCode,
  type AuthField,
} from '../../src/index.ts';
import { ADA, renderWithApi } from '../support/renderWithApi.tsx';

/** Returns an adapter for an application's own backend, which rejects everything with its own code. */
function withErrorMapping(code: string, field?: string): AuthAdapter {
  const reject = () =>
    Promise.reject(
      new AuthError(code as AuthErrorCode, { field: field as AuthField | undefined, backendCode: code }),
    );
  return {
    name: 'own-api',
    baseUrl: '/api',
    loadSession: () => Promise.resolve(null),
    signInWithPassword: reject,
  };
}

const signedIn: AuthAdapter = {
  ...withErrorMapping('ADDRESS_TAKEN', 'phone'),
  loadSession: () => Promise.resolve({ id: 'session', user: { id: 'ada', name: 'Ada' } }),
  loadUser: () =>
    Promise.resolve({
      id: 'ada',
      name: 'Ada',
      hasImage: false,
      hasPassword: true,
      hasAuthenticator: false,
      hasBackupCodes: false,
    }),
  updateUser: () => Promise.reject(new AuthError('not_allowed', { field: 'slug' })),
};

describe('a form that the API rejects with an unknown error', () => {
  it.each([
    ['ACCOUNT_LOCKED', undefined],
    ['__proto__', undefined],
    ['toString', 'toString'],
    ['invalid', 'constructor'],
  ])('shows the text for unexpected errors for the code %j and the field %j', async (code, field) => {
    const app = renderWithApi(<SignIn />, { adapter: withErrorMapping(code, field) });
    await app.user.type(await screen.findByLabelText(english.signIn.email), ADA.emailAddress);
    await app.user.type(screen.getByLabelText(english.signIn.password), `${ADA.password}{Enter}`);
    expect(await screen.findByText(english.errors.unexpected)).toBeVisible();
    expect(screen.getByLabelText(english.signIn.email)).toHaveValue(ADA.emailAddress);
  });

  it('shows the error above its fields if it lacks the field of the error', async () => {
    const app = renderWithApi(<UserProfile />, { adapter: signedIn });
    await app.user.type(await screen.findByLabelText(english.profileDetails.name), ' Lovelace');
    await app.user.click(screen.getByRole('button', { name: english.profileDetails.save }));
    expect(await screen.findByText(english.errors.not_allowed)).toBeVisible();
  });
});

describe('the return URL of another service', () => {
  it.each(['__proto__', 'constructor'])('shows the form and a text for the error %j', async (error) => {
    history.replaceState(null, '', `?maintenance-kit-return=sign-in&error=${error}`);
    const client = createAuthClient({
      baseURL: 'https://app.example/api/auth',
      fetchOptions: { customFetchImpl: async () => Response.json(null) },
    });
    const adapter = betterAuthAdapter(client, { providers: [{ id: 'google', name: 'Google' }] });
    renderWithApi(<SignIn />, { adapter });
    await waitFor(() => expect(screen.getByText(english.errors.unexpected)).toBeVisible());
    expect(screen.getByLabelText(english.signIn.email)).toBeVisible();
  });
});
