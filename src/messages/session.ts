/** The texts about the session. */
export const sessionInEnglish = {
  /** Announced when the session changes. */
  session: {
    signedIn: 'You’re signed in.',
    signedOut: 'You’re signed out.',
  },
};
