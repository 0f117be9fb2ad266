import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { UserProfile } from '../src/index.ts';
import {
  account,
  ADA_IN_FULL,
  expectDialog,
  expectText,
  openTab,
  openTabInMaintenance,
  withDialog,
} from './support/account.ts';
import { dropping, holding } from './support/delays.ts';
import { serviceOf } from './support/service.tsx';
import { endMaintenance, fill, press, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const meta = {
  title: 'UserProfile/Email addresses',
  component: UserProfile,
  parameters: { ...account(), docs: { gallery: 'gallery-account--of-user-profile' } },
  globals: { service: 'operational' },
} satisfies Meta<typeof UserProfile>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const open = (play: Play): Promise<void> => openTab(play, english.emailAddresses.tab);

async function add(play: Play, email = 'countess@example.com'): Promise<void> {
  await open(play);
  await press(play, english.emailAddresses.add);
  await type(play, english.emailAddresses.email, email);
  await press(play, english.emailAddresses.add);
}

/** The service is operational. */
export const Operational: Story = {
  parameters: { docs: { story: { autoplay: true } } },
  play: async (play) => {
    await open(play);
    await waitFor(() => expect(play.canvas.getByText('ada@analytical.example')).toBeVisible());
  },
};

export const Loading: Story = {
  parameters: account({ delay: holding(/^\/v1\/me$/) }),
  play: open,
};

export const Failed: Story = {
  parameters: account({
    delay: dropping(/^\/v1\/me$/),
  }),
  play: async (play) => {
    await open(play);
    await expect(
      await play.canvas.findAllByRole('button', { name: english.userProfile.tryAgain }),
    ).not.toHaveLength(0);
  },
};

/** One primary address, which can't be removed. */
export const OneAddress: Story = {
  parameters: account({ users: [{ ...ADA_IN_FULL, otherEmailAddresses: [], connectedTo: [] }] }),
  play: open,
};

/** The form replaces the button, and its first field has the focus. */
export const Adding: Story = {
  play: async (play) => {
    await open(play);
    await press(play, english.emailAddresses.add);
    await waitFor(() => expect(play.canvas.getByLabelText(english.emailAddresses.email)).toHaveFocus());
  },
};

/** The address is taken. The error is shown at the field. */
export const AddressTaken: Story = {
  play: async (play) => {
    await add(play, 'ada@analytical.example');
    await waitFor(() => expect(play.canvas.getByLabelText(english.emailAddresses.email)).toBeInvalid());
  },
};

/** The address is added. A field below it asks for the code. */
export const Verifying: Story = {
  play: async (play) => {
    await add(play);
    await waitFor(() =>
      expect(
        play.canvas.getByText(textOf(english.emailAddresses.codeSent, { email: 'countess@example.com' })),
      ).toBeVisible(),
    );
    await waitFor(() => expect(play.canvas.getByLabelText(english.emailAddresses.code)).toHaveFocus());
  },
};

/** A wrong code is cleared. */
export const WrongCode: Story = {
  play: async (play) => {
    await Verifying.play?.(play);
    await play.userEvent.keyboard('111111');
    await waitFor(() => expect(play.canvas.getByText(english.errors.code_incorrect)).toBeVisible());
  },
};

/** Verified: the address can become the primary one. */
export const Verified: Story = {
  play: async (play) => {
    await Verifying.play?.(play);
    await fill(play, english.emailAddresses.code, '424242');
    await waitFor(() =>
      expect(
        play.canvas.getByRole('button', {
          name: textOf(english.emailAddresses.makeAddressPrimary, { email: 'countess@example.com' }),
        }),
      ).toBeVisible(),
    );
  },
};

/** The user can verify the address later. */
export const Unverified: Story = {
  play: async (play) => {
    await Verifying.play?.(play);
    await press(play, english.userProfile.cancel);
    await waitFor(() => expect(play.canvas.getByText(english.emailAddresses.unverified)).toBeVisible());
  },
};

/** The maintenance was known before. The list is readable, and the disabled buttons give the reason. */
export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await openTabInMaintenance(play, english.emailAddresses.tab);
    await waitFor(() => expect(play.canvas.getByText('ada@analytical.example')).toBeVisible());
    await expect(
      play.canvas.getByRole('button', {
        name: textOf(english.emailAddresses.makeAddressPrimary, { email: 'ada@analytical.example' }),
      }),
    ).toHaveAttribute('data-disabled');
  },
};

/** The maintenance began while the user typed an address. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await open(play);
    await press(play, english.emailAddresses.add);
    await type(play, english.emailAddresses.email, 'countess@example.com');
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.emailAddresses.add);
    await expectText(play, textOf(english.notice.titleInLine, { title: english.userProfile.paused }));
    await expect(play.canvas.getByLabelText(english.emailAddresses.email)).toHaveValue(
      'countess@example.com',
    );
  },
};

/** The maintenance began before the address was verified. The code is kept. */
export const VerificationRejected: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await Verifying.play?.(play);
    serviceOf(play).api.setMode('maintenance');
    await play.userEvent.keyboard('424242');
    await expectText(play, textOf(english.notice.titleInLine, { title: english.userProfile.paused }));
    await expect(play.canvas.getByLabelText(english.emailAddresses.code)).toHaveValue('424242');
  },
};

/** A button of the list: the dialog explains why nothing was sent, and offers to defer the action. */
export const MakingPrimaryBlocked: Story = {
  globals: { service: 'changes' },
  parameters: withDialog,
  play: async (play) => {
    await open(play);
    const button = await play.canvas.findByRole('button', { name: /^Make primary/ });
    serviceOf(play).api.setMode('maintenance');
    await play.userEvent.click(button);
    await expect(await screen.findByRole('button', { name: english.actions.defer })).toBeInTheDocument();
  },
};

/** A destructive action asks for confirmation. */
export const Removing: Story = {
  parameters: withDialog,
  play: async (play) => {
    await open(play);
    await press(play, textOf(english.emailAddresses.removeAddress, { email: 'ada@analytical.example' }));
    await expectDialog(textOf(english.emailAddresses.removeTitle, { email: 'ada@analytical.example' }));
  },
};

export const Unavailable: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await Operational.play?.(play);
    serviceOf(play).api.setMode('unavailable');
    await fetch(`${serviceOf(play).adapter.baseUrl}/v1/me`);
    await waitFor(() =>
      expect(play.canvas.getByRole('heading', { name: english.unavailable.title })).toBeVisible(),
    );
  },
};

/** Maintenance is over. The input is kept, and nothing was sent. */
export const Recovered: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await expectText(play, textOf(english.notice.titleInLine, english.over));
  },
};
