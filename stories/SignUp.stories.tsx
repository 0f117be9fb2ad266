import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { SignUp } from '../src/index.ts';
import { droppingMutations } from './support/delays.ts';
import { ADA, serviceOf, type StoryService } from './support/service.tsx';
import { endMaintenance, paste, press, typeDetails } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const never = (): Promise<void> => new Promise(() => {});

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const meta = {
  title: 'Forms/SignUp',
  component: SignUp,
  args: { application: 'Acme', signInUrl: '#sign-in' },
  globals: { service: 'operational' },
  parameters: { docs: { gallery: 'gallery-forms--of-sign-up' } },
} satisfies Meta<typeof SignUp>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The service is operational. */
export const Operational: Story = {
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByLabelText(english.details.firstName)).toBeVisible());
  },
};

/** The application adds a phone number with one prop. */
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
    await press(play, english.signUp.submit);
    await expect(play.canvas.getByRole('button', { name: english.signUp.submitting })).toBeVisible();
  },
};

/** All fields are empty: the first required one gets the focus. */
export const FieldError: Story = {
  play: async (play) => {
    await play.canvas.findByLabelText(english.details.firstName);
    await press(play, english.signUp.submit);
    await expect(play.canvas.getByLabelText(english.signUp.email)).toHaveFocus();
    await expect(play.canvas.getByText(english.missing.email)).toBeVisible();
    await expect(play.canvas.getByText(english.missing.newPassword)).toBeVisible();
  },
};

/** The API rejects one field. The other input is kept. */
export const EmailTaken: Story = {
  play: async (play) => {
    await typeDetails(play, ADA.emailAddress);
    await press(play, english.signUp.submit);
    await waitFor(() => expect(play.canvas.getByLabelText(english.signUp.email)).toHaveFocus());
    await expect(play.canvas.getByLabelText(english.signUp.password)).toHaveValue('nanoseconds');
  },
};

/** The maintenance was known before the user typed. Fields stay editable. */
export const MaintenanceKnownBefore: Story = {
  globals: { service: 'maintenance' },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
  },
};

/** The maintenance began while the user typed. The input is kept. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await typeDetails(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, english.signUp.submit);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.signUp.password)).toHaveValue('nanoseconds');
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
  },
};

/** Maintenance is over. The input is kept. */
export const Recovered: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await RejectedJustNow.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.over))).toBeVisible(),
    );
  },
};

/** A development instance: reads fail too. */
export const Unavailable: Story = {
  globals: { service: 'unavailable' },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: english.unavailable.title })).toBeVisible(),
    );
  },
};

/** The connection was lost. The input is kept. */
export const Unreachable: Story = {
  parameters: service({ delay: droppingMutations }),
  play: async (play) => {
    await typeDetails(play);
    await press(play, english.signUp.submit);
    await waitFor(() => expect(play.canvas.getByText(patternOf(english.errors.unreachable))).toBeVisible());
    await expect(play.canvas.getByLabelText(english.signUp.password)).toHaveValue('nanoseconds');
  },
};
