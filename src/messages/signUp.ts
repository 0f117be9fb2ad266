/** The texts of a new account. */
export const signUpInEnglish = {
  signUp: {
    title: 'Create your account',
    /** `{application}` */
    titleFor: 'Create your {application} account',
    text: 'Welcome! Fill in your details to get started.',
    name: 'Name',
    email: 'Email address',
    password: 'Password',
    /** `{count}` is the minimum number of characters. */
    passwordHint: { one: 'At least {count} character', other: 'At least {count} characters' },
    submit: 'Continue',
    submitting: 'Creating your account…',
    paused: 'Sign-up is paused. We’ll keep what you’ve typed.',
    haveAccount: 'Already have an account?',
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
  /** How hard a password is to guess, estimated from its length and variety. */
  strength: {
    weak: 'Easy to guess. Longer is better.',
    fair: 'Fair. Add a few more characters.',
    good: 'Good password',
    strong: 'Strong password',
  },
};
