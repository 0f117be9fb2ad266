/** The texts about the state of the service. */
export const noticesInEnglish = {
  maintenance: {
    title: 'System under maintenance',
    /** In the banner, while mutations are rejected. Users who aren’t signed in read it too. */
    banner: 'You can still view everything. Changes are paused until it’s over.',
    /** About content that is disabled as a whole, on a page without a banner. */
    paused: 'Changes are paused. You can still view everything here, and nothing is lost.',
    /** Below a disabled button. */
    availableAgain: 'Available again after maintenance',
    /** Announced when the user presses a disabled button. */
    blocked: 'System under maintenance. This will be available again afterwards.',
  },
  recovering: {
    title: 'Maintenance may be over',
    text: 'You can try again now.',
  },
  over: {
    title: 'Maintenance is over',
    text: 'You can continue where you left off.',
    dismiss: 'Dismiss',
  },
  unavailable: {
    title: 'Temporarily unavailable',
    text: 'We’re down for maintenance. Your account and your work are safe.',
    /** Shown if the service doesn't respond and no maintenance is known. */
    unreachable: 'We can’t reach the service right now. Your account and your work are safe.',
    tryAgain: 'Try again',
  },
  /** Combines a `{title}` of the above, which has no full stop, with its `{text}`. */
  notice: {
    /** In the banner and in the notice of a form, where the text follows on the same line. */
    titleInLine: '{title}.',
    announcement: '{title}. {text}',
  },
  loading: 'Loading…',
};
