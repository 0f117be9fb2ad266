import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SignIn } from '../src/index.ts';
import { droppingMutations } from './support/delays.ts';
import { serviceOf, type StoryService } from './support/service.tsx';
import { endMaintenance, press, type, typeCredentials } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const never = (): Promise<void> => new Promise(() => {});

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const meta = {
  title: 'Forms/SignIn',
  component: SignIn,
  args: { application: 'Acme', signUpUrl: '#sign-up' },
  beforeEach: () => history.replaceState(null, ''),
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-forms--of-sign-in' } },
} satisfies Meta<typeof SignIn>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The service is operational. */
export const Operational: Story = {};

/** The request is pending. */
export const Submitting: Story = {
  parameters: service({ delay: ({ kind }) => (kind === 'mutation' ? never() : Promise.resolve()) }),
  play: async (play) => {
    await typeCredentials(play);
    await press(play, english.signIn.submit);
    await expect(play.canvas.getByRole('button', { name: english.signIn.submitting })).toHaveAttribute(
      'aria-disabled',
    );
  },
};

/** The first missing field gets the focus. */
export const FieldError: Story = {
  play: async (play) => {
    await type(play, english.signIn.email, 'ada');
    await press(play, english.signIn.submit);
    await waitFor(() => expect(play.canvas.getByText(/like name@example\.com/)).toBeVisible());
    await expect(play.canvas.getByLabelText(english.signIn.email)).toHaveFocus();
  },
};

/** The API rejects the password, and the field is cleared. */
export const WrongPassword: Story = {
  play: async (play) => {
    await typeCredentials(play, 'wrong');
    await press(play, english.signIn.submit);
    await waitFor(() => expect(play.canvas.getByLabelText(english.signIn.password)).toHaveValue(''));
    await expect(play.canvas.getByText(english.errors.invalid_credentials)).toBeVisible();
  },
};

/** The maintenance was known before the user typed. Fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await typeCredentials(play);
    await press(play, english.signIn.submit);
    await expect(serviceOf(play).api.requests).not.toContainEqual(
      expect.objectContaining({ path: '/v1/client/sign_ins' }),
    );
  },
};

/** The maintenance began while the user typed. The input is kept, including the password. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await typeCredentials(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.signIn.submit);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.signIn.email)).toHaveValue('ada@example.com');
    await expect(play.canvas.getByLabelText(english.signIn.password)).toHaveValue('correct horse battery');
    await expect(play.canvas.getByRole('button', { name: english.signIn.submit })).toHaveFocus();
  },
};

/** Recovering without a health check: the next submit decides. */
export const Recovering: Story = {
  globals: { service: 'changes' },
  parameters: service({ hasCheck: false }),
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await press(play, english.maintenance.checkNow);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.recovering))).toBeVisible(),
    );
    await expect(play.canvas.getByRole('button', { name: english.signIn.submit })).not.toHaveAttribute(
      'aria-disabled',
    );
  },
};

/** Maintenance is over. The input and the focus are kept, and nothing was sent. */
export const Recovered: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.over))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.signIn.password)).toHaveValue('correct horse battery');
  },
};

/** A development instance: reads fail too. The panel covers the form, which keeps its input. */
export const Unavailable: Story = {
  globals: { service: 'unavailable' },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: english.unavailable.title })).toBeVisible(),
    );
    await expect(canvas.queryByRole('button', { name: english.signIn.submit })).toBeNull();
  },
};

/** The connection was lost. The input is kept. */
export const Unreachable: Story = {
  parameters: service({ delay: droppingMutations }),
  play: async (play) => {
    await typeCredentials(play);
    await press(play, english.signIn.submit);
    await waitFor(() => expect(play.canvas.getByText(patternOf(english.errors.unreachable))).toBeVisible());
    await expect(play.canvas.getByLabelText(english.signIn.password)).toHaveValue('correct horse battery');
  },
};

/** A restarting proxy responds 503 with a page. This isn't maintenance. */
export const ProxyFailure: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await typeCredentials(play);
    serviceOf(play).api.setMode('maintenance', { format: 'html' });
    await press(play, english.signIn.submit);
    await waitFor(() => expect(play.canvas.getByText(english.errors.unexpected)).toBeVisible());
    await expect(play.canvas.queryByText(textOf(english.notice.titleInLine, english.maintenance))).toBeNull();
  },
};

/** The password is revealed. */
export const RevealedPassword: Story = {
  play: async (play) => {
    await typeCredentials(play);
    await press(play, english.field.show);
    await expect(play.canvas.getByLabelText(english.signIn.password)).toHaveAttribute('type', 'text');
  },
};
