/** A body in the API's format: snake_case, times in milliseconds since the epoch. */
export type Body = Readonly<Record<string, unknown>>;
