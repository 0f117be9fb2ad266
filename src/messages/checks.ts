/** The texts about the end of a maintenance and the checks for it. Their components load at idle, unlike the notices. */
export const checksInEnglish = {
  maintenance: {
    /** Shown if the end is known: `{time}`. */
    backAround: 'Back around {time}',
    /** `{time}` as minutes and seconds. */
    nextCheckIn: 'Checking again in {time}',
    checking: 'Checking…',
    checkNow: 'Check now',
    /** The result of a check that the user started. */
    stillOn: 'Still under maintenance.',
    /** The announcement of the same: `{time}`. */
    stillOnAnnouncement: 'Still under maintenance. Checking again in {time}.',
    /** The result of a check without a response. */
    notChecked: 'We couldn’t check the service.',
    /** The announcement of the same: `{time}`. */
    notCheckedAnnouncement: 'We couldn’t check the service. Checking again in {time}.',
  },
};
