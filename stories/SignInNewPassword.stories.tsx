import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, waitFor } from 'storybook/test';
import { SignIn } from '../src/index.ts';
import { ADA, serviceOf } from './support/service.tsx';
import { press, SOON, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

/** The steps from a forgotten password to a new one. */
const meta = {
  title: 'Forms/SignIn/New password',
  component: SignIn,
  args: { application: 'Acme' },
  beforeEach: () => history.replaceState(null, ''),
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-steps--of-sign-in' } },
} satisfies Meta<typeof SignIn>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The email address is asked for. */
export const Forgotten: Story = {
  parameters: { docs: { story: { autoplay: true } } },
  play: async (play) => {
    await type(play, english.signIn.email, ADA.emailAddress);
    await press(play, english.forgottenPassword.link);
    await waitFor(() =>
      expect(play.canvas.getByRole('heading', { name: english.forgottenPassword.title })).toBeVisible(),
    );
    await waitFor(
      () => expect(play.canvas.getByLabelText(english.signIn.email)).toHaveValue(ADA.emailAddress),
      SOON,
    );
  },
};

/** The maintenance was known before this step. */
export const ForgottenInMaintenance: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await Forgotten.play?.(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.codeByEmail.submit);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
  },
};

/** The code is correct. */
export const NewPassword: Story = {
  play: async (play) => {
    await Forgotten.play?.(play);
    await press(play, english.codeByEmail.submit);
    await play.canvas.findByRole('heading', { name: english.code.title }, SOON);
    // Fills in the whole code, as browsers do.
    await fireEvent.input(await play.canvas.findByLabelText(english.code.label, undefined, SOON), {
      target: { value: '424242' },
    });
    await waitFor(() => expect(play.canvas.getByLabelText(english.newPassword.label)).toHaveFocus(), SOON);
  },
};

export const Weak: Story = {
  play: async (play) => {
    await NewPassword.play?.(play);
    await type(play, english.newPassword.label, 'aaaabbbb');
    await waitFor(() => expect(play.canvas.getByText(english.strength.weak)).toBeVisible());
  },
};

export const Fair: Story = {
  play: async (play) => {
    await NewPassword.play?.(play);
    await type(play, english.newPassword.label, 'kettle7pots');
  },
};

export const GoodPassword: Story = {
  play: async (play) => {
    await NewPassword.play?.(play);
    await type(play, english.newPassword.label, 'kettle in my pots');
  },
};

export const Strong: Story = {
  play: async (play) => {
    await NewPassword.play?.(play);
    await type(play, english.newPassword.label, 'nine Kettles, 42 pots');
    await press(play, english.field.show);
    await expect(play.canvas.getByLabelText(english.newPassword.label)).toHaveAccessibleDescription(
      english.strength.strong,
    );
  },
};

/** The API rejects a common password. */
export const ServerError: Story = {
  play: async (play) => {
    await NewPassword.play?.(play);
    await type(play, english.newPassword.label, 'iloveyou');
    await press(play, english.newPassword.submit);
    await waitFor(() => expect(play.canvas.getByLabelText(english.newPassword.label)).toBeInvalid(), SOON);
  },
};

/** Maintenance begins. The new password is kept. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await GoodPassword.play?.(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.newPassword.submit);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.newPassword.label)).toHaveValue('kettle in my pots');
  },
};
