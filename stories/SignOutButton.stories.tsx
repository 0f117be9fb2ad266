import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { MaintenanceBanner, SignedIn, SignedOut, SignOutButton } from '../src/index.ts';
import { ADA, serviceOf, type StoryService } from './support/service.tsx';
import { endMaintenance, press } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { patternOf, textOf } from '../test/support/textOf.ts';

const service = (of: StoryService): { service: StoryService } => ({
  service: { signedInAs: ADA.emailAddress, ...of },
});

/** An open alert dialog hides the page from assistive technology and traps the focus by script, which axe can't detect. */
const withDialog = {
  a11y: { config: { rules: [{ id: 'aria-hidden-focus', enabled: false }] } },
};

const meta = {
  title: 'Actions/SignOutButton',
  component: SignOutButton,
  parameters: { ...service({}), docs: { gallery: 'gallery-account--of-sign-out-button' } },
  decorators: [
    (Story) => (
      <div style={{ display: 'grid', gap: '16px', justifyItems: 'center', inlineSize: '100%' }}>
        <div style={{ inlineSize: '100%' }}>
          <MaintenanceBanner />
        </div>
        <SignedIn>
          <p>Your notes are here.</p>
          <Story />
        </SignedIn>
        <SignedOut>
          <p>You are signed out.</p>
        </SignedOut>
      </div>
    ),
  ],
  globals: { service: 'operational' },
} satisfies Meta<typeof SignOutButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Operational: Story = {
  play: async (play) => {
    await press(play, english.actions.signOut);
    await waitFor(() => expect(play.canvas.getByText('You are signed out.')).toBeVisible());
  },
};

/** Disabled, and still focusable. */
export const Disabled: Story = {
  globals: { service: 'maintenance' },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByText(textOf(english.notice.titleInLine, english.maintenance))).toBeVisible(),
    );
    await expect(await canvas.findByRole('button', { name: english.actions.signOut })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
};

/** Pressed during maintenance: nothing is sent, the page stays, and the dialog gives the reason. */
export const Pressed: Story = {
  globals: { service: 'maintenance' },
  parameters: withDialog,
  play: async (play) => {
    await play.canvas.findByText(textOf(english.notice.titleInLine, english.maintenance));
    await press(play, english.actions.signOut);
    const dialog = await screen.findByRole('alertdialog', { name: english.actions.title });
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
    await expect(serviceOf(play).api.requests).not.toContainEqual(
      expect.objectContaining({ method: 'DELETE' }),
    );
    await expect(play.canvas.getByText('Your notes are here.')).toBeInTheDocument();
  },
};

/** Deferred: it runs once after maintenance. The user can cancel until then. */
export const Deferred: Story = {
  globals: { service: 'maintenance' },
  play: async (play) => {
    await play.canvas.findByText(textOf(english.notice.titleInLine, english.maintenance));
    await press(play, english.actions.signOut);
    await play.userEvent.click(await screen.findByRole('button', { name: english.actions.defer }));
    await waitFor(() =>
      expect(
        play.canvas.getByText(patternOf(english.actions.deferred, { action: english.actions.signOut })),
      ).toBeVisible(),
    );
    await waitFor(() =>
      expect(play.canvas.getByRole('button', { name: english.actions.signOut })).toHaveFocus(),
    );
  },
};

/** After maintenance the deferred sign-out runs. */
export const RunAfterMaintenance: Story = {
  globals: { service: 'changes' },
  parameters: service({ mode: 'maintenance' }),
  play: async (play) => {
    await Deferred.play?.(play);
    await endMaintenance(play, serviceOf(play).api);
    await waitFor(() => expect(play.canvas.getByText('You are signed out.')).toBeVisible());
  },
};
