/** A body as the API writes it: snake_case, times in milliseconds since the epoch. */
export type Body = Readonly<Record<string, unknown>>;
