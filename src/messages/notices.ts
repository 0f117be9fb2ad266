/** The texts about the state of the service. */
export const noticesInEnglish = {
  maintenance: {
    title: 'System under maintenance',
    /** In the banner, while mutations are rejected. Visitors who aren’t signed in read it too. */
    banner: 'You can still view everything. Changes are paused until it’s over.',
    /** Where the end is known: `{time}`. */
    backAround: 'Back around {time}',
    /** `{time}` as minutes and seconds. */
    nextCheckIn: 'Checking again in {time}',
    checking: 'Checking…',
    checkNow: 'Check now',
    /** The outcome of a check that the user asked for. */
    stillOn: 'Still under maintenance.',
    /** The same, announced: `{time}`. */
    stillOnAnnouncement: 'Still under maintenance. Checking again in {time}.',
    /** The outcome of a check that got no response. */
    notChecked: 'We couldn’t check the service.',
    /** The same, announced: `{time}`. */
    notCheckedAnnouncement: 'We couldn’t check the service. Checking again in {time}.',
    /** Above content that is disabled as a whole. */
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
    text: 'We’re down for maintenance and will be back soon. Your account and your work are safe.',
    /** Where no maintenance is known: the service did not respond. */
    unreachable: 'We can’t reach the service right now. Your account and your work are safe.',
    tryAgain: 'Try again',
  },
  /** How a `{title}` of the above, which has no full stop, is followed by its `{text}`. */
  notice: {
    /** In the banner, where the text follows on the same line. */
    titleInLine: '{title}.',
    announcement: '{title}. {text}',
  },
  loading: 'Loading…',
};
