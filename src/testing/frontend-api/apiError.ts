interface ApiErrorText {
  readonly status: 400 | 401 | 404 | 422 | 429;
  readonly message: string;
  readonly longMessage?: string;
}

export type ApiErrorCode =
  | 'authentication_invalid'
  | 'form_identifier_exists'
  | 'form_identifier_not_found'
  | 'form_param_format_invalid'
  | 'form_param_missing'
  | 'form_password_incorrect'
  | 'form_password_length_too_short'
  | 'resource_not_found'
  | 'session_exists'
  | 'too_many_requests';

const texts: Readonly<Record<ApiErrorCode, ApiErrorText>> = {
  authentication_invalid: {
    status: 401,
    message: 'Invalid authentication',
    longMessage: 'The request has no active session to act for.',
  },
  form_identifier_exists: { status: 422, message: 'That email address is taken. Please try another.' },
  form_identifier_not_found: { status: 422, message: "Couldn't find your account." },
  form_param_format_invalid: { status: 422, message: 'is invalid', longMessage: 'The value is malformed.' },
  form_param_missing: { status: 422, message: 'is missing', longMessage: 'A value must be included.' },
  form_password_incorrect: { status: 422, message: 'Password is incorrect. Try again.' },
  form_password_length_too_short: { status: 422, message: 'Passwords must be 8 characters or more.' },
  resource_not_found: { status: 404, message: 'Resource not found', longMessage: 'There is nothing here.' },
  session_exists: {
    status: 400,
    message: 'Session already exists',
    longMessage: "You're already signed in.",
  },
  too_many_requests: { status: 429, message: 'Too many requests', longMessage: 'Please try again later.' },
};

export interface ApiErrorOptions {
  /** The request's parameter that is to blame. */
  readonly param?: string;
  readonly retryAfterSeconds?: number;
}

/** A refusal on its way to the client: thrown by a route, answered in the API's own shape. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly options: ApiErrorOptions;

  constructor(code: ApiErrorCode, options: ApiErrorOptions = {}) {
    super(code);
    this.code = code;
    this.options = options;
  }

  toResponse(traceId: string): Response {
    const { status, message, longMessage } = texts[this.code];
    const { param, retryAfterSeconds } = this.options;
    const error = {
      code: this.code,
      message,
      long_message: longMessage ?? message,
      meta: param === undefined ? {} : { param_name: param },
    };
    return Response.json(
      { errors: [error], clerk_trace_id: traceId },
      {
        status,
        ...(retryAfterSeconds !== undefined && { headers: { 'retry-after': String(retryAfterSeconds) } }),
      },
    );
  }
}
