/** The texts of every step of signing in and signing up. */
export const authFlowInEnglish = {
  /** Announced when the session changes. */
  session: {
    signedIn: 'You’re signed in.',
    signedOut: 'You’re signed out.',
  },
  signIn: {
    title: 'Sign in',
    /** `{application}` */
    titleFor: 'Sign in to {application}',
    text: 'Welcome back! Sign in to continue.',
    email: 'Email address',
    password: 'Password',
    submit: 'Continue',
    submitting: 'Signing in…',
    paused: 'Sign-in is paused. We’ll keep what you’ve typed.',
    noAccount: 'No account?',
    signUp: 'Sign up',
  },
  signUp: {
    title: 'Create your account',
    /** `{application}` */
    titleFor: 'Create your {application} account',
    text: 'Welcome! Fill in your details to get started.',
    name: 'Name',
    email: 'Email address',
    password: 'Password',
    /** `{count}` characters at least. */
    passwordHint: { one: 'At least {count} character', other: 'At least {count} characters' },
    submit: 'Continue',
    submitting: 'Creating your account…',
    paused: 'Sign-up is paused. We’ll keep what you’ve typed.',
    haveAccount: 'Already have an account?',
    signIn: 'Sign in',
  },
  /** Announced when a step appears: its `{title}` and `{text}`, and the `{error}` that led to it. */
  step: {
    announcement: ['{title} – {text} {error}', '{title} – {text}', '{title} – {error}', '{title}'] as const,
  },
  /** A code that was sent by email. */
  code: {
    title: 'Check your email',
    titleForSignUp: 'Verify your email address',
    /** `{address}` */
    text: 'We sent a code to {address}.',
    /** Where the API does not say whether there is an account: `{address}`. */
    textForNewPassword: 'If there’s an account for {address}, we’ve sent it a code.',
    label: 'Code',
    /** `{count}` digits. */
    incomplete: { one: 'Enter {count} digit.', other: 'Enter all {count} digits.' },
    submit: 'Continue',
    submitting: 'Checking the code…',
    resend: 'Resend code',
    /** `{time}` as minutes and seconds. */
    resendIn: 'Resend code in {time}',
    resending: 'Sending…',
    /** Announced: `{address}` */
    resent: 'We sent a new code to {address}.',
    /** Announced where the API does not say whether there is an account: `{address}`. */
    resentForNewPassword: 'If there’s an account for {address}, we’ve sent it a new code.',
  },
  /** Signing in with a code instead of a password. */
  codeByEmail: {
    title: 'Sign in with a code',
    text: 'We’ll email you a code. No password needed.',
    link: 'Email me a code',
    submit: 'Send code',
    submitting: 'Sending…',
  },
  forgottenPassword: {
    title: 'Forgot your password?',
    text: 'We’ll email you a code so you can choose a new one.',
    link: 'Forgot password?',
    submit: 'Send code',
    submitting: 'Sending…',
  },
  newPassword: {
    title: 'Choose a new password',
    text: 'Choose one you don’t use anywhere else.',
    label: 'New password',
    signOutOthers: 'Sign out of all other devices',
    submit: 'Save and sign in',
    submitting: 'Saving…',
  },
  secondFactor: {
    title: 'Confirm it’s you',
    authenticator: 'Enter the code from your authenticator app.',
    backupCode: 'Enter one of your backup codes. Each works once.',
    emailCode: 'We’ll email you a code.',
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
  /** Other services, and passkeys. */
  providers: {
    /** `{provider}` */
    continueWith: 'Continue with {provider}',
    /** `{provider}` */
    leaving: 'Opening {provider}…',
    passkey: 'Sign in with a passkey',
    askingForPasskey: 'Waiting for your passkey…',
    or: 'or',
    /** Back from the other service. */
    returnTitle: 'Signing you in',
    returnText: 'One moment while we finish signing you in.',
    finish: 'Continue',
    finishing: 'Signing you in…',
  },
  /** A sign-in or sign-up succeeded, and its session cannot be read yet. */
  sessionPending: {
    signedIn: 'You’re signed in',
    signedUp: 'Your account is ready',
    text: 'Your session is taking longer than usual to load. You don’t need to sign in again.',
    tryAgain: 'Try again',
    trying: 'Loading…',
    /** Announced after a press that changed nothing. */
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
    text: 'We need a few more details.',
    firstName: 'First name',
    lastName: 'Last name',
    username: 'Username',
    optional: 'Optional',
    submit: 'Continue',
    submitting: 'Creating your account…',
    closedTitle: 'Sign-up is closed',
    closedText: 'New accounts are by invitation only.',
  },
  /** `{terms}` and `{privacy}` are links. */
  consent: {
    both: 'I agree to the {terms} and the {privacy}',
    termsAlone: 'I agree to the {terms}',
    privacyAlone: 'I agree to the {privacy}',
    plain: 'I agree to the terms',
    terms: 'Terms of Service',
    privacy: 'Privacy Policy',
  },
  /** How hard a password is to guess, as far as its length and variety tell. */
  strength: {
    weak: 'Easy to guess. Longer is better.',
    fair: 'Fair. Add a few more characters.',
    good: 'Good password',
    strong: 'Strong password',
  },
  flow: {
    back: 'Back',
    identifier: 'Email address or username',
    username: 'Username',
  },
};
