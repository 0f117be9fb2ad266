// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { english } from '../../src/messages/english.ts';
import { formatList, formatMessage } from '../../src/messages/formatMessage.ts';
import { overrideMessages } from '../../src/messages/overrideMessages.ts';

const polish = { one: '{count} osoba', few: '{count} osoby', many: '{count} osób', other: '{count} osoby' };

describe('formatMessage', () => {
  it.each([
    [1, '1 osoba'],
    [3, '3 osoby'],
    [5, '5 osób'],
    [22, '22 osoby'],
  ])('chooses the plural form of the language for %i', (count, text) => {
    expect(formatMessage(polish, { count }, 'pl')).toBe(text);
  });

  it('uses `other` where a form is missing', () => {
    expect(formatMessage({ other: '{count} 件' }, { count: 1 }, 'en')).toBe('1 件');
  });

  it('uses the plural rules of English without a locale, since the default texts are English', () => {
    expect(formatMessage(english.organizationInvitations.sent, { count: 1 }, undefined)).toBe(
      'Invitation sent.',
    );
  });

  it('shows the first variant whose values are all known', () => {
    const variants = ['{email} in {place}', '{email}', 'a person'];
    expect(formatMessage(variants, { email: 'ada@example.com', place: 'Acme' })).toBe(
      'ada@example.com in Acme',
    );
    expect(formatMessage(variants, { email: 'ada@example.com', place: undefined })).toBe('ada@example.com');
    expect(formatMessage(variants, {})).toBe('a person');
  });

  it('writes numbers as the language does', () => {
    expect(formatMessage('{count}', { count: 1200 }, 'de')).toBe('1.200');
  });
});

describe('formatList', () => {
  it('joins as the language does', () => {
    expect(formatList(['a', 'b', 'c'], 'disjunction', 'en')).toBe('a, b, or c');
    expect(formatList(['a', 'b'], 'conjunction', 'de')).toBe('a und b');
  });
});

describe('overrideMessages', () => {
  it('replaces plural forms as a whole', () => {
    const own = overrideMessages(english, { organizationMembers: { found: { other: '{count} 名' } } });
    expect(formatMessage(own.organizationMembers.found, { count: 1 }, 'en')).toBe('1 名');
    expect(own.organizationMembers.title).toBe(english.organizationMembers.title);
  });

  it('replaces variants by one sentence', () => {
    const own = overrideMessages(english, { errors: { already_member: 'Schon dabei.' } });
    expect(formatMessage(own.errors.already_member, { email: 'ada@example.com' })).toBe('Schon dabei.');
  });
});

describe('the English texts', () => {
  const texts = sentencesOf(english);

  it.each(texts)('“%s” speaks to the user with contractions and promises no time', (text) => {
    expect(text).not.toMatch(
      /\b(cannot|could not|do not|does not|is not|are not|was not|you are|you will|we are|we will|it is|please|nobody|somebody|shortly|for a moment|administrators?)\b|'/i,
    );
  });
});

/** Returns every text below a value: of areas, plural forms and variants. */
function sentencesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesOf) : [];
}
