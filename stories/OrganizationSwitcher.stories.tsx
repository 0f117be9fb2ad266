import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { OrganizationSwitcher } from '../src/index.ts';
import { organization, work } from './support/organization.ts';
import { dropping, holding } from './support/delays.ts';
import { serviceOf } from './support/service.tsx';
import { english } from '../src/messages/english.ts';
import { patternOf } from '../test/support/textOf.ts';

const meta = {
  title: 'Organization/Switcher',
  component: OrganizationSwitcher,
  args: { profileUrl: '#organization', createUrl: '#create' },
  parameters: {
    ...organization({ hasLogo: true }),
    docs: { gallery: 'gallery-account--of-organization-switcher' },
  },
  beforeEach: work,
  globals: { service: 'operational' },
} satisfies Meta<typeof OrganizationSwitcher>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

async function open({ canvas, userEvent }: Play): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name: /^Organization: / }));
  await screen.findByRole('menu');
}

async function choose(play: Play, name: RegExp): Promise<void> {
  await open(play);
  await play.userEvent.click(await screen.findByRole('menuitemradio', { name }));
}

/** The button shows the active organization. */
export const Operational: Story = {
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Organization: Analytical Engines' })).toBeVisible(),
    );
  },
};

export const PersonalAccount: Story = {
  parameters: organization({ active: null }),
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Organization: Personal account' })).toBeVisible(),
    );
  },
};

export const Open: Story = {
  play: async (play) => {
    await open(play);
    await expect(await screen.findByRole('menuitemradio', { name: /^Analytical Engines/ })).toBeChecked();
    await waitFor(() =>
      expect(screen.getByRole('menuitem', { name: english.organizationSwitcher.create })).toBeVisible(),
    );
  },
};

/** Switching is shown immediately. The focus returns to the button. */
export const Switching: Story = {
  parameters: organization({ active: null }, { delay: holding(/\/touch$/) }),
  play: async (play) => {
    await choose(play, /^Royal Society/);
    const button = await play.canvas.findByRole('button', { name: 'Organization: Royal Society' });
    await waitFor(() => expect(button).toHaveFocus());
  },
};

/** Switching belongs to the session, so it works during maintenance. */
export const SwitchedInMaintenance: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await choose(play, /^Royal Society/);
    const button = await play.canvas.findByRole('button', { name: 'Organization: Royal Society' });
    await waitFor(() => expect(button).not.toHaveAttribute('aria-busy'));
    await expect(serviceOf(play).monitor.getSnapshot().status).toBe('maintenance');
  },
};

/** Switching failed: the organization stays active. */
export const SwitchFailed: Story = {
  parameters: organization({ active: null }, { delay: dropping(/\/touch$/) }),
  play: async (play) => {
    await choose(play, /^Royal Society/);
    await waitFor(() =>
      expect(
        play.canvas.getByText(english.organizationSwitcher.switchFailed, {
          selector: '.mk-action-error',
        }),
      ).toBeVisible(),
    );
    await expect(play.canvas.getByRole('button', { name: 'Organization: Personal account' })).toBeVisible();
  },
};

export const Empty: Story = {
  parameters: organization({ active: null }, { organizations: [] }),
  play: async (play) => {
    await open(play);
    await expect(await screen.findByText(english.organizationSwitcher.empty)).toBeInTheDocument();
  },
};

export const Loading: Story = {
  parameters: organization({ active: null }, { delay: holding(/organization_memberships/) }),
  play: async (play) => {
    await open(play);
    await expect(await screen.findByText(english.sessionPending.trying)).toBeInTheDocument();
  },
};

/** The list failed to load. The item tries again. */
export const Failed: Story = {
  parameters: organization({ active: null }, { delay: dropping(/organization_memberships/) }),
  play: async (play) => {
    await open(play);
    await expect(
      await screen.findByRole('menuitem', { name: patternOf(english.organization.loadFailed) }),
    ).toBeInTheDocument();
  },
};
