import { lookUp } from '../protocol/lookUp.ts';
import type { MessageOverrides } from './messages.ts';

/**
 * Returns the messages with some of them replaced, key by key. Groups that `messages` doesn't have are ignored.
 * Plural forms and variants are replaced as a whole, because other languages have other forms.
 */
export function overrideMessages<Bundle extends object>(
  messages: Bundle,
  overrides: MessageOverrides = {},
): Bundle {
  const replacements = overrides as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(messages).map(([group, original]: [string, unknown]) => {
      const override = lookUp(replacements, group);
      return [
        group,
        typeof original === 'object' && typeof override === 'object'
          ? { ...original, ...override }
          : (override ?? original),
      ];
    }),
  ) as Bundle;
}
