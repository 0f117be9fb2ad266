import type { Meta, StoryObj } from '@storybook/react-vite';
import { SignIn, SignUp } from '../../src/index.ts';
import { ADA, type StoryService } from '../support/service.tsx';
import { fill, paste, press, SOON } from '../support/typing.ts';
import { gallery, galleryParameters, type Cell, type CellPlay } from '../support/gallery.tsx';

/** The steps after the first card of the forms. */
const meta = {
  title: 'Gallery/Steps',
  // A docs page with all galleries is too large.
  tags: ['!autodocs'],
  parameters: { ...galleryParameters },
  beforeEach: () => history.replaceState(null, ''),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const careful: StoryService = {
  users: [{ ...ADA, authenticatorSecret: 'JBSWY3DPEHPK3PXP', backupCodes: ['kiwi-lime-plum'] }],
};

const seen =
  (text: string) =>
  ({ canvas }: CellPlay): Promise<HTMLElement> =>
    canvas.findByText(text, undefined, SOON);

async function askForCode(play: CellPlay): Promise<void> {
  await paste(play, 'Email address', ADA.emailAddress);
  await press(play, 'Email me a code');
  await seen('We will email you a code, no password needed')(play);
}

async function getCode(play: CellPlay): Promise<void> {
  await askForCode(play);
  await press(play, 'Send code');
  await seen('Check your email')(play);
}

async function enterCode(play: CellPlay, code = '424242'): Promise<void> {
  await fill(play, 'Code', code);
}

async function provePassword(play: CellPlay): Promise<void> {
  await paste(play, 'Email address', ADA.emailAddress);
  await paste(play, 'Password', ADA.password);
  await press(play, 'Continue');
  await seen('Confirm that it is you')(play);
}

async function forget(play: CellPlay): Promise<void> {
  await paste(play, 'Email address', ADA.emailAddress);
  await press(play, 'Forgot password?');
  await seen('Forgot your password?')(play);
}

async function choosePassword(play: CellPlay): Promise<void> {
  await forget(play);
  await press(play, 'Send code');
  await seen('Check your email')(play);
  await enterCode(play);
  await seen('Choose a new password')(play);
}

/** A state in which maintenance rejects the request. */
const rejected = (
  caption: string,
  reach: NonNullable<Cell['reach']>,
  send: NonNullable<Cell['reach']>,
): Cell => ({
  caption: `${caption}, rejected by maintenance`,
  async reach(play) {
    await reach(play);
    play.service.api.setMode('maintenance');
    await send(play);
    await seen('System under maintenance')(play);
  },
});

export const OfSignIn: Story = {
  name: 'SignIn',
  ...gallery({
    children: <SignIn application="Acme" />,
    cells: [
      { caption: 'Code by email: email address', reach: askForCode },
      { caption: 'Code by email: sent', reach: getCode },
      {
        caption: 'Code by email: wrong code',
        async reach(play) {
          await getCode(play);
          await enterCode(play, '111111');
          await seen('This code is not correct.')(play);
        },
      },
      rejected('Code by email', getCode, enterCode),
      { caption: 'Second factor', service: careful, reach: provePassword },
      {
        caption: 'Second factor: backup code',
        service: careful,
        async reach(play) {
          await provePassword(play);
          await press(play, 'Use a backup code');
          await play.canvas.findByLabelText('Backup code', undefined, SOON);
        },
      },
      { caption: 'Forgotten password', reach: forget },
      { caption: 'New password', reach: choosePassword },
      rejected('New password', choosePassword, async (play) => {
        await paste(play, 'New password', 'nine kettles on hobs');
        await press(play, 'Save and sign in');
      }),
    ],
  }),
};

async function signUp(play: CellPlay): Promise<void> {
  await play.canvas.findByLabelText('First name', undefined, SOON);
  await paste(play, 'Email address', 'grace@example.com');
  await paste(play, 'Password', 'nanoseconds of wire');
  await press(play, 'Continue');
  await seen('Verify your email address')(play);
}

export const OfSignUp: Story = {
  name: 'SignUp',
  ...gallery({
    children: <SignUp application="Acme" />,
    service: { settings: { verifyEmailAddress: true } },
    cells: [
      { caption: 'Code by email', reach: signUp },
      {
        caption: 'Code by email: wrong code',
        async reach(play) {
          await signUp(play);
          await enterCode(play, '111111');
          await seen('This code is not correct.')(play);
        },
      },
      rejected('Code by email', signUp, enterCode),
    ],
  }),
};
