import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, waitFor } from 'storybook/test';
import { SignIn } from '../src/index.ts';
import { ADA, serviceOf } from './support/service.tsx';
import { press, SOON, type } from './support/typing.ts';

/** The steps from a forgotten password to a new one. */
const meta = {
  title: 'Forms/SignIn/New password',
  component: SignIn,
  args: { application: 'Acme' },
  beforeEach: () => history.replaceState(null, ''),
} satisfies Meta<typeof SignIn>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Asks for the email address. */
export const Forgotten: Story = {
  play: async (play) => {
    await type(play, 'Email address', ADA.emailAddress);
    await press(play, 'Forgot password?');
    await expect(
      await play.canvas.findByRole('heading', { name: 'Forgot your password?' }, SOON),
    ).toBeVisible();
    await waitFor(
      () => expect(play.canvas.getByLabelText('Email address')).toHaveValue(ADA.emailAddress),
      SOON,
    );
  },
};

/** The maintenance was known before this step. */
export const ForgottenInMaintenance: Story = {
  play: async (play) => {
    await Forgotten.play?.(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, 'Send code');
    await expect(await play.canvas.findByText('System under maintenance', undefined, SOON)).toBeVisible();
  },
};

/** The code is correct. */
export const NewPassword: Story = {
  play: async (play) => {
    await Forgotten.play?.(play);
    await press(play, 'Send code');
    await play.canvas.findByRole('heading', { name: 'Check your email' }, SOON);
    // Fills the code in at once, as browsers do.
    await fireEvent.input(await play.canvas.findByLabelText('Code', undefined, SOON), {
      target: { value: '424242' },
    });
    await waitFor(() => expect(play.canvas.getByLabelText('New password')).toHaveFocus(), SOON);
  },
};

export const Weak: Story = {
  play: async (play) => {
    await NewPassword.play?.(play);
    await type(play, 'New password', 'aaaabbbb');
    await expect(await play.canvas.findByText(/^Easy to guess/, undefined, SOON)).toBeVisible();
  },
};

export const Fair: Story = {
  play: async (play) => {
    await NewPassword.play?.(play);
    await type(play, 'New password', 'kettle7pots');
  },
};

export const GoodPassword: Story = {
  play: async (play) => {
    await NewPassword.play?.(play);
    await type(play, 'New password', 'kettle in my pots');
  },
};

export const Strong: Story = {
  play: async (play) => {
    await NewPassword.play?.(play);
    await type(play, 'New password', 'nine Kettles, 42 pots');
    await press(play, 'Show password');
    await expect(play.canvas.getByLabelText('New password')).toHaveAccessibleDescription('Strong password');
  },
};

/** The API rejects a common password. */
export const ServerError: Story = {
  play: async (play) => {
    await NewPassword.play?.(play);
    await type(play, 'New password', 'iloveyou');
    await press(play, 'Save and sign in');
    await waitFor(() => expect(play.canvas.getByLabelText('New password')).toBeInvalid(), SOON);
  },
};

/** Maintenance begins. The new password is kept. */
export const RejectedJustNow: Story = {
  play: async (play) => {
    await GoodPassword.play?.(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, 'Save and sign in');
    await expect(await play.canvas.findByText('System under maintenance', undefined, SOON)).toBeVisible();
    await expect(play.canvas.getByLabelText('New password')).toHaveValue('kettle in my pots');
  },
};
