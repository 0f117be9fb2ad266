import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SignUp } from '../src/index.ts';
import { droppingMutations } from './support/formStates.ts';
import { ADA, serviceOf, type StoryService } from './support/service.tsx';
import { press, typeDetails } from './support/typing.ts';

const never = (): Promise<void> => new Promise(() => {});

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const meta = {
  title: 'Forms/SignUp',
  component: SignUp,
  args: { application: 'Acme', signInUrl: '#sign-in' },
} satisfies Meta<typeof SignUp>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Nothing is wrong. */
export const Operational: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('First name')).toBeVisible();
  },
};

/** Sent, and not answered yet. */
export const Submitting: Story = {
  parameters: service({ delay: ({ kind }) => (kind === 'mutation' ? never() : Promise.resolve()) }),
  play: async (play) => {
    await typeDetails(play);
    await press(play, 'Continue');
    await expect(play.canvas.getByRole('button', { name: 'Creating your account…' })).toBeVisible();
  },
};

/** Nothing was filled in: the focus goes to the first field that has to be. */
export const FieldError: Story = {
  play: async (play) => {
    await play.canvas.findByLabelText('First name');
    await press(play, 'Continue');
    await expect(play.canvas.getByLabelText('Email address')).toHaveFocus();
    await expect(play.canvas.getAllByText('Please fill in this field.')).toHaveLength(2);
  },
};

/** The API refused one field. The rest stays. */
export const EmailTaken: Story = {
  play: async (play) => {
    await typeDetails(play, ADA.emailAddress);
    await press(play, 'Continue');
    await waitFor(() => expect(play.canvas.getByLabelText('Email address')).toHaveFocus());
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('nanoseconds');
  },
};

/** The maintenance was noticed before anybody typed. */
export const MaintenanceKnownBefore: Story = {
  parameters: service({ mode: 'maintenance' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('System under maintenance')).toBeVisible();
  },
};

/** The maintenance began while somebody typed. Everything is still there. */
export const RejectedJustNow: Story = {
  play: async (play) => {
    await typeDetails(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, 'Continue');
    await expect(await play.canvas.findByText('System under maintenance')).toBeVisible();
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('nanoseconds');
  },
};

/** Nobody can ask whether it is over, so the next press decides. */
export const Recovering: Story = {
  parameters: service({ hasCheck: false }),
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance may be over')).toBeVisible();
  },
};

/** It is over, and everything is where it was. */
export const Recovered: Story = {
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    serviceOf(play).api.setMode('operational');
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance is over')).toBeVisible();
  },
};

/** A development instance: not even reads are served. */
export const Unavailable: Story = {
  parameters: service({ mode: 'unavailable' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Temporarily unavailable' })).toBeVisible();
  },
};

/** Not a maintenance: the connection was lost. Everything is still there. */
export const Unreachable: Story = {
  parameters: service({ delay: droppingMutations }),
  play: async (play) => {
    await typeDetails(play);
    await press(play, 'Continue');
    await expect(await play.canvas.findByText(/could not be reached/)).toBeVisible();
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('nanoseconds');
  },
};
