import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { CreateOrganization, SignIn, SignUp } from '../../src/index.ts';
import { organization } from '../support/organization.ts';
import { formStatesOf } from '../support/formStates.ts';
import { ADA } from '../support/service.tsx';
import { paste, press } from '../support/typing.ts';
import { gallery, galleryParameters, type CellPlay } from '../support/gallery.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../../test/support/textOf.ts';

/** Every state of the forms. */
const meta = {
  title: 'Gallery/Forms',
  // A docs page with all galleries is too large.
  tags: ['!autodocs'],
  parameters: { ...galleryParameters },
  beforeEach: () => history.replaceState(null, ''),
  globals: { service: 'changes' },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

async function typeCredentials(play: CellPlay, password: string = ADA.password): Promise<void> {
  await paste(play, english.signIn.email, ADA.emailAddress);
  await paste(play, 'Password', password);
}

async function typeDetails(play: CellPlay, emailAddress = 'grace@example.com'): Promise<void> {
  await paste(play, english.details.firstName, 'Grace');
  await paste(play, english.signIn.email, emailAddress);
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
      ...formStatesOf({
        fillIn: typeCredentials,
        submit: english.signIn.submit,
        notice: textOf(english.notice.titleInLine, english.maintenance),
      }),
      {
        caption: 'Required field empty',
        async reach(play) {
          await press(play, english.signIn.submit);
          await play.canvas.findAllByText(english.missing.email);
        },
      },
      {
        caption: 'Rejected: password cleared',
        async reach(play) {
          await typeCredentials(play, 'wrong');
          await press(play, english.signIn.submit);
          await play.canvas.findByText(english.errors.invalid_credentials);
        },
      },
      {
        caption: 'With other services',
        service: withProviders,
        reach: ({ canvas }) =>
          canvas.findByRole('button', {
            name: textOf(english.providers.continueWith, { provider: 'Google' }),
          }),
      },
      {
        caption: 'With other services, read-only',
        service: { ...withProviders, mode: 'maintenance' },
        reach: ({ canvas }) => canvas.findByText(textOf(english.notice.titleInLine, english.maintenance)),
      },
    ],
  }),
};

export const OfSignUp: Story = {
  name: 'SignUp',
  ...gallery({
    children: <SignUp application="Acme" signInUrl="#sign-in" />,
    cells: [
      ...formStatesOf({
        fillIn: typeDetails,
        submit: english.signIn.submit,
        notice: textOf(english.notice.titleInLine, english.maintenance),
      }),
      {
        caption: 'Required field empty',
        async reach(play) {
          await play.canvas.findByLabelText(english.details.firstName);
          await press(play, english.signIn.submit);
          await play.canvas.findAllByText(english.missing.email);
        },
      },
      {
        caption: 'Rejected: email address taken',
        async reach(play) {
          await typeDetails(play, ADA.emailAddress);
          await press(play, english.signIn.submit);
          await waitFor(() => expect(play.canvas.getByLabelText(english.signIn.email)).toBeInvalid());
        },
      },
      {
        caption: 'All fields',
        service: {
          settings: { name: 'required', username: 'required', legalConsent: true, providers: ['google'] },
        },
        reach: ({ canvas }) => canvas.findByLabelText(english.details.username),
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
        submit: english.createOrganization.submit,
        notice: textOf(english.notice.titleInLine, english.maintenance),
      }),
      {
        caption: 'Required field empty',
        async reach(play) {
          await press(play, english.createOrganization.submit);
          await play.canvas.findByText(english.organizationGeneral.nameMissing);
        },
      },
      {
        caption: 'Rejected: slug taken',
        async reach(play) {
          await typeName(play, 'Royal Society');
          await press(play, english.createOrganization.submit);
          await play.canvas.findByText(english.errors.slug_taken);
        },
      },
      {
        caption: 'Not allowed',
        service: { settings: { organizations: false } },
        reach: ({ canvas }) => canvas.findByText(english.createOrganization.closed),
      },
      {
        caption: 'Created',
        async reach(play) {
          await typeName(play);
          await press(play, english.createOrganization.submit);
          await play.canvas.findByRole('heading', {
            name: textOf(english.createOrganization.created, { name: 'Difference Engines' }),
          });
        },
      },
    ],
  }),
};
