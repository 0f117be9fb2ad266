import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SignIn } from '../src/index.ts';
import { droppingMutations } from './support/formStates.ts';
import { serviceOf, type StoryService } from './support/service.tsx';
import { press, type, typeCredentials } from './support/typing.ts';

const never = (): Promise<void> => new Promise(() => {});

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const meta = {
  title: 'Forms/SignIn',
  component: SignIn,
  args: { application: 'Acme', signUpUrl: '#sign-up' },
  beforeEach: () => history.replaceState(null, ''),
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
    await press(play, 'Continue');
    await expect(play.canvas.getByRole('button', { name: 'Signing in…' })).toHaveAttribute('aria-disabled');
  },
};

/** The first missing field gets the focus. */
export const FieldError: Story = {
  play: async (play) => {
    await type(play, 'Email address', 'ada');
    await press(play, 'Continue');
    await expect(await play.canvas.findByText(/like name@example\.com/)).toBeVisible();
    await expect(play.canvas.getByLabelText('Email address')).toHaveFocus();
  },
};

/** The API rejects the password, and the field is cleared. */
export const WrongPassword: Story = {
  play: async (play) => {
    await typeCredentials(play, 'wrong');
    await press(play, 'Continue');
    await waitFor(() => expect(play.canvas.getByLabelText('Password')).toHaveValue(''));
    await expect(play.canvas.getByText('Email address or password is incorrect.')).toBeVisible();
  },
};

/** The maintenance was known before the user typed. Fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  parameters: service({ mode: 'maintenance' }),
  play: async (play) => {
    await expect(await play.canvas.findByText('System under maintenance')).toBeVisible();
    await typeCredentials(play);
    await press(play, 'Continue');
    await expect(serviceOf(play).api.requests).not.toContainEqual(
      expect.objectContaining({ path: '/v1/client/sign_ins' }),
    );
  },
};

/** The maintenance began while the user typed. The input is kept, the password too. */
export const RejectedJustNow: Story = {
  play: async (play) => {
    await typeCredentials(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, 'Continue');
    await expect(await play.canvas.findByText('System under maintenance')).toBeVisible();
    await expect(play.canvas.getByLabelText('Email address')).toHaveValue('ada@example.com');
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('correct horse battery');
    await expect(play.canvas.getByRole('button', { name: 'Continue' })).toHaveFocus();
  },
};

/** Recovering without a health check: the next submit decides. */
export const Recovering: Story = {
  parameters: service({ hasCheck: false }),
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance may be over')).toBeVisible();
    await expect(play.canvas.getByRole('button', { name: 'Continue' })).not.toHaveAttribute('aria-disabled');
  },
};

/** Maintenance is over. The input and the focus are kept, and nothing was sent. */
export const Recovered: Story = {
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    serviceOf(play).api.setMode('operational');
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance is over')).toBeVisible();
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('correct horse battery');
  },
};

/** A development instance: reads fail too. The panel covers the form, which keeps its input. */
export const Unavailable: Story = {
  parameters: service({ mode: 'unavailable' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Temporarily unavailable' })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Continue' })).toBeNull();
  },
};

/** The connection was lost. The input is kept. */
export const Unreachable: Story = {
  parameters: service({ delay: droppingMutations }),
  play: async (play) => {
    await typeCredentials(play);
    await press(play, 'Continue');
    await expect(await play.canvas.findByText(/could not be reached/)).toBeVisible();
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('correct horse battery');
  },
};

/** A restarting proxy responds 503 with a page. This isn't maintenance. */
export const ProxyFailure: Story = {
  play: async (play) => {
    await typeCredentials(play);
    serviceOf(play).api.setMode('maintenance', { format: 'html' });
    await press(play, 'Continue');
    await expect(await play.canvas.findByText('Something went wrong. Please try again.')).toBeVisible();
    await expect(play.canvas.queryByText('System under maintenance')).toBeNull();
  },
};

/** The password is revealed. */
export const RevealedPassword: Story = {
  play: async (play) => {
    await typeCredentials(play);
    await press(play, 'Show password');
    await expect(play.canvas.getByLabelText('Password')).toHaveAttribute('type', 'text');
  },
};
