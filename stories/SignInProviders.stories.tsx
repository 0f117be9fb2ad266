import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { AuthError, SignIn, type AuthOptions } from '../src/index.ts';
import { withOperations } from './support/operations.tsx';
import { serviceOf, type StoryService } from './support/service.tsx';
import { press, SOON, typeCredentials } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const never = (): Promise<never> => new Promise(() => {});

const service = (of: StoryService): { service: StoryService } => ({ service: of });

const withPasskeys = (options: AuthOptions): AuthOptions => ({
  ...options,
  firstFactors: [...options.firstFactors, 'passkey'],
});

/** Providers and passkeys. */
const meta = {
  title: 'Forms/SignIn/Providers and passkeys',
  component: SignIn,
  args: { application: 'Acme', signUpUrl: '#sign-up', onRedirect: fn() },
  parameters: {
    service: { settings: { providers: ['google'] } } satisfies StoryService,
    docs: { gallery: 'gallery-forms--of-sign-in' },
  },
  beforeEach: () => history.replaceState(null, ''),
  globals: { service: 'operational' },
} satisfies Meta<typeof SignIn>;

export default meta;
type Story = StoryObj<typeof meta>;

export const One: Story = {
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(
        canvas.getByRole('button', { name: textOf(english.providers.continueWith, { provider: 'Google' }) }),
      ).toBeVisible(),
    );
  },
};

export const Two: Story = {
  parameters: service({ settings: { providers: ['google', 'github'] } }),
};

export const Many: Story = {
  parameters: service({ settings: { providers: ['google', 'github', 'apple', 'microsoft', 'gitlab'] } }),
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(
        canvas.getByRole('button', { name: textOf(english.providers.continueWith, { provider: 'GitLab' }) }),
      ).toBeVisible(),
    );
  },
};

/** The browser opens the provider. */
export const Leaving: Story = {
  parameters: service({
    settings: { providers: ['google'] },
    delay: ({ kind }) => (kind === 'mutation' ? never() : Promise.resolve()),
  }),
  play: async (play) => {
    await press(play, textOf(english.providers.continueWith, { provider: 'Google' }));
    await waitFor(() =>
      expect(
        play.canvas.getByRole('button', { name: textOf(english.providers.leaving, { provider: 'Google' }) }),
      ).toBeVisible(),
    );
  },
};

/** During maintenance the button doesn't open the provider. */
export const InMaintenance: Story = {
  globals: { service: 'maintenance' },
  parameters: service({ settings: { providers: ['google'] } }),
  play: async (play) => {
    await play.canvas.findByText(textOf(english.notice.titleInLine, english.maintenance), undefined, SOON);
    await press(play, textOf(english.providers.continueWith, { provider: 'Google' }));
    await expect(play.args.onRedirect).not.toHaveBeenCalled();
  },
};

/** Maintenance rejects the press. */
export const RejectedJustNow: Story = {
  globals: { service: 'changes' },
  play: async (play) => {
    await typeCredentials(play);
    serviceOf(play).api.setMode('maintenance');
    await press(play, textOf(english.providers.continueWith, { provider: 'Google' }));
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(play.canvas.getByLabelText(english.signIn.password)).toHaveValue('correct horse battery');
    await expect(play.args.onRedirect).not.toHaveBeenCalled();
  },
};

/** The adapter supports passkeys. */
export const Passkey: Story = {
  decorators: [withOperations({ signInWithPasskey: never }, withPasskeys)],
  play: async (play) => {
    await waitFor(() =>
      expect(play.canvas.getByRole('button', { name: english.providers.passkey })).toBeVisible(),
    );
  },
};

/** The user closed the browser's dialog. */
export const PasskeyCanceled: Story = {
  decorators: [
    withOperations(
      { signInWithPasskey: () => Promise.reject(new AuthError('passkey_canceled')) },
      withPasskeys,
    ),
  ],
  play: async (play) => {
    await press(play, english.providers.passkey);
    await waitFor(() => expect(play.canvas.getByText(english.errors.passkey_canceled)).toBeVisible());
  },
};

/** The provider denied access. */
export const Denied: Story = {
  beforeEach: () => history.replaceState(null, '', withReturnMark()),
  decorators: [
    withOperations({ finishProviderSignIn: () => Promise.reject(new AuthError('provider_denied')) }),
  ],
  play: async (play) => {
    await waitFor(() => expect(play.canvas.getByText(textOf(english.errors.provider_denied))).toBeVisible());
  },
};

/** Returned from the provider during maintenance: the sign-in finishes after maintenance. */
export const ReturnedInMaintenance: Story = {
  globals: { service: 'maintenance' },
  parameters: service({ settings: { providers: ['google'] } }),
  beforeEach: () => history.replaceState(null, '', withReturnMark()),
  play: async (play) => {
    await waitFor(() =>
      expect(play.canvas.getByRole('heading', { name: english.providers.returnTitle })).toBeVisible(),
    );
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
  },
};

/** The backend requires a last name that the provider doesn't have. */
export const DetailsMissing: Story = {
  beforeEach: () => history.replaceState(null, '', withReturnMark()),
  decorators: [
    withOperations({
      finishProviderSignIn: () =>
        Promise.resolve({
          status: 'needs-details',
          missing: ['firstName', 'lastName', 'username', 'legalConsent'],
        }),
    }),
  ],
  play: async (play) => {
    await waitFor(() => expect(play.canvas.getByLabelText(english.details.firstName)).toHaveFocus(), SOON);
    await expect(play.canvas.getByRole('heading', { name: english.details.title })).toBeVisible();
  },
};

function withReturnMark(): string {
  const url = new URL(location.href);
  url.searchParams.set('maintenance-kit-return', 'sign-in');
  return url.href;
}
