/** What people read on the way through signing in and signing up, past what the first card says. */
export interface AuthFlowMessages {
  /** A code that was sent by email. */
  readonly code: {
    readonly title: string;
    readonly titleForSignUp: string;
    /** `{address}` */
    readonly text: string;
    readonly label: string;
    /** `{count}` digits. */
    readonly incomplete: string;
    readonly submit: string;
    readonly submitting: string;
    readonly resend: string;
    /** `{time}` as minutes and seconds. */
    readonly resendIn: string;
    readonly resending: string;
    /** Announced: `{address}` */
    readonly resent: string;
  };
  /** Signing in with a code instead of a password. */
  readonly codeByEmail: {
    readonly title: string;
    readonly text: string;
    readonly link: string;
    readonly submit: string;
    readonly submitting: string;
    /** Nobody is known by what was entered. */
    readonly unknown: string;
  };
  readonly forgottenPassword: {
    readonly title: string;
    readonly text: string;
    readonly link: string;
    readonly submit: string;
    readonly submitting: string;
  };
  readonly newPassword: {
    readonly title: string;
    readonly text: string;
    readonly label: string;
    readonly signOutOthers: string;
    readonly submit: string;
    readonly submitting: string;
  };
  readonly secondFactor: {
    readonly title: string;
    readonly authenticator: string;
    readonly backupCode: string;
    readonly emailCode: string;
    readonly codeLabel: string;
    readonly backupCodeLabel: string;
    readonly submit: string;
    readonly submitting: string;
    readonly send: string;
    readonly sending: string;
    readonly useAuthenticator: string;
    readonly useBackupCode: string;
    readonly useEmailCode: string;
  };
  /** Other services, and passkeys. */
  readonly providers: {
    /** `{provider}` */
    readonly continueWith: string;
    /** `{provider}` */
    readonly leaving: string;
    readonly passkey: string;
    readonly askingForPasskey: string;
    readonly or: string;
    /** Back from the other service. */
    readonly returnTitle: string;
    readonly returnText: string;
    readonly finish: string;
    readonly finishing: string;
  };
  /** A sign-in or sign-up succeeded, and its session cannot be read yet. */
  readonly sessionPending: {
    readonly signedIn: string;
    readonly signedUp: string;
    readonly text: string;
    readonly tryAgain: string;
    readonly trying: string;
    /** Announced after a press that changed nothing. */
    readonly stillPending: string;
  };
  /** A sign-up made an account and signed nobody in. */
  readonly accountCreated: {
    readonly title: string;
    readonly text: string;
    /** In place of `text` where the address has to be confirmed first. */
    readonly confirmEmail: string;
    readonly signIn: string;
  };
  readonly details: {
    readonly title: string;
    readonly text: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly username: string;
    readonly optional: string;
    readonly submit: string;
    readonly submitting: string;
    readonly closedTitle: string;
    readonly closedText: string;
  };
  /** `{terms}` and `{privacy}` are links. */
  readonly consent: {
    readonly both: string;
    readonly termsAlone: string;
    readonly privacyAlone: string;
    readonly plain: string;
    readonly terms: string;
    readonly privacy: string;
  };
  /** How hard a password is to guess, as far as its length and variety tell. */
  readonly strength: {
    readonly weak: string;
    readonly fair: string;
    readonly good: string;
    readonly strong: string;
  };
  readonly flow: {
    readonly back: string;
    readonly identifier: string;
    readonly username: string;
  };
}

export const authFlowInEnglish: AuthFlowMessages = {
  code: {
    title: 'Check your email',
    titleForSignUp: 'Verify your email address',
    text: 'We sent a code to {address}',
    label: 'Code',
    incomplete: 'Please enter all {count} digits.',
    submit: 'Continue',
    submitting: 'Checking the code…',
    resend: 'Send a new code',
    resendIn: 'Send a new code in {time}',
    resending: 'Sending…',
    resent: 'A new code was sent to {address}.',
  },
  codeByEmail: {
    title: 'Sign in with a code',
    text: 'We will email you a code, no password needed',
    link: 'Email me a code',
    submit: 'Send code',
    submitting: 'Sending…',
    unknown: 'There is no account with this. Please check it.',
  },
  forgottenPassword: {
    title: 'Forgot your password?',
    text: 'We will email you a code to choose a new one',
    link: 'Forgot password?',
    submit: 'Send code',
    submitting: 'Sending…',
  },
  newPassword: {
    title: 'Choose a new password',
    text: 'One that you use nowhere else',
    label: 'New password',
    signOutOthers: 'Sign out on all other devices',
    submit: 'Save and sign in',
    submitting: 'Saving…',
  },
  secondFactor: {
    title: 'Confirm that it is you',
    authenticator: 'Enter the code that your authenticator app shows',
    backupCode: 'Enter one of the backup codes that you kept. Each works once',
    emailCode: 'We will email you a code',
    codeLabel: 'Code from the app',
    backupCodeLabel: 'Backup code',
    submit: 'Continue',
    submitting: 'Checking the code…',
    send: 'Send code',
    sending: 'Sending…',
    useAuthenticator: 'Use your authenticator app',
    useBackupCode: 'Use a backup code',
    useEmailCode: 'Email me a code',
  },
  providers: {
    continueWith: 'Continue with {provider}',
    leaving: 'Opening {provider}…',
    passkey: 'Sign in with a passkey',
    askingForPasskey: 'Waiting for your passkey…',
    or: 'or',
    returnTitle: 'Signing you in',
    returnText: 'One moment, we are finishing what you started',
    finish: 'Continue',
    finishing: 'Signing you in…',
  },
  sessionPending: {
    signedIn: 'You are signed in',
    signedUp: 'Your account is ready',
    text: 'Your session is loading, which takes longer than usual. You do not need to sign in again.',
    tryAgain: 'Try again',
    trying: 'Loading…',
    stillPending: 'Your session is still loading.',
  },
  accountCreated: {
    title: 'Your account was created',
    text: 'Sign in to continue.',
    confirmEmail: 'We sent you an email. Follow the link in it to confirm your address, then sign in.',
    signIn: 'Sign in',
  },
  details: {
    title: 'Almost there',
    text: 'A few details are still missing',
    firstName: 'First name',
    lastName: 'Last name',
    username: 'Username',
    optional: 'Optional',
    submit: 'Continue',
    submitting: 'Creating your account…',
    closedTitle: 'Signing up is not open',
    closedText: 'New accounts are made by invitation only',
  },
  consent: {
    both: 'I agree to the {terms} and the {privacy}',
    termsAlone: 'I agree to the {terms}',
    privacyAlone: 'I agree to the {privacy}',
    plain: 'I agree to the terms',
    terms: 'Terms of Service',
    privacy: 'Privacy Policy',
  },
  strength: {
    weak: 'Easy to guess. Longer is better.',
    fair: 'Fair. A few more characters make it good.',
    good: 'Good password',
    strong: 'Strong password',
  },
  flow: {
    back: 'Back',
    identifier: 'Email address or username',
    username: 'Username',
  },
};
