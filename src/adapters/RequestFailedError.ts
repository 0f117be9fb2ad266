export interface RequestFailedErrorOptions {
  readonly status?: number | undefined;
  readonly cause?: unknown;
}

/**
 * An answer that settles nothing: a failure of the server or of something on the way, or a body that is not
 * the API's, such as the page of a captive portal. It signs nobody out and refuses nothing.
 */
export class RequestFailedError extends Error {
  override readonly name = 'RequestFailedError';
  readonly status?: number;

  constructor({ status, cause }: RequestFailedErrorOptions = {}) {
    super(
      `The answer (status ${status ?? 'unknown'}) settles nothing.`,
      cause === undefined ? undefined : { cause },
    );
    if (status !== undefined) this.status = status;
  }
}
