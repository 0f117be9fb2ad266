/** The texts of actions outside of forms: blocked, deferred, confirmed. */
export const actionsInEnglish = {
  actions: {
    title: 'Not available during maintenance',
    /** `{action}` in this and all below. */
    text: 'We can’t do this until maintenance is over: “{action}”. You’re still signed in, and nothing is lost.',
    defer: 'Do it after maintenance',
    close: 'Close',
    /** Beside a deferred action. */
    deferred: 'Scheduled for after maintenance: {action}',
    cancelDeferred: 'Cancel',
    cancelDeferredAction: 'Cancel: {action}',
    /** Announced, as are the three below. */
    willRun: '“{action}” will run after maintenance.',
    canceled: '“{action}” canceled.',
    done: 'Done: {action}',
    failed: 'Couldn’t complete: {action}',
    cancel: 'Cancel',
    signOut: 'Sign out',
    /** The accessible name of the user's button: `{name}`. */
    account: 'Account: {name}',
  },
};
