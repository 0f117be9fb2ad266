import { describe, expect, it } from 'vitest';
import { describeEnd, describeWindow } from '../../src/messages/describeWindow.ts';
import { english } from '../../src/messages/english.ts';
import { textOf } from '../support/textOf.ts';

const texts = english.windows;

/** British English has 24 hours, without the space before AM and PM that differs by the version of the Unicode data. */
const format = (now: string, timeZone: string) => ({ now: Date.parse(now), locale: 'en-GB', timeZone });

function described(startsAt: string, endsAt: string, now: string, timeZone = 'Europe/Berlin'): string {
  return describeWindow(
    { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) },
    texts,
    format(now, timeZone),
  );
}

const upcoming = (starts: string, ends: string): string => textOf(texts.upcoming, { starts, ends });

describe('a window that is ahead', () => {
  it('starts in some minutes, within the last hour', () => {
    expect(described('2026-06-01T20:00Z', '2026-06-01T21:30Z', '2026-06-01T19:40Z')).toBe(
      upcoming(
        textOf(texts.startsSoon, { wait: 'in 20 minutes', time: '22:00' }),
        textOf(texts.endsAt, { time: '23:30' }),
      ),
    );
  });

  it('starts today', () => {
    expect(described('2026-06-01T20:00Z', '2026-06-01T21:30Z', '2026-06-01T18:59Z')).toBe(
      upcoming(textOf(texts.startsToday, { time: '22:00' }), textOf(texts.endsAt, { time: '23:30' })),
    );
  });

  it('starts today and ends tomorrow', () => {
    expect(described('2026-06-01T20:00Z', '2026-06-01T22:30Z', '2026-06-01T10:00Z')).toBe(
      upcoming(textOf(texts.startsToday, { time: '22:00' }), textOf(texts.endsTomorrow, { time: '0:30' })),
    );
  });

  it('starts tomorrow, in the calendar of the user', () => {
    const [start, end, now] = ['2026-06-01T23:00Z', '2026-06-01T23:30Z', '2026-06-01T10:00Z'] as const;
    expect(described(start, end, now)).toContain(textOf(texts.startsTomorrow, { time: '1:00' }));
    expect(described(start, end, now, 'Europe/London')).toContain(
      textOf(texts.startsTomorrow, { time: '0:00' }),
    );
    expect(described(start, end, now, 'America/New_York')).toContain(
      textOf(texts.startsToday, { time: '19:00' }),
    );
    expect(described(start, end, now, 'Asia/Kolkata')).toContain(
      textOf(texts.startsTomorrow, { time: '4:30' }),
    );
  });

  it('starts on a date', () => {
    expect(described('2026-06-04T20:00Z', '2026-06-05T04:00Z', '2026-06-01T10:00Z')).toBe(
      upcoming(
        textOf(texts.startsOn, { date: 'Thursday 4 June', time: '22:00' }),
        textOf(texts.endsOn, { date: 'Friday 5 June', time: '6:00' }),
      ),
    );
  });

  it('starts tomorrow across a new year', () => {
    expect(described('2027-01-01T10:00Z', '2027-01-01T11:00Z', '2026-12-31T10:00Z')).toContain(
      textOf(texts.startsTomorrow, { time: '11:00' }),
    );
  });

  it('has the words of the locale', () => {
    const german = {
      ...texts,
      startsSoon: 'Sie beginnt {wait}, um {time} Uhr.',
      startsOn: 'Sie beginnt am {date} um {time} Uhr.',
    };
    const times = { startsAt: Date.parse('2026-06-04T20:00Z'), endsAt: Date.parse('2026-06-04T21:00Z') };
    const locale = { locale: 'de', timeZone: 'Europe/Berlin' };
    expect(describeWindow(times, german, { ...locale, now: times.startsAt - 1_200_000 })).toContain(
      'Sie beginnt in 20 Minuten, um 22:00 Uhr.',
    );
    expect(describeWindow(times, german, { ...locale, now: Date.parse('2026-06-01T10:00Z') })).toContain(
      'Sie beginnt am Donnerstag, 4. Juni um 22:00 Uhr.',
    );
  });
});

describe('the days on which the clocks change', () => {
  it('are days of the calendar, with 23 or 25 hours', () => {
    // In Berlin, 29 March 2026 has 23 hours, and 25 October 2026 has 25.
    expect(described('2026-03-29T21:30Z', '2026-03-29T21:45Z', '2026-03-28T23:30Z')).toContain(
      textOf(texts.startsToday, { time: '23:30' }),
    );
    expect(described('2026-03-29T22:00Z', '2026-03-29T22:45Z', '2026-03-28T23:30Z')).toContain(
      textOf(texts.startsTomorrow, { time: '0:00' }),
    );
    expect(described('2026-10-25T22:30Z', '2026-10-25T22:45Z', '2026-10-24T22:30Z')).toContain(
      textOf(texts.startsToday, { time: '23:30' }),
    );
    expect(described('2026-10-25T23:00Z', '2026-10-25T23:45Z', '2026-10-24T22:30Z')).toContain(
      textOf(texts.startsTomorrow, { time: '0:00' }),
    );
  });

  it('a time after the change has the new offset', () => {
    const now = '2026-03-28T12:00Z';
    expect(described('2026-03-28T13:30Z', '2026-03-28T14:00Z', now)).toContain('14:30');
    expect(described('2026-03-29T12:30Z', '2026-03-29T13:00Z', now)).toContain(
      textOf(texts.startsTomorrow, { time: '14:30' }),
    );
  });

  it('the wait to a start across the change is what passes', () => {
    // 01:50 before the change, and 03:10 after it.
    expect(described('2026-03-29T01:10Z', '2026-03-29T02:00Z', '2026-03-29T00:50Z')).toContain(
      textOf(texts.startsSoon, { wait: 'in 20 minutes', time: '3:10' }),
    );
  });

  it('an hour that comes twice names its time zone', () => {
    const now = '2026-10-24T10:00Z';
    expect(described('2026-10-25T00:30Z', '2026-10-25T01:30Z', now)).toBe(
      upcoming(
        textOf(texts.startsTomorrow, { time: '02:30 CEST' }),
        textOf(texts.endsAt, { time: '02:30 CET' }),
      ),
    );
  });
});

describe('a window that is on', () => {
  it('ends today', () => {
    expect(described('2026-06-01T20:00Z', '2026-06-01T21:30Z', '2026-06-01T20:00Z')).toBe(
      textOf(texts.live, { ends: textOf(texts.endsAt, { time: '23:30' }) }),
    );
  });

  it('ends tomorrow', () => {
    expect(described('2026-06-01T20:00Z', '2026-06-01T23:30Z', '2026-06-01T20:00Z')).toBe(
      textOf(texts.live, { ends: textOf(texts.endsTomorrow, { time: '1:30' }) }),
    );
  });
});

describe('the end of the maintenance that is on', () => {
  it.each([
    ['2026-06-01T21:30Z', textOf(texts.backAround, { time: '23:30' })],
    ['2026-06-02T04:00Z', textOf(texts.backTomorrow, { time: '6:00' })],
    ['2026-06-03T04:00Z', textOf(texts.backOn, { date: 'Wednesday 3 June', time: '6:00' })],
  ])('%s', (endsAt, text) => {
    expect(describeEnd(Date.parse(endsAt), texts, format('2026-06-01T20:00Z', 'Europe/Berlin'))).toBe(text);
  });
});
