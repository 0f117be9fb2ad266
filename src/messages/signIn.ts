/** The texts of the first card of sign-in, and those that every step has. */
export const signInInEnglish = {
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
  /** Providers and passkeys. */
  providers: {
    /** `{provider}` */
    continueWith: 'Continue with {provider}',
    /** `{provider}` */
    leaving: 'Opening {provider}…',
    passkey: 'Sign in with a passkey',
    askingForPasskey: 'Waiting for your passkey…',
    or: 'or',
    /** Shown after a provider redirects the browser back. */
    returnTitle: 'Signing you in',
    returnText: 'One moment while we finish signing you in.',
    finish: 'Continue',
    finishing: 'Signing you in…',
  },
  /** Announced when a step appears: its `{title}` and `{text}`, and the `{error}` that led to it. */
  step: {
    announcement: ['{title} – {text} {error}', '{title} – {text}', '{title} – {error}', '{title}'] as const,
  },
  flow: {
    back: 'Back',
    identifier: 'Email address or username',
    username: 'Username',
  },
};
