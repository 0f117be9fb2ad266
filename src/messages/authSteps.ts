/** The texts of the steps after the first card, which are loaded with the steps. */
export const authStepsInEnglish = {
  /** A code that was sent by email. */
  code: {
    title: 'Check your email',
    titleForSignUp: 'Verify your email address',
    /** `{address}` */
    text: 'We sent a code to {address}.',
    /** Shown if the API doesn't reveal whether there is an account: `{address}`. */
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
    /** Announced if the API doesn't reveal whether there is an account: `{address}`. */
    resentForNewPassword: 'If there’s an account for {address}, we’ve sent it a new code.',
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
  /** Shown after a sign-in or sign-up whose session can't be read yet. */
  sessionPending: {
    signedIn: 'You’re signed in',
    signedUp: 'Your account is ready',
    text: 'Your session is taking longer than usual to load. You don’t need to sign in again.',
    tryAgain: 'Try again',
    trying: 'Loading…',
    /** Announced if the check on a press finds no session yet. */
    stillPending: 'Your session is still loading.',
  },
  accountCreated: {
    title: 'Your account was created',
    text: 'Sign in to continue.',
    confirmEmail: 'We sent you an email. Follow the link in it to confirm your address, then sign in.',
    signIn: 'Sign in',
  },
};
