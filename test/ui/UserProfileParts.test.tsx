import { render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { english, MaintenanceProvider, UserProfile, type AuthAdapter } from '../../src/index.ts';
import { renderAccount, section } from '../support/account.tsx';

const { profileDetails: texts } = english;

describe('saving the name', () => {
  it('is confirmed beside the button until something is typed', async () => {
    const app = await renderAccount();
    await app.user.type(await screen.findByLabelText(texts.firstName), ' Augusta');
    expect(section().queryByText(texts.saved)).not.toBeInTheDocument();
    await app.press(texts.save);
    expect(await section().findByText(texts.saved)).toBeVisible();
    await app.user.type(screen.getByLabelText(texts.firstName), ' King');
    expect(section().queryByText(texts.saved)).not.toBeInTheDocument();
  });

  it('is not confirmed when it was rejected', async () => {
    const app = await renderAccount();
    await app.user.type(await screen.findByLabelText(texts.firstName), ' Augusta');
    app.beginMaintenance();
    await app.press(texts.save);
    await waitFor(() => expect(app.monitor.getSnapshot().status).toBe('maintenance'));
    expect(section().queryByText(texts.saved)).not.toBeInTheDocument();
  });
});

describe('an adapter with which nothing of an account can be loaded', () => {
  it('a missing operation is a numbered error for the developer', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const adapter: AuthAdapter = {
      name: 'own-api',
      baseUrl: '/api',
      loadSession: () => Promise.resolve(null),
      updateUser: () => Promise.resolve(),
    };
    expect(() =>
      render(
        <MaintenanceProvider adapter={adapter}>
          <UserProfile />
        </MaintenanceProvider>,
      ),
    ).toThrow(expect.objectContaining({ number: 'MK506' }));
  });
});
