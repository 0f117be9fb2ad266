import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement, ReactNode } from 'react';
import { expect, waitFor } from 'storybook/test';
import {
  Card,
  CreateOrganization,
  MaintenanceBanner,
  OrganizationProfile,
  SignedIn,
  SignedOut,
  SignIn,
  SignUp,
  UserProfile,
} from '../src/index.ts';
import { account } from './support/account.ts';
import { playThroughMaintenance } from './support/flow.ts';
import { organization, work } from './support/organization.ts';
import { ADA, type StoryService } from './support/service.tsx';
import { SOON } from './support/typing.ts';
import { english } from '../src/messages/english.ts';
import { textOf } from '../test/support/textOf.ts';

/** An application with one form. */
function Application({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <>
      <MaintenanceBanner />
      <main className="application">{children}</main>
    </>
  );
}

const notes = (
  <SignedIn>
    <Card title="Your notes">
      <p>Feed the cat</p>
    </Card>
  </SignedIn>
);

/** Checks almost immediately, so that a story ends soon. */
const soon: StoryService['recovery'] = { floorMs: 300, overdueJitterMs: 100 };

/** A whole maintenance while the user fills in a form, with the keyboard only. */
const meta = {
  // In a group, because Storybook opens at the first page outside a group.
  title: 'Flows/Through maintenance',
  parameters: { layout: 'fullscreen' },
  globals: { service: 'operational' },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = Parameters<NonNullable<Story['play']>>[0];

const form =
  (name: string) =>
  ({ canvas }: Pick<Play, 'canvas'>): Promise<HTMLElement> =>
    canvas.findByRole('form', { name }, SOON);

const tabpanel = ({ canvas }: Pick<Play, 'canvas'>): Promise<HTMLElement> =>
  canvas.findByRole('tabpanel', undefined, SOON);

const shows =
  (name: string) =>
  async ({ canvas }: Pick<Play, 'canvas'>): Promise<void> => {
    await waitFor(() => expect(canvas.getByRole('heading', { name })).toBeVisible());
  };

/** Waits for the announcement that the changes are saved. */
const isSaved = ({ canvas }: Pick<Play, 'canvas'>): Promise<HTMLElement> =>
  canvas.findByText(english.profileDetails.saved, undefined, SOON);

/** The password is kept, and signs the user in. */
export const SigningIn: Story = {
  globals: { service: 'changes' },
  beforeEach: () => history.replaceState(null, ''),
  render: () => (
    <Application>
      <SignedOut>
        <SignIn application="Acme" />
      </SignedOut>
      {notes}
    </Application>
  ),
  play: (play) =>
    playThroughMaintenance(
      play,
      {
        place: form(textOf(english.signIn.titleFor, { application: 'Acme' })),
        fields: [
          [english.signIn.email, ADA.emailAddress],
          [english.signIn.password, ADA.password],
        ],
        submit: english.signIn.submit,
        path: /^\/v1\/client\/sign_ins$/,
        done: shows('Your notes'),
      },
      'by-button',
    ),
};

/** The user enters nothing twice. */
export const SigningUp: Story = {
  globals: { service: 'changes' },
  beforeEach: () => history.replaceState(null, ''),
  render: () => (
    <Application>
      <SignedOut>
        <SignUp application="Acme" />
      </SignedOut>
      {notes}
    </Application>
  ),
  play: (play) =>
    playThroughMaintenance(
      play,
      {
        place: form(textOf(english.signUp.titleFor, { application: 'Acme' })),
        fields: [
          [english.details.firstName, 'Grace'],
          [english.details.lastName, 'Hopper'],
          [english.signIn.email, 'grace@example.com'],
          [english.signIn.password, 'nanoseconds of wire'],
        ],
        submit: english.signIn.submit,
        path: /^\/v1\/client\/sign_ups$/,
        done: shows('Your notes'),
      },
      'by-button',
    ),
};

/** The page's own check ends the maintenance. The focus is still on the button, and the next press saves. */
export const ChangingAProfile: Story = {
  globals: { service: 'changes' },
  parameters: account({ recovery: soon }),
  render: () => (
    <Application>
      <UserProfile />
    </Application>
  ),
  play: (play) =>
    playThroughMaintenance(
      play,
      {
        place: tabpanel,
        fields: [
          [english.details.firstName, 'Augusta Ada'],
          [english.details.lastName, 'King'],
        ],
        submit: 'Save changes',
        path: /^\/v1\/me$/,
        done: isSaved,
      },
      'by-check',
    ),
};

/** An organization is saved the same way. */
export const RenamingAnOrganization: Story = {
  globals: { service: 'changes' },
  parameters: organization({}, { recovery: soon }),
  beforeEach: work,
  render: () => (
    <Application>
      <OrganizationProfile />
    </Application>
  ),
  play: (play) =>
    playThroughMaintenance(
      play,
      {
        place: tabpanel,
        fields: [['Name', 'Difference Engines']],
        submit: 'Save changes',
        path: /^\/v1\/organizations\/\w+$/,
        done: shows('Difference Engines'),
      },
      'by-check',
    ),
};

export const CreatingAnOrganization: Story = {
  globals: { service: 'changes' },
  parameters: organization(),
  render: () => (
    <Application>
      <CreateOrganization />
    </Application>
  ),
  play: (play) =>
    playThroughMaintenance(
      play,
      {
        place: form(english.createOrganization.title),
        fields: [['Name', 'Difference Engines']],
        submit: 'Create organization',
        path: /^\/v1\/organizations$/,
        done: shows(textOf(english.createOrganization.created, { name: 'Difference Engines' })),
      },
      'by-button',
    ),
};
