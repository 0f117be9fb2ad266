import { act, screen, waitFor, within, type BoundFunctions, type queries } from '@testing-library/react';
import { expect } from 'vitest';
import { UserProfile, type UserProfileProps } from '../../src/index.ts';
import { ADA, renderWithApi, type RenderedApp, type RenderOptions } from './renderWithApi.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from './textOf.ts';

/** Ada with all details that the account page can show. */
export const ADA_IN_FULL = {
  ...ADA,
  firstName: 'Ada',
  lastName: 'Lovelace',
  username: 'lovelace',
  otherEmailAddresses: ['ada@analytical.example', 'countess@example.com'],
  connectedTo: ['github'],
  devices: [
    { browserName: 'Safari', browserVersion: '26', deviceType: 'iPhone', isMobile: true },
    { browserName: 'Firefox', browserVersion: '144', deviceType: 'Linux' },
  ],
};

export interface RenderedAccount extends RenderedApp {
  readonly open: (tab: string) => Promise<void>;
  readonly press: (name: string) => Promise<void>;
  /** Begins a maintenance that the page hasn't detected yet. */
  readonly beginMaintenance: () => void;
  /** Ends the maintenance and waits until the page detects it. */
  readonly endMaintenance: () => Promise<void>;
}

/** Renders the account page of a signed-in user. */
export async function renderAccount(
  { service, ...options }: RenderOptions = {},
  props: UserProfileProps = {},
): Promise<RenderedAccount> {
  const app = renderWithApi(<UserProfile {...props} />, {
    ...options,
    service: {
      users: [ADA_IN_FULL],
      signedInAs: ADA.emailAddress,
      ...service,
      settings: { username: 'optional', providers: ['github', 'google'], ...service?.settings },
    },
  });
  await screen.findByRole('tablist');
  return {
    ...app,
    open: async (tab) => {
      await app.user.click(await screen.findByRole('tab', { name: tab }));
    },
    press: async (name) => {
      await app.user.click(await screen.findByRole('button', { name }));
    },
    beginMaintenance: () => app.api.setMode('maintenance'),
    endMaintenance: async () => {
      app.api.setMode('operational');
      const checked = app.monitor.checkNow();
      // The longest time that a check on a press waits.
      await app.advance(5_000);
      await act(async () => void (await checked));
      expect(app.monitor.getSnapshot().status).toBe('operational');
    },
  };
}

/** Returns the visible section. */
export function section(): BoundFunctions<typeof queries> {
  return within(screen.getByRole('tabpanel'));
}

/** Waits until the dialog is closed: the page behind it is no longer hidden. */
export async function closedDialog(): Promise<void> {
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  await screen.findByRole('tabpanel');
}

export async function expectPaused(): Promise<void> {
  await waitFor(() =>
    expect(
      section().getByText(textOf(english.notice.titleInLine, { title: english.userProfile.paused })),
    ).toBeVisible(),
  );
}
