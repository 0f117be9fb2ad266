import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SignIn } from '../src/index.ts';
import { ADA, serviceOf, type StoryService } from './support/service.tsx';
import { press, SOON, type } from './support/typing.ts';

const never = (): Promise<void> => new Promise(() => {});

const service = (of: StoryService): { service: StoryService } => ({ service: of });

/** The steps of a sign-in with a code by email. */
const meta = {
  title: 'Forms/SignIn/Code by email',
  component: SignIn,
  args: { application: 'Acme', signUpUrl: '#sign-up' },
  beforeEach: () => history.replaceState(null, ''),
} satisfies Meta<typeof SignIn>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Asks for the email address. The one that the user typed is filled in. */
export const EmailAddress: Story = {
  play: async (play) => {
    await type(play, 'Email address', ADA.emailAddress);
    await press(play, 'Email me a code');
    await expect(
      await play.canvas.findByRole('heading', { name: 'Sign in with a code' }, SOON),
    ).toBeVisible();
    await waitFor(
      () => expect(play.canvas.getByLabelText('Email address')).toHaveValue(ADA.emailAddress),
      SOON,
    );
  },
};

/** The address is unknown. */
export const UnknownAddress: Story = {
  play: async (play) => {
    await press(play, 'Email me a code');
    await play.canvas.findByRole('heading', { name: 'Sign in with a code' }, SOON);
    await type(play, 'Email address', 'nobody@example.com');
    await press(play, 'Send code');
    await waitFor(() => expect(play.canvas.getByLabelText('Email address')).toBeInvalid(), SOON);
  },
};

/** The code is sent, and the field has the focus. The user can request another code after a while. */
export const CodeSent: Story = {
  play: async (play) => {
    await EmailAddress.play?.(play);
    await press(play, 'Send code');
    await waitFor(() => expect(play.canvas.getByLabelText('Code')).toHaveFocus(), SOON);
    await expect(play.canvas.getByRole('button', { name: /^Send a new code in 0:/ })).toHaveAttribute(
      'aria-disabled',
    );
  },
};

export const PartlyTyped: Story = {
  play: async (play) => {
    await CodeSent.play?.(play);
    await type(play, 'Code', '424');
  },
};

/** The last digit submits the code. */
export const Checking: Story = {
  parameters: service({ delay: ({ path }) => (path.includes('attempt') ? never() : Promise.resolve()) }),
  play: async (play) => {
    await CodeSent.play?.(play);
    await type(play, 'Code', '424242');
    await expect(await play.canvas.findByRole('button', { name: 'Checking the code…' }, SOON)).toBeVisible();
  },
};

/** The code is incomplete. */
export const Incomplete: Story = {
  play: async (play) => {
    await PartlyTyped.play?.(play);
    await press(play, 'Continue');
    await expect(await play.canvas.findByText('Please enter all 6 digits.', undefined, SOON)).toBeVisible();
    await expect(play.canvas.getByLabelText('Code')).toHaveFocus();
  },
};

/** The API rejects the code, and the field is cleared. */
export const WrongCode: Story = {
  play: async (play) => {
    await CodeSent.play?.(play);
    await type(play, 'Code', '111111');
    await expect(await play.canvas.findByText('This code is not correct.', undefined, SOON)).toBeVisible();
    await waitFor(() => expect(play.canvas.getByLabelText('Code')).toHaveValue(''), SOON);
    await expect(play.canvas.getByLabelText('Code')).toHaveFocus();
  },
};

/** The maintenance began while the user typed the code. The code is kept, and isn't submitted automatically. */
export const RejectedJustNow: Story = {
  play: async (play) => {
    await PartlyTyped.play?.(play);
    serviceOf(play).api.setMode('maintenance');
    await type(play, 'Code', '242');
    await expect(await play.canvas.findByText('System under maintenance', undefined, SOON)).toBeVisible();
    await expect(play.canvas.getByLabelText('Code')).toHaveValue('424242');
  },
};

/** A press on the disabled button says why. The input is kept. */
export const PressedWhileDisabled: Story = {
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await press(play, 'Continue');
    await expect(play.canvas.getByRole('button', { name: 'Continue' })).toHaveFocus();
    await expect(play.canvas.getByLabelText('Code')).toHaveValue('424242');
  },
};

/** Maintenance is over. The code is kept. */
export const Recovered: Story = {
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    serviceOf(play).api.setMode('operational');
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance is over', undefined, SOON)).toBeVisible();
    await expect(play.canvas.getByLabelText('Code')).toHaveValue('424242');
  },
};

/** Back at the first step, the address is kept. */
export const Back: Story = {
  play: async (play) => {
    await CodeSent.play?.(play);
    await press(play, 'Back');
    await waitFor(() => expect(play.canvas.getByLabelText('Password')).toHaveFocus(), SOON);
    await waitFor(
      () => expect(play.canvas.getByLabelText('Email address')).toHaveValue(ADA.emailAddress),
      SOON,
    );
  },
};
