import { formatMessage, type Message, type MessageValues } from '../../src/messages/formatMessage.ts';

/** Returns what the user reads for a message of the English bundle. */
export function textOf(message: Message, values: MessageValues = {}): string {
  return formatMessage(message, values, 'en');
}

/** Returns a pattern that finds a message inside of a longer text. An omitted value matches any text. */
export function patternOf(message: Message, values: MessageValues = {}): RegExp {
  const escaped = textOf(message, values).replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/\{\w+\}/g, '.+'), 'u');
}
