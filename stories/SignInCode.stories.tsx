import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SignIn } from '../src/index.ts';
import { ADA, serviceOf, type StoryService } from './support/service.tsx';
import { endMaintenance, press, SOON, type } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const never = (): Promise<void> => new Promise(() => {});

const service = (of: StoryService): { service: StoryService } => ({ service: of });

/** The steps of a sign-in with a code by email. */
const meta = {
  title: 'Forms/SignIn/Code by email',
  component: SignIn,
  args: { application: 'Acme', signUpUrl: '#sign-up' },
  beforeEach: () => history.replaceState(null, ''),
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-steps--of-sign-in' } },
} satisfies Meta<typeof SignIn>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The email address is asked for and already filled in. */
export const EmailAddress: Story = {
  parameters: { docs: { story: { autoplay: true } } },
  play: async (play) => {
    await type(play, english.signIn.email, ADA.emailAddress);
    await press(play, english.codeByEmail.link);
    await waitFor(() =>
      expect(play.canvas.getByRole('heading', { name: english.codeByEmail.title })).toBeVisible(),
    );
    await waitFor(
      () => expect(play.canvas.getByLabelText(english.signIn.email)).toHaveValue(ADA.emailAddress),
      SOON,
    );
  },
};

/** The address is unknown. */
export const UnknownAddress: Story = {
  play: async (play) => {
    await press(play, english.codeByEmail.link);
    await play.canvas.findByRole('heading', { name: english.codeByEmail.title }, SOON);
    await type(play, english.signIn.email, 'unknown@example.com');
    await press(play, english.codeByEmail.submit);
    await waitFor(() => expect(play.canvas.getByLabelText(english.signIn.email)).toBeInvalid(), SOON);
  },
};

/** The code is sent, and the field has the focus. The user can request another code after a while. */
export const CodeSent: Story = {
  play: async (play) => {
    await EmailAddress.play?.(play);
    await press(play, english.codeByEmail.submit);
    await waitFor(() => expect(play.canvas.getByLabelText(english.code.label)).toHaveFocus(), SOON);
    await expect(play.canvas.getByRole('button', { name: patternOf(english.code.resendIn) })).toHaveAttribute(
      'aria-disabled',
    );
  },
};

export const PartlyTyped: Story = {
  play: async (play) => {
    await CodeSent.play?.(play);
    await type(play, english.code.label, '424');
  },
};

/** The last digit submits the code. */
export const Checking: Story = {
  parameters: service({ delay: ({ path }) => (path.includes('attempt') ? never() : Promise.resolve()) }),
  play: async (play) => {
    await CodeSent.play?.(play);
    await type(play, english.code.label, '424242');
    await waitFor(() =>
      expect(play.canvas.getByRole('button', { name: english.code.submitting })).toBeVisible(),
    );
  },
};

/** The code is incomplete. */
export const Incomplete: Story = {
  play: async (play) => {
    await PartlyTyped.play?.(play);
    await press(play, english.code.submit);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.code.incomplete, { count: 6 }))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.code.label)).toHaveFocus();
  },
};

/** The API rejects the code, and the field is cleared. */
export const WrongCode: Story = {
  play: async (play) => {
    await CodeSent.play?.(play);
    await type(play, english.code.label, '111111');
    await waitFor(() => expect(play.canvas.getByText(english.errors.code_incorrect)).toBeVisible());
    await waitFor(() => expect(play.canvas.getByLabelText(english.code.label)).toHaveValue(''), SOON);
    await expect(play.canvas.getByLabelText(english.code.label)).toHaveFocus();
  },
};

/** The maintenance began while the user typed the code. The code is kept, and isn't submitted automatically. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await PartlyTyped.play?.(play);
    serviceOf(play).api.setMode('maintenance');
    await type(play, english.code.label, '242');
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.code.label)).toHaveValue('424242');
  },
};

/** A press on the disabled button gives the reason. The input is kept. */
export const PressedWhileDisabled: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await press(play, english.code.submit);
    await expect(play.canvas.getByRole('button', { name: english.code.submit })).toHaveFocus();
    await expect(play.canvas.getByLabelText(english.code.label)).toHaveValue('424242');
  },
};

/** Maintenance is over. The code is kept. */
export const Recovered: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.over))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.code.label)).toHaveValue('424242');
  },
};

/** Back at the first step, the address is kept. */
export const Back: Story = {
  play: async (play) => {
    await CodeSent.play?.(play);
    await press(play, english.flow.back);
    await waitFor(() => expect(play.canvas.getByLabelText(english.signIn.password)).toHaveFocus(), SOON);
    await waitFor(
      () => expect(play.canvas.getByLabelText(english.signIn.email)).toHaveValue(ADA.emailAddress),
      SOON,
    );
  },
};
