import { lookUp } from '../protocol/lookUp.ts';

/**
 * One sentence for each plural form of a language, chosen by `{count}`. English has `one` and `other`; Polish also
 * has `few` and `many`.
 */
export type PluralMessage = { readonly other: string } & {
  readonly [Form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};

/** Alternative sentences. The first one whose values are all known is shown. */
export type MessageVariants = readonly string[];

export type Message = string | PluralMessage | MessageVariants;

export type MessageValues = Readonly<Record<string, string | number | undefined>>;

/** The type of a bundle in any language, derived from the English one. */
export type TextsOf<Bundle> = {
  readonly [Key in keyof Bundle]: Bundle[Key] extends string
    ? string
    : Bundle[Key] extends { readonly other: string }
      ? string | PluralMessage
      : Bundle[Key] extends MessageVariants
        ? string | MessageVariants
        : TextsOf<Bundle[Key]>;
};

/**
 * Returns the sentence with its values. The placeholder of an unknown value stays visible as `{name}`.
 *
 * @param locale - The language of the text, for plural forms and numbers. Default: English.
 */
export function formatMessage(message: string | MessageVariants, values: MessageValues): string;
export function formatMessage(message: Message, values: MessageValues, locale: string | undefined): string;
export function formatMessage(message: Message, values: MessageValues, locale = 'en'): string {
  return sentenceOf(message, values, locale).replace(placeholders, (placeholder, name: string) => {
    const value = lookUp(values, name);
    return typeof value === 'number' ? value.toLocaleString(locale) : (value ?? placeholder);
  });
}

/**
 * Returns the items as one text: "a, b, and c", "a, b, or c", or with `unit` "a, b, c".
 *
 * @param locale - Default: English.
 */
export function formatList(
  items: readonly string[],
  type: 'conjunction' | 'disjunction' | 'unit',
  locale = 'en',
): string {
  return new Intl.ListFormat(locale, { type }).format(items);
}

const placeholders = /\{(\w+)\}/g;

function sentenceOf(message: Message, values: MessageValues, locale: string): string {
  if (typeof message === 'string') return message;
  if (isVariants(message)) return message.find((text) => isComplete(text, values)) ?? message.at(-1) ?? '';
  const count = lookUp(values, 'count');
  const form = typeof count === 'number' ? new Intl.PluralRules(locale).select(count) : 'other';
  return message[form] ?? message.other;
}

function isVariants(message: Message): message is MessageVariants {
  return Array.isArray(message);
}

function isComplete(text: string, values: MessageValues): boolean {
  return [...text.matchAll(placeholders)].every(([, name]) => lookUp(values, name) !== undefined);
}
