import type { StoryContext } from '@storybook/react-vite';
import { expect, screen, waitFor, within } from 'storybook/test';
import { ADA, type StoryService } from './service.tsx';
import { SOON } from './typing.ts';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../../test/support/textOf.ts';

const HOUR_MS = 60 * 60_000;

/** A user with a value for everything on the account page. */
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

/** Returns parameters for an account page. The signed-in user is Ada, unless `users` says otherwise. */
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

/** An open dialog hides the page behind it, focusable elements included. */
export const withDialog = { a11y: { config: { rules: [{ id: 'aria-hidden-focus', enabled: false }] } } };

type Play = Pick<StoryContext, 'canvas' | 'userEvent'>;

export async function openTab({ canvas, userEvent }: Play, name: string): Promise<void> {
  await userEvent.click(await canvas.findByRole('tab', { name }, SOON));
}

/** Expects a text in the visible section. */
export async function expectText({ canvas }: Pick<Play, 'canvas'>, text: string | RegExp): Promise<void> {
  await waitFor(() => expect(within(canvas.getByRole('tabpanel')).getByText(text)).toBeVisible());
}

/** Opens a section and waits for its maintenance notice. */
export async function openTabInMaintenance(play: Play, name: string): Promise<void> {
  await openTab(play, name);
  await expectText(play, textOf(english.notice.titleInLine, { title: english.userProfile.paused }));
}

/** Waits for the dialog with this title, and for its animation. */
export async function expectDialog(name: string): Promise<void> {
  await waitFor(() => expect(screen.getByRole('alertdialog', { name })).toBeVisible());
}

/** Waits for the dialog that explains why the action was not sent. */
export async function expectBlocked(action: string): Promise<void> {
  const text = patternOf(english.actions.text, { action });
  await waitFor(() => expect(screen.getByText(text)).toBeVisible());
}
