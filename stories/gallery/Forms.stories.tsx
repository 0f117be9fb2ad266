import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { CreateOrganization, SignIn, SignUp } from '../../src/index.ts';
import { organization } from '../support/organization.ts';
import { formStatesOf } from '../support/formStates.ts';
import { ADA } from '../support/service.tsx';
import { paste, press } from '../support/typing.ts';
import { gallery, galleryParameters, type CellPlay } from '../support/gallery.tsx';

/** Every state of the forms. */
const meta = {
  title: 'Gallery/Forms',
  // A docs page with all galleries is too large.
  tags: ['!autodocs'],
  parameters: { ...galleryParameters },
  beforeEach: () => history.replaceState(null, ''),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

async function typeCredentials(play: CellPlay, password: string = ADA.password): Promise<void> {
  await paste(play, 'Email address', ADA.emailAddress);
  await paste(play, 'Password', password);
}

async function typeDetails(play: CellPlay, emailAddress = 'grace@example.com'): Promise<void> {
  await paste(play, 'First name', 'Grace');
  await paste(play, 'Email address', emailAddress);
  await paste(play, 'Password', 'nanoseconds of wire');
}

async function typeName(play: CellPlay, name = 'Difference Engines'): Promise<void> {
  await paste(play, 'Name', name);
}

const signIn = <SignIn application="Acme" signUpUrl="#sign-up" />;
const withProviders = { settings: { providers: ['google', 'github'] } };

export const OfSignIn: Story = {
  name: 'SignIn',
  ...gallery({
    children: signIn,
    cells: [
      ...formStatesOf({ fillIn: typeCredentials, submit: 'Continue', notice: 'System under maintenance' }),
      {
        caption: 'Required field empty',
        async reach(play) {
          await press(play, 'Continue');
          await play.canvas.findAllByText('Please fill in this field.');
        },
      },
      {
        caption: 'Rejected: password cleared',
        async reach(play) {
          await typeCredentials(play, 'wrong');
          await press(play, 'Continue');
          await play.canvas.findByText('Email address or password is incorrect.');
        },
      },
      {
        caption: 'With other services',
        service: withProviders,
        reach: ({ canvas }) => canvas.findByRole('button', { name: 'Continue with Google' }),
      },
      {
        caption: 'With other services, read-only',
        service: { ...withProviders, mode: 'maintenance' },
        reach: ({ canvas }) => canvas.findByText('System under maintenance'),
      },
    ],
  }),
};

export const OfSignUp: Story = {
  name: 'SignUp',
  ...gallery({
    children: <SignUp application="Acme" signInUrl="#sign-in" />,
    cells: [
      ...formStatesOf({ fillIn: typeDetails, submit: 'Continue', notice: 'System under maintenance' }),
      {
        caption: 'Required field empty',
        async reach(play) {
          await play.canvas.findByLabelText('First name');
          await press(play, 'Continue');
          await play.canvas.findAllByText('Please fill in this field.');
        },
      },
      {
        caption: 'Rejected: email address taken',
        async reach(play) {
          await typeDetails(play, ADA.emailAddress);
          await press(play, 'Continue');
          await waitFor(() => expect(play.canvas.getByLabelText('Email address')).toBeInvalid());
        },
      },
      {
        caption: 'All fields',
        service: {
          settings: { name: 'required', username: 'required', legalConsent: true, providers: ['google'] },
        },
        reach: ({ canvas }) => canvas.findByLabelText('Username'),
      },
    ],
  }),
};

export const OfCreateOrganization: Story = {
  name: 'CreateOrganization',
  ...gallery({
    children: <CreateOrganization />,
    service: organization().service,
    cells: [
      ...formStatesOf({
        fillIn: typeName,
        submit: 'Create organization',
        notice: 'System under maintenance',
      }),
      {
        caption: 'Required field empty',
        async reach(play) {
          await press(play, 'Create organization');
          await play.canvas.findByText('Please fill in this field.');
        },
      },
      {
        caption: 'Rejected: slug taken',
        async reach(play) {
          await typeName(play, 'Royal Society');
          await press(play, 'Create organization');
          await play.canvas.findByText('This address is taken. Please try another.');
        },
      },
      {
        caption: 'Not allowed',
        service: { settings: { organizations: false } },
        reach: ({ canvas }) => canvas.findByText('You cannot create organizations here.'),
      },
      {
        caption: 'Created',
        async reach(play) {
          await typeName(play);
          await press(play, 'Create organization');
          await play.canvas.findByRole('heading', { name: 'Difference Engines is ready' });
        },
      },
    ],
  }),
};
