import { act, render, screen, waitFor } from '@testing-library/react';
import { useMemo, useState, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  english,
  MaintenanceProvider,
  SignedIn,
  SignOutButton,
  useSession,
  type AuthAdapter,
} from '../../src/index.ts';

/** Creates an application's own adapter, whose requests contain a token. */
function tokenAdapter(token: string, requests: string[], extra: Partial<AuthAdapter> = {}): AuthAdapter {
  return {
    name: 'own-api',
    baseUrl: '/api',
    loadSession() {
      requests.push(`loadSession ${token}`);
      return Promise.resolve({ id: 'session', user: { id: 'ada' } });
    },
    signOut() {
      requests.push(`signOut ${token}`);
      return Promise.resolve();
    },
    ...extra,
  };
}

function Status(): ReactElement {
  return <output>{useSession().status}</output>;
}

const page = (adapter: AuthAdapter): ReactElement => (
  <MaintenanceProvider adapter={adapter}>
    <Status />
    <SignedIn>
      <SignOutButton />
    </SignedIn>
  </MaintenanceProvider>
);

const signOut = async (): Promise<void> => {
  const button = await screen.findByRole('button', { name: english.actions.signOut });
  await act(async () => button.click());
};

describe('a new adapter for the same backend', () => {
  it('a new adapter takes over the operations, and the session stays', async () => {
    const requests: string[] = [];
    const { rerender } = render(page(tokenAdapter('first', requests)));
    await screen.findByText('signed-in');
    rerender(page(tokenAdapter('second', requests)));
    expect(screen.getByText('signed-in')).toBeVisible();
    await signOut();
    await waitFor(() =>
      expect(requests).toEqual(['loadSession first', 'signOut second', 'loadSession second']),
    );
  });

  it('a new adapter may have other operations', async () => {
    const requests: string[] = [];
    const { rerender } = render(page(tokenAdapter('first', requests)));
    await screen.findByText('signed-in');
    const refreshSession = vi.fn<NonNullable<AuthAdapter['refreshSession']>>();
    rerender(page(tokenAdapter('second', requests, { refreshSession })));
    expect(screen.getByText('signed-in')).toBeVisible();
    await signOut();
    expect(requests).toContain('signOut second');
  });

  it('a new token’s adapter from useMemo is used', async () => {
    const requests: string[] = [];
    function Application(): ReactElement {
      const [token, setToken] = useState('first');
      const adapter = useMemo(() => tokenAdapter(token, requests), [token]);
      return (
        <>
          <button type="button" onClick={() => setToken('second')}>
            Renew
          </button>
          {page(adapter)}
        </>
      );
    }
    render(<Application />);
    await screen.findByText('signed-in');
    act(() => screen.getByText('Renew').click());
    await signOut();
    await waitFor(() => expect(requests).toContain('signOut second'));
    expect(requests).not.toContain('signOut first');
  });

  it('an adapter with another base URL has its own session', async () => {
    const requests: string[] = [];
    const { rerender } = render(page(tokenAdapter('first', requests)));
    await screen.findByText('signed-in');
    rerender(page({ ...tokenAdapter('second', requests), baseUrl: '/other' }));
    await waitFor(() => expect(requests).toEqual(['loadSession first', 'loadSession second']));
  });
});

describe('an adapter that each render creates', () => {
  it('an adapter that each render creates loads the session once and warns once', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const requests: string[] = [];
    const { rerender } = render(page(tokenAdapter('0', requests)));
    for (let time = 1; time <= 20; time += 1) rerender(page(tokenAdapter(String(time), requests)));
    await screen.findByText('signed-in');
    expect(requests).toHaveLength(1);
    expect(errors.mock.calls).toEqual([[expect.objectContaining({ number: 'MK512' })]]);
  });

  it('an adapter that stays the same between replacements causes no warning', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { rerender } = render(<div />);
    for (let time = 0; time < 20; time += 1) {
      const adapter = tokenAdapter(String(time), []);
      rerender(page(adapter));
      rerender(page(adapter));
    }
    await screen.findByText('signed-in');
    expect(errors).not.toHaveBeenCalled();
  });
});
