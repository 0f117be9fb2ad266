import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { SignUp } from '../src/index.ts';
import { withOperations } from './support/operations.tsx';
import { serviceOf, type StoryService } from './support/service.tsx';
import { endMaintenance, press, SOON, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

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
  parameters: { service: verifying, docs: { gallery: 'gallery-steps--of-sign-up' } },
  beforeEach: () => history.replaceState(null, ''),
  globals: { service: 'operational' },
} satisfies Meta<typeof SignUp>;

export default meta;
type Story = StoryObj<typeof meta>;

async function typeNewAccount(play: Play): Promise<void> {
  await play.canvas.findByLabelText(english.details.firstName, undefined, SOON);
  await type(play, english.details.firstName, 'Grace');
  await type(play, english.details.lastName, 'Hopper');
  await type(play, english.signUp.email, 'grace@example.com');
  await type(play, english.signUp.password, 'nanoseconds of wire');
}

/** Names, a username, terms and providers. */
export const AllFields: Story = {
  parameters: service(everything),
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText(english.details.username, undefined, SOON)).toBeRequired();
    await expect(canvas.getByRole('checkbox')).toBeRequired();
  },
};

/** All fields are empty. */
export const AllFieldsEmpty: Story = {
  parameters: service(everything),
  play: async (play) => {
    await play.canvas.findByLabelText(english.details.username, undefined, SOON);
    await press(play, english.signUp.submit);
    await expect(play.canvas.getByLabelText(english.details.firstName)).toHaveFocus();
    await expect(play.canvas.getByText(english.errors.consent_required)).toBeVisible();
  },
};

/** Names are optional. */
export const OptionalNames: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText(english.details.firstName, undefined, SOON)).not.toBeRequired();
  },
};

export const UsernameTaken: Story = {
  parameters: service({
    settings: { username: 'required' },
    users: [{ emailAddress: 'rear@example.com', password: 'admiral of navy', username: 'grace' }],
  }),
  play: async (play) => {
    await typeNewAccount(play);
    await type(play, english.details.username, 'grace');
    await press(play, english.signUp.submit);
    await waitFor(() => expect(play.canvas.getByLabelText(english.details.username)).toBeInvalid(), SOON);
  },
};

/** The account is created after the address is verified. */
export const Verify: Story = {
  play: async (play) => {
    await typeNewAccount(play);
    await press(play, english.signUp.submit);
    await waitFor(() => expect(play.canvas.getByLabelText(english.code.label)).toHaveFocus(), SOON);
    await expect(play.canvas.getByRole('heading', { name: english.code.titleForSignUp })).toBeVisible();
  },
};

export const VerifyWrongCode: Story = {
  play: async (play) => {
    await Verify.play?.(play);
    await type(play, english.code.label, '111111');
    await waitFor(() => expect(play.canvas.getByLabelText(english.code.label)).toHaveValue(''), SOON);
    await expect(play.canvas.getByText(english.errors.code_incorrect)).toBeVisible();
  },
};

/** Maintenance begins. The code is kept. */
export const VerifyRejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await Verify.play?.(play);
    serviceOf(play).api.setMode('maintenance');
    await type(play, english.code.label, '424242');
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.code.label)).toHaveValue('424242');
  },
};

/** Maintenance is over. */
export const VerifyRecovered: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await VerifyRejectedJustNow.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.over))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.code.label)).toHaveValue('424242');
  },
};

/** The backend doesn't allow sign-up. */
export const SignUpNotAllowed: Story = {
  decorators: [
    withOperations({}, (options) => ({ ...options, signUp: { ...options.signUp, isOpen: false } })),
  ],
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: english.details.closedTitle })).toBeVisible(),
    );
  },
};

/** The account exists, and its address has to be confirmed by a link before the user can sign in. */
export const AccountCreated: Story = {
  decorators: [
    withOperations({ signUp: () => Promise.resolve({ status: 'needs-sign-in', confirmEmail: true }) }),
  ],
  play: async (play) => {
    await typeNewAccount(play);
    await press(play, english.signUp.submit);
    const { title, signIn } = english.accountCreated;
    await waitFor(() => expect(play.canvas.getByRole('heading', { name: title })).toBeVisible());
    await expect(play.canvas.getByRole('link', { name: signIn })).toBeVisible();
  },
};
