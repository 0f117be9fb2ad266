import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SignIn, SystemUnderMaintenanceError, type SignInResult } from '../src/index.ts';
import { ADA, serviceOf, type StoryService } from './support/service.tsx';
import { press, SOON, type, typeCredentials } from './support/typing.ts';
import { withOperations } from './support/operations.tsx';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const careful: StoryService = {
  users: [{ ...ADA, authenticatorSecret: 'JBSWY3DPEHPK3PXP', backupCodes: ['kiwi-lime-plum'] }],
};

/** The second factor, for users who turned it on. */
const meta = {
  title: 'Forms/SignIn/Second factor',
  component: SignIn,
  args: { application: 'Acme' },
  parameters: { service: careful, docs: { gallery: 'gallery-steps--of-sign-in' } },
  beforeEach: () => history.replaceState(null, ''),
  globals: { service: 'operational' },
} satisfies Meta<typeof SignIn>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The password is correct. */
export const Authenticator: Story = {
  parameters: { docs: { story: { autoplay: true } } },
  play: async (play) => {
    await typeCredentials(play);
    await press(play, english.secondFactor.submit);
    await waitFor(
      () => expect(play.canvas.getByLabelText(english.secondFactor.codeLabel)).toHaveFocus(),
      SOON,
    );
    await expect(play.canvas.getByRole('heading', { name: english.secondFactor.title })).toBeVisible();
  },
};

export const WrongCode: Story = {
  play: async (play) => {
    await Authenticator.play?.(play);
    await type(play, english.secondFactor.codeLabel, '000000');
    await waitFor(() => expect(play.canvas.getByText(english.errors.code_incorrect)).toBeVisible());
    await waitFor(
      () => expect(play.canvas.getByLabelText(english.secondFactor.codeLabel)).toHaveValue(''),
      SOON,
    );
  },
};

/** A backup code instead of the authenticator. */
export const BackupCode: Story = {
  play: async (play) => {
    await Authenticator.play?.(play);
    await press(play, english.secondFactor.useBackupCode);
    await waitFor(
      () => expect(play.canvas.getByLabelText(english.secondFactor.backupCodeLabel)).toHaveFocus(),
      SOON,
    );
  },
};

export const WrongBackupCode: Story = {
  play: async (play) => {
    await BackupCode.play?.(play);
    await type(play, english.secondFactor.backupCodeLabel, 'kiwi-kiwi-kiwi');
    await press(play, english.secondFactor.submit);
    await waitFor(
      () => expect(play.canvas.getByLabelText(english.secondFactor.backupCodeLabel)).toBeInvalid(),
      SOON,
    );
  },
};

/** Maintenance begins. The code is kept, although the app shows another one later. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await Authenticator.play?.(play);
    serviceOf(play).api.setMode('maintenance');
    await type(play, english.secondFactor.codeLabel, '123456');
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.secondFactor.codeLabel)).toHaveValue('123456');
  },
};

const needsEmailCode: SignInResult = {
  status: 'needs-second-factor',
  factors: ['email-code', 'backup-code'],
};

/** The code is sent when the step appears. */
export const EmailCode: Story = {
  decorators: [
    withOperations({
      signInWithPassword: () => Promise.resolve(needsEmailCode),
      requestSecondFactorCode: () =>
        Promise.resolve({ status: 'needs-code', sentTo: 'a***@example.com', purpose: 'second-factor' }),
    }),
  ],
  play: async (play) => {
    await typeCredentials(play);
    await press(play, english.secondFactor.submit);
    await waitFor(() => expect(play.canvas.getByLabelText(english.code.label)).toHaveFocus(), SOON);
    await expect(
      play.canvas.getByText(textOf(english.code.text, { address: 'a***@example.com' })),
    ).toBeVisible();
    await expect(play.canvas.getByRole('button', { name: english.secondFactor.useBackupCode })).toBeVisible();
  },
};

/** Maintenance begins before the code is sent: it is sent after maintenance. */
export const EmailCodeDeferred: Story = {
  decorators: [
    withOperations({
      signInWithPassword: () => Promise.resolve(needsEmailCode),
      requestSecondFactorCode: () => Promise.reject(new SystemUnderMaintenanceError()),
    }),
  ],
  play: async (play) => {
    await typeCredentials(play);
    await press(play, english.secondFactor.submit);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(play.canvas.getByRole('button', { name: english.secondFactor.send })).toHaveAttribute(
      'aria-disabled',
    );
  },
};
