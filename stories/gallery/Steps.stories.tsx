import type { Meta, StoryObj } from '@storybook/react-vite';
import { SignIn, SignUp } from '../../src/index.ts';
import { ADA, type StoryService } from '../support/service.tsx';
import { fill, paste, press, SOON } from '../support/typing.ts';
import { gallery, galleryParameters, type Cell, type CellPlay } from '../support/gallery.tsx';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../../test/support/textOf.ts';

/** The steps after the first card of the forms. */
const meta = {
  title: 'Gallery/Steps',
  // A docs page with all galleries is too large.
  tags: ['!autodocs'],
  parameters: { ...galleryParameters },
  beforeEach: () => history.replaceState(null, ''),
  globals: { service: 'changes' },
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
  await paste(play, english.signIn.email, ADA.emailAddress);
  await press(play, english.codeByEmail.link);
  await seen(english.codeByEmail.text)(play);
}

async function getCode(play: CellPlay): Promise<void> {
  await askForCode(play);
  await press(play, english.codeByEmail.submit);
  await seen(english.code.title)(play);
}

async function enterCode(play: CellPlay, code = '424242'): Promise<void> {
  await fill(play, english.code.label, code);
}

async function provePassword(play: CellPlay): Promise<void> {
  await paste(play, english.signIn.email, ADA.emailAddress);
  await paste(play, 'Password', ADA.password);
  await press(play, english.signIn.submit);
  await seen(english.secondFactor.title)(play);
}

async function forget(play: CellPlay): Promise<void> {
  await paste(play, english.signIn.email, ADA.emailAddress);
  await press(play, english.forgottenPassword.link);
  await seen(english.forgottenPassword.title)(play);
}

async function choosePassword(play: CellPlay): Promise<void> {
  await forget(play);
  await press(play, english.codeByEmail.submit);
  await seen(english.code.title)(play);
  await enterCode(play);
  await seen(english.newPassword.title)(play);
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
    await seen(textOf(english.notice.titleInLine, english.maintenance))(play);
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
          await seen(english.errors.code_incorrect)(play);
        },
      },
      rejected('Code by email', getCode, enterCode),
      { caption: 'Second factor', service: careful, reach: provePassword },
      {
        caption: 'Second factor: backup code',
        service: careful,
        async reach(play) {
          await provePassword(play);
          await press(play, english.secondFactor.useBackupCode);
          await play.canvas.findByLabelText(english.secondFactor.backupCodeLabel, undefined, SOON);
        },
      },
      { caption: 'Forgotten password', reach: forget },
      { caption: english.newPassword.label, reach: choosePassword },
      rejected(english.newPassword.label, choosePassword, async (play) => {
        await paste(play, english.newPassword.label, 'nine kettles on hobs');
        await press(play, english.newPassword.submit);
      }),
    ],
  }),
};

async function signUp(play: CellPlay): Promise<void> {
  await play.canvas.findByLabelText(english.details.firstName, undefined, SOON);
  await paste(play, english.signIn.email, 'grace@example.com');
  await paste(play, 'Password', 'nanoseconds of wire');
  await press(play, english.signIn.submit);
  await seen(english.code.titleForSignUp)(play);
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
          await seen(english.errors.code_incorrect)(play);
        },
      },
      rejected('Code by email', signUp, enterCode),
    ],
  }),
};
