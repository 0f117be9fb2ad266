/** The code by which an API says that it is in maintenance mode. */
export const MAINTENANCE_CODE = 'maintenance_mode';

/** What the API said about its maintenance. */
export interface MaintenanceNotice {
  readonly code: typeof MAINTENANCE_CODE;
  /** One line, for example "System under maintenance". Server text: show it as text only. */
  readonly shortMessage: string;
  /** One or two sentences. Server text: show it as text only. */
  readonly longMessage: string;
  /** How long the API asked clients to wait, in milliseconds, counted from the answer. At most a day. */
  readonly retryAfterMs?: number;
}

/** The documented texts of the contract, used where an answer carries the code but no text of its own. */
export const contractNotice: MaintenanceNotice = {
  code: MAINTENANCE_CODE,
  shortMessage: 'System under maintenance',
  longMessage:
    'We are currently undergoing maintenance and only essential operations are permitted. We will be back shortly.',
};
