/** The texts about planned windows. They are loaded with the first window. */
export const windowsInEnglish = {
  windows: {
    title: 'Planned maintenance',
    /** Combines the sentences below. */
    upcoming: '{starts} {ends} You can’t make changes in that time.',
    /** While the window is on and the service is operational. */
    live: '{ends} You may not be able to make changes until then.',
    /** `{wait}` as "in 20 minutes", in the last hour before the start. */
    startsSoon: 'It starts {wait}, at {time}.',
    startsToday: 'It starts today at {time}.',
    startsTomorrow: 'It starts tomorrow at {time}.',
    startsOn: 'It starts on {date} at {time}.',
    /** On the day of the start, or today if it has started. */
    endsAt: 'It ends around {time}.',
    endsTomorrow: 'It ends tomorrow around {time}.',
    endsOn: 'It ends on {date} around {time}.',
    /** In the banner during maintenance, if only the window says when it ends. */
    backAround: 'Back around {time}',
    backTomorrow: 'Back tomorrow around {time}',
    backOn: 'Back on {date} around {time}',
    /** In its place after that time. */
    late: 'It’s taking longer than planned.',
  },
};
