import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import { AuthError, type AuthAdapter } from '../../src/index.ts';
import { english } from '../../src/messages/english.ts';
import { renderAccount, type RenderedAccount } from '../support/account.tsx';
import { renderOrganization } from '../support/renderOrganization.tsx';
import { ADA, type RenderedApp, type RenderOptions } from '../support/renderWithApi.tsx';
import { textOf } from '../support/textOf.ts';

const { deleteAccount, organizationGeneral, userProfile } = english;
const NAME = 'Analytical Engines';

const field = (word: string): HTMLInputElement =>
  screen.getByLabelText(textOf(userProfile.typeToConfirm, { word }));

async function press(app: RenderedApp, name: string): Promise<void> {
  await app.user.click(await screen.findByRole('button', { name }));
}

async function opened(
  options: RenderOptions = {},
  onDeleted: () => void = () => {},
): Promise<RenderedAccount> {
  const app = await renderAccount(options, { onDeleted });
  await app.open(deleteAccount.tab);
  await press(app, deleteAccount.submit);
  await waitFor(() => expect(field(ADA.emailAddress)).toHaveFocus());
  return app;
}

describe('deleting the account', () => {
  it('requires the typed email address, and signs the user out', async () => {
    const onDeleted = vi.fn<() => void>();
    const app = await opened({}, onDeleted);
    await press(app, deleteAccount.confirm);
    await app.user.type(field(ADA.emailAddress), 'grace@example.com');
    await press(app, deleteAccount.confirm);
    expect(field(ADA.emailAddress)).toBeInvalid();
    expect(field(ADA.emailAddress)).toHaveAccessibleDescription(
      textOf(userProfile.notConfirmed, { word: ADA.emailAddress }),
    );
    expect(app.mutations()).toEqual([]);
    await app.user.clear(field(ADA.emailAddress));
    await app.user.type(field(ADA.emailAddress), ADA.emailAddress);
    await press(app, deleteAccount.confirm);
    await waitFor(() => expect(onDeleted).toHaveBeenCalledTimes(1));
    expect(app.mutations()).toEqual(['DELETE /v1/me']);
    expect(screen.queryByRole('tablist')).not.toBeInTheDocument();
  });

  it('asks for the confirmation again after it was canceled', async () => {
    const app = await opened();
    await app.user.type(field(ADA.emailAddress), ADA.emailAddress);
    await press(app, userProfile.cancel);
    await waitFor(() => expect(screen.getByRole('button', { name: deleteAccount.submit })).toHaveFocus());
    await press(app, deleteAccount.submit);
    await waitFor(() => expect(field(ADA.emailAddress)).toHaveFocus());
    expect(field(ADA.emailAddress)).toHaveValue('');
  });

  it('keeps the typed text in maintenance, sends nothing, and succeeds afterwards', async () => {
    const app = await opened();
    await app.user.type(field(ADA.emailAddress), ADA.emailAddress);
    app.beginMaintenance();
    await press(app, deleteAccount.confirm);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: deleteAccount.confirm })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    );
    const sent = app.mutations();
    await press(app, deleteAccount.confirm);
    expect(app.mutations()).toEqual(sent);
    expect(screen.queryByRole('button', { name: english.actions.defer })).not.toBeInTheDocument();
    expect(field(ADA.emailAddress)).toHaveValue(ADA.emailAddress);
    await app.endMaintenance();
    expect(app.mutations()).toEqual(sent);
    await press(app, deleteAccount.confirm);
    await waitFor(() => expect(screen.queryByRole('tablist')).not.toBeInTheDocument());
  });

  it('asks for the password if the backend requires it', async () => {
    const passwords: (string | undefined)[] = [];
    const adapter: AuthAdapter = {
      ...frontendApiAdapter({ baseUrl: '/__api' }),
      async deleteAccount({ password } = {}) {
        passwords.push(password);
        if (password !== ADA.password) throw new AuthError('password_incorrect', { field: 'password' });
      },
    };
    const app = await opened({ adapter });
    await app.user.type(field(ADA.emailAddress), ADA.emailAddress);
    await press(app, deleteAccount.confirm);
    await app.user.type(await screen.findByLabelText(userProfile.password), ADA.password);
    await press(app, deleteAccount.confirm);
    await waitFor(() => expect(passwords).toEqual([undefined, ADA.password]));
  });
});

describe('the button that opens the form', () => {
  it('has the danger tone for the account', async () => {
    const app = await renderAccount();
    await app.open(deleteAccount.tab);
    expect(await screen.findByRole('button', { name: deleteAccount.submit })).toHaveAttribute(
      'data-tone',
      'danger',
    );
  });

  it('has the danger tone for an organization', async () => {
    await renderOrganization('General');
    expect(await screen.findByRole('button', { name: organizationGeneral.deleteTitle })).toHaveAttribute(
      'data-tone',
      'danger',
    );
  });
});

describe('deleting an organization', () => {
  it('requires its typed name', async () => {
    const app = await renderOrganization('General');
    await press(app, organizationGeneral.deleteTitle);
    await waitFor(() => expect(field(NAME)).toHaveFocus());
    await app.user.type(field(NAME), 'Royal Society');
    await press(app, organizationGeneral.deleteTitle);
    expect(field(NAME)).toBeInvalid();
    expect(app.mutations()).toEqual([]);
    await app.user.clear(field(NAME));
    await app.user.type(field(NAME), NAME);
    await press(app, organizationGeneral.deleteTitle);
    const title = textOf(organizationGeneral.deleted, { name: NAME });
    const heading = await screen.findByRole('heading', { name: title });
    await waitFor(() => expect(heading).toHaveFocus());
  });
});
