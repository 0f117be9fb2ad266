export interface RequestFailedErrorOptions {
  readonly status?: number | undefined;
  readonly cause?: unknown;
}

/**
 * A request without a conclusive answer: a failure of the server or of the network, or a body that is not the API's,
 * such as the page of a captive portal. It neither signs the user out nor counts as a rejection.
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
