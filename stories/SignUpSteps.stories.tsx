import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { SignUp } from '../src/index.ts';
import { commonInEnglish } from '../src/messages/messages.ts';
import { withOperations } from './support/operations.tsx';
import { serviceOf, type StoryService } from './support/service.tsx';
import { press, SOON, type } from './support/typing.ts';

type Play = Parameters<typeof press>[0];

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const everything: StoryService = {
  settings: {
    name: 'required',
    username: 'required',
    verifyEmailAddress: true,
    legalConsent: true,
    providers: ['google', 'github'],
  },
};

const verifying: StoryService = { settings: { verifyEmailAddress: true } };

/** The fields that a backend can ask for, and the code that verifies the address. */
const meta = {
  title: 'Forms/SignUp/Steps',
  component: SignUp,
  args: { application: 'Acme', signInUrl: '#sign-in', onRedirect: fn() },
  parameters: { service: verifying },
  beforeEach: () => history.replaceState(null, ''),
} satisfies Meta<typeof SignUp>;

export default meta;
type Story = StoryObj<typeof meta>;

async function typeNewAccount(play: Play): Promise<void> {
  await play.canvas.findByLabelText('First name', undefined, SOON);
  await type(play, 'First name', 'Grace');
  await type(play, 'Last name', 'Hopper');
  await type(play, 'Email address', 'grace@example.com');
  await type(play, 'Password', 'nanoseconds of wire');
}

/** Names, a username, terms and other services. */
export const AllFields: Story = {
  parameters: service(everything),
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Username', undefined, SOON)).toBeRequired();
    await expect(canvas.getByRole('checkbox')).toBeRequired();
  },
};

/** All fields are empty. */
export const AllFieldsEmpty: Story = {
  parameters: service(everything),
  play: async (play) => {
    await play.canvas.findByLabelText('Username', undefined, SOON);
    await press(play, 'Continue');
    await expect(play.canvas.getByLabelText('First name')).toHaveFocus();
    await expect(play.canvas.getByText('Please agree to the terms.')).toBeVisible();
  },
};

/** Names are optional. */
export const OptionalNames: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('First name', undefined, SOON)).not.toBeRequired();
  },
};

export const UsernameTaken: Story = {
  parameters: service({
    settings: { username: 'required' },
    users: [{ emailAddress: 'rear@example.com', password: 'admiral of navy', username: 'grace' }],
  }),
  play: async (play) => {
    await typeNewAccount(play);
    await type(play, 'Username', 'grace');
    await press(play, 'Continue');
    await waitFor(() => expect(play.canvas.getByLabelText('Username')).toBeInvalid(), SOON);
  },
};

/** The account is created after the address is verified. */
export const Verify: Story = {
  play: async (play) => {
    await typeNewAccount(play);
    await press(play, 'Continue');
    await waitFor(() => expect(play.canvas.getByLabelText('Code')).toHaveFocus(), SOON);
    await expect(play.canvas.getByRole('heading', { name: 'Verify your email address' })).toBeVisible();
  },
};

export const VerifyWrongCode: Story = {
  play: async (play) => {
    await Verify.play?.(play);
    await type(play, 'Code', '111111');
    await waitFor(() => expect(play.canvas.getByLabelText('Code')).toHaveValue(''), SOON);
    await expect(play.canvas.getByText('This code is not correct.')).toBeVisible();
  },
};

/** Maintenance begins. The code is kept. */
export const VerifyRejectedJustNow: Story = {
  play: async (play) => {
    await Verify.play?.(play);
    serviceOf(play).api.setMode('maintenance');
    await type(play, 'Code', '424242');
    await expect(await play.canvas.findByText('System under maintenance', undefined, SOON)).toBeVisible();
    await expect(play.canvas.getByLabelText('Code')).toHaveValue('424242');
  },
};

/** Maintenance is over. */
export const VerifyRecovered: Story = {
  play: async (play) => {
    await VerifyRejectedJustNow.play?.(play);
    serviceOf(play).api.setMode('operational');
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance is over', undefined, SOON)).toBeVisible();
    await expect(play.canvas.getByLabelText('Code')).toHaveValue('424242');
  },
};

/** The backend doesn't allow sign-up. */
export const SignUpNotAllowed: Story = {
  decorators: [
    withOperations({}, (options) => ({ ...options, signUp: { ...options.signUp, isOpen: false } })),
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Signing up is not open' }, SOON)).toBeVisible();
  },
};

/** The account exists, and its address has to be confirmed by a link before the user can sign in. */
export const AccountCreated: Story = {
  decorators: [
    withOperations({ signUp: () => Promise.resolve({ status: 'needs-sign-in', confirmEmail: true }) }),
  ],
  play: async (play) => {
    await typeNewAccount(play);
    await press(play, 'Continue');
    const { title, signIn } = commonInEnglish.accountCreated;
    await expect(await play.canvas.findByRole('heading', { name: title }, SOON)).toBeVisible();
    await expect(play.canvas.getByRole('link', { name: signIn })).toBeVisible();
  },
};
