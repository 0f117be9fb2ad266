import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SignUp } from '../src/index.ts';
import { droppingMutations } from './support/formStates.ts';
import { ADA, serviceOf, type StoryService } from './support/service.tsx';
import { paste, press, typeDetails } from './support/typing.ts';

const never = (): Promise<void> => new Promise(() => {});

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const meta = {
  title: 'Forms/SignUp',
  component: SignUp,
  args: { application: 'Acme', signInUrl: '#sign-in' },
} satisfies Meta<typeof SignUp>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The service is operational. */
export const Operational: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('First name')).toBeVisible();
  },
};

/** The application asks for a phone number: one prop. */
export const AdditionalField: Story = {
  args: {
    additionalFields: [
      {
        name: 'phoneNumber',
        label: 'Phone number',
        type: 'tel',
        autoComplete: 'tel',
        hint: 'For messages about your orders',
      },
    ],
  },
  play: async (play) => {
    await paste(play, 'Phone number', '+43 1 234');
    await expect(play.canvas.getByLabelText('Phone number')).toHaveAccessibleDescription(
      'For messages about your orders',
    );
  },
};

/** The request is pending. */
export const Submitting: Story = {
  parameters: service({ delay: ({ kind }) => (kind === 'mutation' ? never() : Promise.resolve()) }),
  play: async (play) => {
    await typeDetails(play);
    await press(play, 'Continue');
    await expect(play.canvas.getByRole('button', { name: 'Creating your account…' })).toBeVisible();
  },
};

/** All fields are empty: the first required one gets the focus. */
export const FieldError: Story = {
  play: async (play) => {
    await play.canvas.findByLabelText('First name');
    await press(play, 'Continue');
    await expect(play.canvas.getByLabelText('Email address')).toHaveFocus();
    await expect(play.canvas.getAllByText('Please fill in this field.')).toHaveLength(2);
  },
};

/** The API rejects one field. The other input is kept. */
export const EmailTaken: Story = {
  play: async (play) => {
    await typeDetails(play, ADA.emailAddress);
    await press(play, 'Continue');
    await waitFor(() => expect(play.canvas.getByLabelText('Email address')).toHaveFocus());
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('nanoseconds');
  },
};

/** The maintenance was known before the user typed. Fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  parameters: service({ mode: 'maintenance' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('System under maintenance')).toBeVisible();
  },
};

/** The maintenance began while the user typed. The input is kept. */
export const RejectedJustNow: Story = {
  play: async (play) => {
    await typeDetails(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, 'Continue');
    await expect(await play.canvas.findByText('System under maintenance')).toBeVisible();
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('nanoseconds');
  },
};

/** Recovering without a health check: the next submit decides. */
export const Recovering: Story = {
  parameters: service({ hasCheck: false }),
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance may be over')).toBeVisible();
  },
};

/** Maintenance is over. The input is kept. */
export const Recovered: Story = {
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    serviceOf(play).api.setMode('operational');
    await press(play, 'Check now');
    await expect(await play.canvas.findByText('Maintenance is over')).toBeVisible();
  },
};

/** A development instance: reads fail too. */
export const Unavailable: Story = {
  parameters: service({ mode: 'unavailable' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Temporarily unavailable' })).toBeVisible();
  },
};

/** The connection was lost. The input is kept. */
export const Unreachable: Story = {
  parameters: service({ delay: droppingMutations }),
  play: async (play) => {
    await typeDetails(play);
    await press(play, 'Continue');
    await expect(await play.canvas.findByText(/could not be reached/)).toBeVisible();
    await expect(play.canvas.getByLabelText('Password')).toHaveValue('nanoseconds');
  },
};
