import { formatMessage } from './formatMessage.ts';
import type { windowsInEnglish } from './windows.ts';
import type { TextsOf } from './formatMessage.ts';

type WindowTexts = TextsOf<typeof windowsInEnglish>['windows'];

/** How times are written for the user. */
export interface TimeFormat {
  /** The current time, in milliseconds since the epoch. */
  readonly now: number;
  /** A BCP 47 tag. Default: English for words, the browser's for the time of day. */
  readonly locale?: string | undefined;
  /** An IANA name such as "Europe/Berlin". Default: the user's. */
  readonly timeZone?: string | undefined;
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Returns the sentences about a window that is ahead or on. Its times are milliseconds since the epoch. */
export function describeWindow(
  { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
  texts: WindowTexts,
  format: TimeFormat,
): string {
  if (startsAt <= format.now) {
    const ends = sentenceAbout(endsAt, format.now, endTexts(texts), format);
    return formatMessage(texts.live, { ends });
  }
  return formatMessage(texts.upcoming, {
    starts: describeStart(startsAt, texts, format),
    ends: sentenceAbout(endsAt, startsAt, endTexts(texts), format),
  });
}

/** Returns when the maintenance that is on ends. */
export function describeEnd(endsAt: number, texts: WindowTexts, format: TimeFormat): string {
  const { backAround, backTomorrow, backOn } = texts;
  return sentenceAbout(
    endsAt,
    format.now,
    { sameDay: backAround, tomorrow: backTomorrow, on: backOn },
    format,
  );
}

function describeStart(startsAt: number, texts: WindowTexts, format: TimeFormat): string {
  const { locale = 'en', now } = format;
  const waitMs = startsAt - now;
  if (waitMs <= HOUR_MS) {
    const minutes = Math.ceil(waitMs / 60_000);
    const wait = new Intl.RelativeTimeFormat(locale).format(minutes, 'minute');
    return formatMessage(texts.startsSoon, { wait, time: timeOf(startsAt, format) });
  }
  const { startsToday, startsTomorrow, startsOn } = texts;
  return sentenceAbout(
    startsAt,
    now,
    { sameDay: startsToday, tomorrow: startsTomorrow, on: startsOn },
    format,
  );
}

interface DayTexts {
  /** For a time on the day of `from`. */
  readonly sameDay: string;
  readonly tomorrow: string;
  readonly on: string;
}

function endTexts({ endsAt, endsTomorrow, endsOn }: WindowTexts): DayTexts {
  return { sameDay: endsAt, tomorrow: endsTomorrow, on: endsOn };
}

/** Days are those of the calendar: a day on which the clocks change has 23 or 25 hours. */
function sentenceAbout(at: number, from: number, texts: DayTexts, format: TimeFormat): string {
  const time = timeOf(at, format);
  const day = dayOf(at, format);
  if (day === dayOf(from, format)) return formatMessage(texts.sameDay, { time });
  if (day === dayOf(format.now, format) + 1) return formatMessage(texts.tomorrow, { time });
  const { locale = 'en', timeZone } = format;
  const date = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone });
  return formatMessage(texts.on, { time, date: date.format(at) });
}

/** Returns the time of day. When the clocks go back, an hour comes twice: then it has the name of its time zone. */
function timeOf(at: number, { locale, timeZone }: TimeFormat): string {
  const options = { hour: 'numeric', minute: '2-digit', timeZone } as const;
  const format = new Intl.DateTimeFormat(locale, options);
  const time = format.format(at);
  const comesTwice = [at - HOUR_MS, at + HOUR_MS].some((other) => format.format(other) === time);
  if (!comesTwice) return time;
  return new Intl.DateTimeFormat(locale, { ...options, timeZoneName: 'short' }).format(at);
}

/** Returns the number of the calendar day in the user's time zone. */
function dayOf(at: number, { timeZone }: TimeFormat): number {
  const parts = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone,
    calendar: 'gregory',
  }).formatToParts(at);
  const [year = 0, month = 0, day = 0] = (['year', 'month', 'day'] as const).map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  );
  return Date.UTC(year, month - 1, day) / DAY_MS;
}
