import { render } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { MaintenanceProvider, UserProfile, type AuthAdapter } from '../../src/index.ts';

describe("a section whose adapter can't load the account", () => {
  it('throws a numbered error for the developer', () => {
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
