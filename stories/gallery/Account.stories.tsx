import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import {
  OrganizationProfile,
  OrganizationSwitcher,
  SignOutButton,
  UserButton,
  UserProfile,
} from '../../src/index.ts';
import { account, ADA_IN_FULL } from '../support/account.ts';
import { organization, workIn } from '../support/organization.ts';
import { dropping, holding } from '../support/delays.ts';
import { formStatesOf } from '../support/formStates.ts';
import { ADA } from '../support/service.tsx';
import { paste, press } from '../support/typing.ts';
import { gallery, galleryParameters, type Cell, type CellPlay } from '../support/gallery.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf, textOf } from '../../test/support/textOf.ts';

/** Every state of the components for signed-in users. */
const meta = {
  title: 'Gallery/Account',
  // A docs page with all galleries is too large.
  tags: ['!autodocs'],
  parameters: { ...galleryParameters },
  globals: { service: 'changes' },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

async function openTab({ canvas, userEvent }: CellPlay, name: string): Promise<void> {
  await userEvent.click(await canvas.findByRole('tab', { name }));
}

/** Opens a menu, which renders outside of the cell. Only one can be open, so the gallery's last cell opens it. */
async function open({ canvas, userEvent }: CellPlay): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name: /^(Account|Organization):/ }));
  await screen.findByRole('menu');
}

async function expectClosed({ canvas }: CellPlay): Promise<void> {
  const button = await canvas.findByRole('button', { name: english.actions.signOut });
  await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'));
}

/** Defers the action in the dialog. */
async function deferAction({ canvas, userEvent }: CellPlay): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: english.actions.defer }));
  await canvas.findByText(patternOf(english.actions.deferred));
}

/** Another section of a page during maintenance. */
const section = (name: string, text: string | RegExp): Cell => ({
  caption: `${name}, read-only`,
  service: { mode: 'maintenance' },
  async reach(play) {
    await openTab(play, name);
    await play.canvas.findByText(text);
  },
});

const me = /^\/v1\/me$/;

export const OfUserProfile: Story = {
  name: 'UserProfile',
  ...gallery({
    children: <UserProfile />,
    cellWidth: '40rem',
    service: account().service,
    cells: [
      ...formStatesOf({
        fillIn: (play) => paste(play, english.details.firstName, 'Augusta Ada'),
        submit: 'Save changes',
        notice: textOf(english.notice.titleInLine, { title: english.userProfile.paused }),
      }),
      { caption: 'Loading', service: { delay: holding(me) } },
      {
        caption: 'Loading failed',
        service: { delay: dropping(me) },
        reach: ({ canvas }) => canvas.findByRole('button', { name: english.unavailable.tryAgain }),
      },
      section(english.emailAddresses.tab, 'ada@analytical.example'),
      section('Security', english.security.authenticator),
      section('Devices', 'Safari 26 on iPhone'),
      section(english.connectedAccounts.tab, 'GitHub'),
      section(
        english.deleteAccount.tab,
        textOf(english.notice.titleInLine, { title: english.userProfile.paused }),
      ),
    ],
  }),
};

export const OfOrganizationProfile: Story = {
  name: 'OrganizationProfile',
  ...gallery({
    children: <OrganizationProfile />,
    cellWidth: '40rem',
    service: organization({ hasLogo: true, invitations: ['joan.clarke@example.com'] }).service,
    prepare: workIn('Analytical Engines'),
    cells: [
      ...formStatesOf({
        fillIn: (play) => paste(play, 'Name', 'Difference Engines'),
        submit: 'Save changes',
        notice: textOf(english.notice.titleInLine, { title: english.userProfile.paused }),
      }),
      {
        caption: 'Loading',
        service: { delay: holding(/\/v1\/me\/organization_memberships$/) },
        prepare: () => Promise.resolve(),
        children: <OrganizationProfile organizationId="org_1" />,
      },
      {
        caption: 'Loading failed',
        service: { delay: dropping(/\/v1\/me\/organization_memberships$/) },
        prepare: () => Promise.resolve(),
        children: <OrganizationProfile organizationId="org_1" />,
        reach: ({ canvas }) => canvas.findByRole('button', { name: english.unavailable.tryAgain }),
      },
      {
        caption: 'No active organization',
        prepare: () => Promise.resolve(),
        reach: ({ canvas }) => canvas.findByRole('heading', { name: english.organization.none }),
      },
      {
        caption: 'Read-only role',
        service: organization({ role: 'org:member', hasLogo: true }).service,
        reach: ({ canvas }) => canvas.findByText(english.organizationGeneral.readOnly),
      },
      section('Members', 'Grace Hopper'),
      section('Invitations', 'joan.clarke@example.com'),
    ],
  }),
};

