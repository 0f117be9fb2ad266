import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { SignUp } from '../../src/index.ts';
import { ADA, renderWithApi, type RenderedApp } from '../support/renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

const field = (name: string): HTMLInputElement => screen.getByLabelText(name);
const submit = (): HTMLElement => screen.getByRole('button', { name: english.signUp.submit });

async function typed(emailAddress: string, onSignedUp?: () => void): Promise<RenderedApp> {
  const app = renderWithApi(<SignUp onSignedUp={onSignedUp} />);
  await app.user.type(field('Name'), 'Grace Hopper');
  await app.user.type(field(english.signUp.email), emailAddress);
  await app.user.type(field(english.signIn.password), 'nanoseconds');
  return app;
}

describe('SignUp', () => {
  it('creates an account, and announces it when the session is loaded', async () => {
    const onSignedUp = vi.fn<() => void>();
    const app = await typed('grace@example.com', onSignedUp);
    await app.user.click(submit());
    await waitFor(() => expect(onSignedUp).toHaveBeenCalledTimes(1));
    expect(app.mutations()).toEqual(['POST /v1/client/sign_ups']);
  });

  it('shows at the field that the address is taken, keeps the other values and moves the focus there', async () => {
    const app = await typed(ADA.emailAddress);
    await app.user.click(submit());
    await waitFor(() => expect(field(english.signUp.email)).toHaveFocus());
    expect(field(english.signUp.email)).toBeInvalid();
    expect(field(english.signUp.email)).toHaveAccessibleDescription(english.errors.identifier_taken);
    expect(field(english.signIn.password)).toHaveValue('nanoseconds');
  });

  it('shows how long a password must be before it is too short', async () => {
    const app = renderWithApi(<SignUp minPasswordLength={10} />);
    expect(field(english.signIn.password)).toHaveAccessibleDescription(
      textOf(english.signUp.passwordHint, { count: 10 }),
    );
    await app.user.click(submit());
    expect(field('Name')).toHaveFocus();
  });

  it('keeps all values through a rejection, and succeeds after the maintenance', async () => {
    const app = await typed('grace@example.com');
    app.api.setMode('maintenance');
    await app.user.click(submit());
    await screen.findByText(english.signUp.paused);
    expect(['Name', english.signUp.email, english.signIn.password].map((name) => field(name).value)).toEqual([
      'Grace Hopper',
      'grace@example.com',
      'nanoseconds',
    ]);
    app.api.setMode('operational');
    await app.advance(45_000);
    await screen.findByText(textOf(english.notice.titleInLine, english.over));
    await app.user.click(submit());
    await waitFor(() => expect(app.api.requests.at(-1)).toMatchObject({ path: '/v1/client' }));
    expect(app.mutations()).toHaveLength(2);
  });
});
