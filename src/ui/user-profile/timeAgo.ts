const units = [
  ['year', 365 * 24 * 60 * 60_000],
  ['month', 30 * 24 * 60 * 60_000],
  ['week', 7 * 24 * 60 * 60_000],
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
] as const;

/** Returns "3 hours ago", in the largest unit that fits; `undefined` for less than a minute and for future times. */
export function timeAgo(at: number, now: number, locale: string | undefined): string | undefined {
  const agoMs = now - at;
  const unit = units.find(([, ms]) => agoMs >= ms);
  if (!unit) return undefined;
  const [name, ms] = unit;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(agoMs / ms), name);
}