const switcher = <OrganizationSwitcher profileUrl="#organization" createUrl="#create" />;

export const OfOrganizationSwitcher: Story = {
  name: 'OrganizationSwitcher',
  ...gallery({
    children: switcher,
    cellWidth: '18rem',
    service: organization({ hasLogo: true }).service,
    cells: [
      {
        caption: 'Organization active',
        prepare: workIn('Analytical Engines'),
        reach: ({ canvas }) => canvas.findByRole('button', { name: /Analytical Engines$/ }),
      },
      {
        caption: 'Personal account active',
        reach: ({ canvas }) => canvas.findByRole('button', { name: /Personal account$/ }),
      },
      {
        caption: 'Read-only: switching still works',
        service: { mode: 'maintenance' },
        prepare: workIn('Analytical Engines'),
        reach: ({ canvas }) => canvas.findByRole('button', { name: /Analytical Engines$/ }),
      },
      {
        caption: 'Switching',
        service: { delay: holding(/\/touch$/) },
        async reach(play) {
          await open(play);
          await play.userEvent.click(await screen.findByRole('menuitemradio', { name: /^Royal Society/ }));
          await play.canvas.findByRole('button', { name: /Royal Society$/ });
        },
      },
      {
        caption: 'Switching failed',
        service: { delay: dropping(/\/touch$/) },
        async reach(play) {
          await open(play);
          await play.userEvent.click(await screen.findByRole('menuitemradio', { name: /^Royal Society/ }));
          await play.canvas.findByText(english.organizationSwitcher.switchFailed, {
            selector: '.mk-action-error',
          });
        },
      },
      {
        caption: 'Open',
        prepare: workIn('Analytical Engines'),
        async reach(play) {
          await open(play);
          await screen.findByRole('menuitemradio', { name: /^Royal Society/ });
        },
      },
    ],
  }),
};

const signedIn = { users: [ADA_IN_FULL], signedInAs: ADA.emailAddress };

export const OfUserButton: Story = {
  name: 'UserButton',
  ...gallery({
    children: <UserButton links={[{ label: 'Account', href: '#account' }]} />,
    cellWidth: '18rem',
    service: signedIn,
    cells: [
      { caption: 'With a name', reach: ({ canvas }) => canvas.findByRole('button', { name: /^Account:/ }) },
      {
        caption: 'Without a name',
        service: {
          users: [{ emailAddress: 'augusta.ada.byron@analytical-engines.example', password: ADA.password }],
          signedInAs: 'augusta.ada.byron@analytical-engines.example',
        },
        reach: ({ canvas }) => canvas.findByRole('button', { name: /^Account:/ }),
      },
      {
        caption: 'Sign-out deferred',
        service: { mode: 'maintenance' },
        async reach(play) {
          await open(play);
          await play.userEvent.click(await screen.findByRole('menuitem', { name: english.actions.signOut }));
          await deferAction(play);
        },
      },
      {
        caption: 'Open, read-only: sign-out disabled',
        service: { mode: 'maintenance' },
        async reach(play) {
          await open(play);
          await screen.findByRole('menuitem', { name: english.actions.signOut });
        },
      },
    ],
  }),
};

export const OfSignOutButton: Story = {
  name: 'SignOutButton',
  ...gallery({
    children: <SignOutButton />,
    cellWidth: '18rem',
    service: signedIn,
    cells: [
      { caption: 'Operational' },
      {
        caption: 'Pending',
        service: {
          delay: ({ method }) => (method === 'DELETE' ? new Promise(() => {}) : Promise.resolve()),
        },
        reach: (play) => press(play, english.actions.signOut),
      },
      {
        caption: 'Connection lost',
        service: {
          delay: ({ method }) =>
            method === 'DELETE' ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(),
        },
        async reach(play) {
          await press(play, english.actions.signOut);
          await play.canvas.findByText(patternOf(english.errors.unreachable));
        },
      },
      { caption: 'Read-only', service: { mode: 'maintenance' }, reach: expectClosed },
      {
        caption: 'Deferred',
        service: { mode: 'maintenance' },
        async reach(play) {
          await expectClosed(play);
          await press(play, english.actions.signOut);
          await deferAction(play);
        },
      },
    ],
  }),
};
