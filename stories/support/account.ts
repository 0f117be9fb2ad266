import type { StoryContext } from '@storybook/react-vite';
import { expect, screen, waitFor, within } from 'storybook/test';
import { ADA, type StoryService } from './service.tsx';
import { SOON } from './typing.ts';

const HOUR_MS = 60 * 60_000;

/** Ada with everything that an account page can show. */
export const ADA_IN_FULL = {
  ...ADA,
  lastName: 'Lovelace',
  username: 'lovelace',
  otherEmailAddresses: ['ada@analytical.example'],
  connectedTo: ['github'],
  devices: [
    {
      browserName: 'Safari',
      browserVersion: '26',
      deviceType: 'iPhone',
      isMobile: true,
      ipAddress: '203.0.113.7',
      city: 'London',
      country: 'GB',
      lastActiveAt: Date.now() - 2 * HOUR_MS,
    },
    {
      browserName: 'Firefox',
      browserVersion: '144',
      deviceType: 'Linux',
      ipAddress: '198.51.100.24',
      city: 'Turin',
      country: 'IT',
      lastActiveAt: Date.now() - 9 * 24 * HOUR_MS,
    },
  ],
};

/** Behind the account page of somebody who is signed in: Ada in full, unless `users` says otherwise. */
export function account({ settings, ...of }: StoryService = {}): { service: StoryService } {
  return {
    service: {
      users: [ADA_IN_FULL],
      signedInAs: ADA.emailAddress,
      settings: {
        applicationName: 'Acme',
        username: 'optional',
        providers: ['github', 'google'],
        ...settings,
      },
      ...of,
    },
  };
}

/** While a dialog is open the page behind it is hidden, with what in it could have the focus. */
export const withDialog = { a11y: { config: { rules: [{ id: 'aria-hidden-focus', enabled: false }] } } };

type Play = Pick<StoryContext, 'canvas' | 'userEvent'>;

export async function openTab({ canvas, userEvent }: Play, name: string): Promise<void> {
  await userEvent.click(await canvas.findByRole('tab', { name }, SOON));
}

/** Something that the section says that is shown. */
export async function expectText({ canvas }: Pick<Play, 'canvas'>, text: string | RegExp): Promise<void> {
  await expect(
    await within(await canvas.findByRole('tabpanel')).findByText(text, undefined, SOON),
  ).toBeVisible();
}

/** Opens a section and waits until the page knows of the maintenance. */
export async function openTabInMaintenance(play: Play, name: string): Promise<void> {
  await openTab(play, name);
  await expectText(play, 'Changes are paused');
}

/** A dialog with this question, when it has come to rest. */
export async function expectDialog(name: string): Promise<void> {
  const dialog = await screen.findByRole('alertdialog', { name }, SOON);
  await waitFor(() => expect(dialog).toBeVisible());
}

/** The dialog that says that this was not done. */
export async function expectHeldUp(action: string): Promise<void> {
  const text = await screen.findByText(
    (said) => said.startsWith(`“${action}” was not done`),
    undefined,
    SOON,
  );
  await waitFor(() => expect(text).toBeVisible());
}
