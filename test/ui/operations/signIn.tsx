import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { SignedIn, SignedOut, SignIn, SignOutButton, SignUp } from '../../../src/index.ts';
import {
  enteringCode,
  field,
  finding,
  pressing,
  fakeMutation,
  type Mutation,
  type OperationRow,
  type Replacements,
  type Stage,
} from '../../support/operationRow.ts';
import { enter } from '../../support/enter.ts';
import { ADA, renderWithApi, type RenderedApp, type RenderOptions } from '../../support/renderWithApi.tsx';
import { english } from '../../../src/messages/english.ts';
import { patternOf, textOf } from '../../support/textOf.ts';

const CODE = '424242';
const BACKUP_CODE = 'kiwi-lime-plum';
const NEW_PASSWORD = 'nine kettles on hobs';
const careful = {
  users: [{ ...ADA, authenticatorSecret: 'JBSWY3DPEHPK3PXP', backupCodes: [BACKUP_CODE] }],
};

const isSignedIn = finding('Signed in');
const heading = async (name: string): Promise<void> => void (await screen.findByRole('heading', { name }));

function signIn(
  { platform, adapter, onRedirect }: Stage,
  operations: Replacements = {},
  service: RenderOptions['service'] = {},
): RenderedApp {
  return renderWithApi(
    <>
      <SignedOut>
        <SignIn onRedirect={onRedirect} />
      </SignedOut>
      <SignedIn>Signed in</SignedIn>
    </>,
    { platform, adapter: adapter(operations), service },
  );
}

async function withAddress(stage: Stage): Promise<RenderedApp> {
  const app = signIn(stage);
  await enter(app, english.signIn.email, ADA.emailAddress);
  return app;
}

async function askingForCode(stage: Stage): Promise<RenderedApp> {
  const app = await withAddress(stage);
  await pressing(english.codeByEmail.link)(app);
  await heading(english.codeByEmail.title);
  return app;
}

async function withCode(stage: Stage): Promise<RenderedApp> {
  const app = await askingForCode(stage);
  await pressing(english.codeByEmail.submit)(app);
  await heading(english.code.title);
  return app;
}

async function forgotten(stage: Stage): Promise<RenderedApp> {
  const app = await withAddress(stage);
  await pressing(english.forgottenPassword.link)(app);
  await heading(english.forgottenPassword.title);
  return app;
}

const newUser = { email: 'grace@example.com', password: 'nanoseconds of wire' };

async function signUp(
  { platform, adapter, onRedirect }: Stage,
  settings: NonNullable<RenderOptions['service']>['settings'] = {},
  operations: Replacements = {},
): Promise<RenderedApp> {
  const app = renderWithApi(
    <>
      <SignedOut>
        <SignUp onRedirect={onRedirect} />
      </SignedOut>
      <SignedIn>Signed in</SignedIn>
    </>,
    { platform, adapter: adapter(operations), service: { settings } },
  );
  await enter(app, english.signIn.email, newUser.email);
  await enter(app, english.signIn.password, newUser.password);
  return app;
}

async function withSignUpCode(stage: Stage): Promise<RenderedApp> {
  const app = await signUp(stage, { verifyEmailAddress: true });
  await pressing(english.signUp.submit)(app);
  await heading(english.code.titleForSignUp);
  return app;
}

type SignInMutation = Extract<
  Mutation,
  | 'signOut'
  | `signIn${string}`
  | `requestSignIn${string}`
  | `resend${string}`
  | 'submitSignInCode'
  | `${string}SecondFactor${string}`
  | 'requestPasswordReset'
  | 'setNewPassword'
  | 'finishProviderSignIn'
  | 'signUp'
  | 'completeSignUp'
  | 'submitSignUpCode'
>;

