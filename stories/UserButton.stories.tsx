import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { SignedOut as SignedOutView, UserButton } from '../src/index.ts';
import { ADA, serviceOf, type StoryService } from './support/service.tsx';
import { english } from '../src/messages/english.ts';

const service = (of: StoryService): { service: StoryService } => ({
  service: { signedInAs: ADA.emailAddress, ...of },
});

const meta = {
  title: 'Actions/UserButton',
  component: UserButton,
  args: { links: [{ label: 'Account', href: '#account' }] },
  parameters: { ...service({}), docs: { gallery: 'gallery-account--of-user-button' } },
  globals: { service: 'operational' },
} satisfies Meta<typeof UserButton>;

export default meta;
type Story = StoryObj<typeof meta>;

const open: Story['play'] = async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: /^Account:/ }));
  await waitFor(() => expect(screen.getByRole('menu')).toBeVisible());
};

export const Closed: Story = {
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('button', { name: /^Account:/ })).toBeVisible());
  },
};

export const Open: Story = { play: open };

/** During maintenance the sign-out item is disabled and gives the reason when it is chosen. */
export const OpenInMaintenance: Story = {
  globals: { service: 'maintenance' },
  play: open,
};

/** Chosen during maintenance: the session is kept, and the dialog gives the reason. */
export const SignOutBlocked: Story = {
  globals: { service: 'maintenance' },
  parameters: {
    a11y: { config: { rules: [{ id: 'aria-hidden-focus', enabled: false }] } },
  },
  play: async (play) => {
    await play.canvas.findByText(/^System under maintenance/);
    await open?.(play);
    await play.userEvent.click(screen.getByRole('menuitem', { name: english.actions.signOut }));
    await waitFor(() => expect(screen.getByRole('alertdialog')).toBeVisible());
  },
};

/** Renders nothing while no user is signed in. */
export const SignedOut: Story = {
  beforeEach: async (context) => {
    const { adapter, api } = serviceOf(context);
    await adapter.signOut?.();
    api.forgetRequests();
  },
  render: (args) => (
    <>
      <UserButton {...args} />
      <SignedOutView>
        <p>No user is signed in.</p>
      </SignedOutView>
    </>
  ),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('No user is signed in.')).toBeVisible());
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

/** Without a name it shows the email address, truncated if it is long. */
export const WithoutName: Story = {
  parameters: service({
    users: [{ emailAddress: 'augusta.ada.byron@analytical-engines.example', password: ADA.password }],
    signedInAs: 'augusta.ada.byron@analytical-engines.example',
  }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('button', { name: /^Account: augusta/ })).toBeVisible());
  },
};
