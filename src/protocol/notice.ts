/** The code that an API sends while it is in maintenance mode. */
export const MAINTENANCE_CODE = 'maintenance_mode';

/** The API's message about its maintenance. */
export interface MaintenanceNotice {
  readonly code: typeof MAINTENANCE_CODE;
  /** One line, for example "System under maintenance". It comes from the server: render it as plain text. */
  readonly shortMessage: string;
  /** One or two sentences. They come from the server: render them as plain text. */
  readonly longMessage: string;
  /** The wait that the API asked for, in milliseconds from the response. At most a day. */
  readonly retryAfterMs?: number;
}

/** The documented texts of the contract, for a response that has the code but no text. */
export const contractNotice: MaintenanceNotice = {
  code: MAINTENANCE_CODE,
  shortMessage: 'System under maintenance',
  longMessage:
    'We are currently undergoing maintenance and only essential operations are permitted. We will be back shortly.',
};
