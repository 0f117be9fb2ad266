const DAY_MS = 24 * 60 * 60 * 1000;
const ABSURD_MS = 30 * DAY_MS;

/** The longest value that is parsed. An HTTP date has at most 33 characters. */
const LONGEST_VALUE = 64;

/** RFC 9110, section 5.6.7: the current format, and the two obsolete ones that a recipient must still accept. */
const httpDates = [
  /^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/,
  /^\w{6,9}, \d\d-\w{3}-\d\d [\d:]{8} GMT$/,
  /^\w{3} \w{3} [ \d]\d [\d:]{8} \d{4}$/,
];

/**
 * Parses a `Retry-After` header (RFC 9110, section 10.2.3): whole seconds or an HTTP date. Returns milliseconds from
 * `nowMs`, at most a day.
 *
 * Returns `undefined` if the header is missing, malformed ("1.5", "1e3", "-1"), in the past, or more than 30 days
 * ahead. A few days are plausible and are cut to one, so that the user doesn't wait long past an early end; more than
 * 30 days is a mistake (milliseconds or a timestamp in place of seconds) and doesn't say when to check again.
 */
export function parseRetryAfter(value: string | null | undefined, nowMs: number): number | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_VALUE) return undefined;
  const text = value.trim();
  if (/^\d+$/.test(text)) return boundRetryAfterMs(Number(text) * 1000);
  if (!httpDates.some((form) => form.test(text))) return undefined;
  // The last format names no zone, but means UTC like the others.
  return boundRetryAfterMs(Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) - nowMs);
}

/** Applies the same bounds to a delay in milliseconds: absurd ones become `undefined`, long ones are cut to a day. */
export function boundRetryAfterMs(delayMs: number): number | undefined {
  return delayMs >= 0 && delayMs <= ABSURD_MS ? Math.min(delayMs, DAY_MS) : undefined;
}
