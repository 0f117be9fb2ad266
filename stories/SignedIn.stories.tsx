import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { Card, MaintenanceBanner, SignedIn, SignedOut, SignIn, useSession } from '../src/index.ts';
import { ADA, serviceOf, type StoryService } from './support/service.tsx';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

const never = (): Promise<void> => new Promise(() => {});

const service = (of: StoryService): { service: StoryService } => ({ service: of });

function Notes() {
  const session = useSession();
  return (
    <Card title="Your notes" text={session.status === 'signed-in' ? session.session.user.email : undefined}>
      <p>Feed the cat</p>
    </Card>
  );
}

const meta = {
  title: 'Session/SignedIn',
  component: SignedIn,
  subcomponents: { SignedOut },
  args: { children: <Notes /> },
  decorators: [
    (Story) => (
      <>
        <Story />
        <SignedOut>
          <SignIn application="Acme" />
        </SignedOut>
      </>
    ),
  ],
  globals: { service: 'operational' },
} satisfies Meta<typeof SignedIn>;

export default meta;
type Story = StoryObj<typeof meta>;

export const SignedInView: Story = {
  parameters: service({ signedInAs: ADA.emailAddress }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('Your notes')).toBeVisible());
  },
};

export const SignedOutView: Story = {
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(
        canvas.getByRole('heading', { name: textOf(english.signIn.titleFor, { application: 'Acme' }) }),
      ).toBeVisible(),
    );
  },
};

/** The first load is pending. */
export const Loading: Story = {
  parameters: service({ delay: never }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(english.sessionPending.trying)).toBeInTheDocument();
  },
};

/** The session is unknown: a panel replaces both, so the page is never blank. */
export const Unknown: Story = {
  globals: { service: 'unavailable' },
  parameters: service({ signedInAs: ADA.emailAddress }),
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: english.unavailable.title })).toBeVisible(),
    );
    await expect(canvas.queryByText(textOf(english.signIn.titleFor, { application: 'Acme' }))).toBeNull();
  },
};

/** Maintenance begins: the view stays. */
export const InMaintenance: Story = {
  globals: { service: 'changes' },
  parameters: service({ signedInAs: ADA.emailAddress }),
  decorators: [
    (Story) => (
      <div style={{ display: 'grid', gap: '24px', justifyItems: 'center', inlineSize: '100%' }}>
        <div style={{ inlineSize: '100%' }}>
          <MaintenanceBanner />
        </div>
        <Story />
      </div>
    ),
  ],
  play: async (play) => {
    const view = await play.canvas.findByText('Your notes');
    const { api, adapter } = serviceOf(play);
    api.setMode('maintenance');
    await fetch(`${adapter.baseUrl}/v1/me`, { method: 'POST' });
    await waitFor(() =>
      expect(play.canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(view).toBeVisible();
  },
};

/** With your own fallback. */
export const WithFallback: Story = {
  globals: { service: 'unavailable' },
  args: { fallback: <p>We do not know yet whether you are signed in.</p> },
  parameters: service({ signedInAs: ADA.emailAddress }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(/do not know yet/)).toBeVisible());
    await expect(canvas.queryByRole('heading', { name: english.unavailable.title })).toBeNull();
  },
};
