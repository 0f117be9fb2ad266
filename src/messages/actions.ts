/** Actions that a maintenance holds up, and what cannot be undone. */
export interface ActionMessages {
  readonly title: string;
  /** `{action}` */
  readonly text: string;
  readonly later: string;
  readonly close: string;
  /** Beside what waits: `{action}` */
  readonly waiting: string;
  readonly takeBack: string;
  /** Announced: `{action}` */
  readonly putOff: string;
  readonly takenBack: string;
  readonly done: string;
  readonly failed: string;
  readonly cancel: string;
  readonly signOut: string;
  readonly account: string;
}

export const actionsInEnglish: ActionMessages = {
  title: 'Not possible at the moment',
  text: '“{action}” was not done: the service is under maintenance. You stay signed in, and nothing is lost.',
  later: 'Do it when the maintenance is over',
  close: 'Close',
  waiting: 'Will be done when the maintenance is over: {action}',
  takeBack: 'Take back',
  putOff: '“{action}” will be done when the maintenance is over.',
  takenBack: '“{action}” was taken back.',
  done: 'Done: {action}',
  failed: 'Could not be done: {action}',
  cancel: 'Cancel',
  signOut: 'Sign out',
  account: 'Account',
};