export const signInRows: Readonly<Record<SignInMutation, OperationRow>> = {
  signInWithPassword: {
    async open(stage) {
      const app = await withAddress(stage);
      await enter(app, english.signIn.password, ADA.password);
      return app;
    },
    press: pressing(english.signIn.submit),
    done: isSignedIn,
    shownIn: 'form',
    typed: { 'Email address': ADA.emailAddress, Password: ADA.password },
    secrets: [ADA.password],
  },
  requestSignInCode: {
    open: askingForCode,
    press: pressing(english.codeByEmail.submit),
    done: () => heading(english.code.title),
    shownIn: 'form',
    typed: { 'Email address': ADA.emailAddress },
  },
  resendSignInCode: {
    async open(stage) {
      const app = await withCode(stage);
      await app.advance(30_000);
      await app.user.type(field(english.code.label), '42');
      return app;
    },
    press: pressing(english.code.resend),
    done: () => screen.findByRole('button', { name: patternOf(english.code.resendIn) }),
    shownIn: 'form',
    typed: { Code: '42' },
  },
  submitSignInCode: {
    open: withCode,
    press: enteringCode(english.code.label, CODE, english.code.submit),
    done: isSignedIn,
    shownIn: 'form',
    typed: { Code: CODE },
    secrets: [CODE],
  },
  // By default, the emulator sends no second factor by email.
  requestSecondFactorCode: {
    async open(stage) {
      const app = signIn(stage, {
        signInWithPassword: () => Promise.resolve({ status: 'needs-second-factor', factors: ['email-code'] }),
        requestSecondFactorCode: fakeMutation({
          status: 'needs-code',
          sentTo: 'a**@example.com',
          purpose: 'second-factor',
        } as const),
      });
      await enter(app, english.signIn.email, ADA.emailAddress);
      await enter(app, english.signIn.password, ADA.password);
      return app;
    },
    press: pressing(english.signIn.submit),
    done: () => heading(english.code.title),
    shownIn: 'form',
    secrets: [ADA.password],
    isAutomatic: true,
  },
  submitSecondFactor: {
    async open(stage) {
      const app = signIn(stage, {}, careful);
      await enter(app, english.signIn.email, ADA.emailAddress);
      await enter(app, english.signIn.password, ADA.password);
      await app.user.keyboard('{Enter}');
      await pressing(english.secondFactor.useBackupCode)(app);
      await enter(app, english.secondFactor.backupCodeLabel, BACKUP_CODE);
      return app;
    },
    press: pressing(english.secondFactor.submit),
    done: isSignedIn,
    shownIn: 'form',
    typed: { 'Backup code': BACKUP_CODE },
    secrets: [ADA.password, BACKUP_CODE],
  },
  requestPasswordReset: {
    open: forgotten,
    press: pressing(english.codeByEmail.submit),
    done: () => heading(english.code.title),
    shownIn: 'form',
    typed: { 'Email address': ADA.emailAddress },
  },
  setNewPassword: {
    async open(stage) {
      const app = await forgotten(stage);
      await pressing(english.codeByEmail.submit)(app);
      await heading(english.code.title);
      await app.user.type(field(english.code.label), CODE);
      await enter(app, english.newPassword.label, NEW_PASSWORD);
      return app;
    },
    press: pressing(english.newPassword.submit),
    done: isSignedIn,
    shownIn: 'form',
    typed: { 'New password': NEW_PASSWORD },
    secrets: [CODE, NEW_PASSWORD],
  },
  signInWithProvider: {
    async open(stage) {
      const app = signIn(stage, {}, { settings: { providers: ['google'] } });
      await enter(app, english.signIn.email, ADA.emailAddress);
      await enter(app, english.signIn.password, 'half a pass');
      await screen.findByRole('button', {
        name: textOf(english.providers.continueWith, { provider: 'Google' }),
      });
      return app;
    },
    press: pressing(textOf(english.providers.continueWith, { provider: 'Google' })),
    done: (_app, { redirects }) => waitFor(() => expect(redirects).toHaveLength(1)),
    shownIn: 'form',
    typed: { 'Email address': ADA.emailAddress, Password: 'half a pass' },
    secrets: ['half a pass'],
  },
  // Only a real provider signs the user in on the server before it redirects back.
  finishProviderSignIn: {
    async open(stage) {
      history.replaceState(null, '', '/?maintenance-kit-return=sign-in');
      return signIn(stage, {
        finishProviderSignIn: fakeMutation({
          status: 'needs-code',
          sentTo: 'a**@example.com',
          purpose: 'sign-in',
        } as const),
      });
    },
    press: async () => {},
    done: () => heading(english.code.title),
    shownIn: 'form',
    isAutomatic: true,
  },
  // Passkeys need a real authenticator.
  signInWithPasskey: {
    async open(stage) {
      const app = signIn(stage, {
        loadAuthOptions: undefined,
        signInWithPasskey: fakeMutation({
          status: 'needs-second-factor',
          factors: ['authenticator'],
        } as const),
      });
      await enter(app, english.signIn.email, ADA.emailAddress);
      return app;
    },
    press: pressing(english.providers.passkey),
    done: () => screen.findByLabelText(english.secondFactor.codeLabel),
    shownIn: 'form',
    typed: { 'Email address': ADA.emailAddress },
  },
  signOut: {
    async open({ platform, adapter }) {
      const app = renderWithApi(
        <>
          <SignedIn>
            Signed in
            <SignOutButton />
          </SignedIn>
          <SignedOut>Signed out</SignedOut>
        </>,
        { platform, adapter: adapter(), service: { users: [ADA], signedInAs: ADA.emailAddress } },
      );
      await isSignedIn();
      return app;
    },
    press: pressing(english.actions.signOut),
    done: finding('Signed out'),
    shownIn: 'dialog',
  },
  signUp: {
    open: (stage) => signUp(stage),
    press: pressing(english.signUp.submit),
    done: isSignedIn,
    shownIn: 'form',
    typed: { 'Email address': newUser.email, Password: newUser.password },
    secrets: [newUser.password],
  },
  completeSignUp: {
    async open(stage) {
      // Without the options, the form doesn't know that a username is required.
      const app = await signUp(stage, { username: 'required' }, { loadAuthOptions: undefined });
      await enter(app, english.signUp.name, 'Grace Hopper');
      await pressing(english.signUp.submit)(app);
      await heading(english.details.title);
      await enter(app, english.details.username, 'grace');
      return app;
    },
    press: pressing(english.details.submit),
    done: isSignedIn,
    shownIn: 'form',
    typed: { Username: 'grace' },
    secrets: [newUser.password],
  },
  resendSignUpCode: {
    async open(stage) {
      const app = await withSignUpCode(stage);
      await app.advance(30_000);
      await app.user.type(field(english.code.label), '42');
      return app;
    },
    press: pressing(english.code.resend),
    done: () => screen.findByRole('button', { name: patternOf(english.code.resendIn) }),
    shownIn: 'form',
    typed: { Code: '42' },
    secrets: [newUser.password],
  },
  submitSignUpCode: {
    open: withSignUpCode,
    press: enteringCode(english.code.label, CODE, english.code.submit),
    done: isSignedIn,
    shownIn: 'form',
    typed: { Code: CODE },
    secrets: [newUser.password, CODE],
  },
};
