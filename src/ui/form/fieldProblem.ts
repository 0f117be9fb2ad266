import { formatMessage } from '../../messages/formatMessage.ts';
import { fieldsInEnglish } from '../../messages/fields.ts';
import type { FormControl } from '../../react/formElement.ts';
import type { Kit } from '../../react/KitContext.ts';

type ProblemText = Exclude<keyof (typeof fieldsInEnglish)['field'], 'show'>;

/** The constraint that a value breaks, and the text about it. */
export interface FieldProblem {
  /** The key of the text. `custom`: the text is `message`. */
  readonly text: ProblemText | 'custom';
  readonly label: string;
  /** The text that `setCustomValidity` received. */
  readonly message: string;
  /** The value of the constraint: `minlength`, `max`. */
  readonly limit: string;
}

/** Returns the first constraint that a control's value breaks; `undefined` if the value is valid. */
export function problemOf(control: FormControl): FieldProblem | undefined {
  if (control.validity.valid) return undefined;
  const [text, limitedBy = ''] = brokenConstraintOf(control);
  return {
    text,
    label: [control.labels?.[0]?.textContent, control.name].find(Boolean) ?? '',
    message: control.validationMessage,
    limit: control.getAttribute(limitedBy) ?? '',
  };
}

/** Returns the key of the text, and the attribute that holds the limit. */
function brokenConstraintOf({ validity, type }: FormControl): readonly [FieldProblem['text'], string?] {
  const isNumber = type === 'number' || type === 'range';
  if (validity.valueMissing) {
    return [type === 'checkbox' ? 'unchecked' : type === 'select-one' ? 'unselected' : 'valueMissing'];
  }
  if (validity.badInput) return [isNumber ? 'numberMismatch' : 'incomplete'];
  if (validity.typeMismatch) return [type === 'url' ? 'urlMismatch' : 'emailMismatch'];
  if (validity.tooShort) return ['tooShort', 'minlength'];
  if (validity.tooLong) return ['tooLong', 'maxlength'];
  if (validity.rangeUnderflow) return [isNumber ? 'tooLow' : 'tooEarly', 'min'];
  if (validity.rangeOverflow) return [isNumber ? 'tooHigh' : 'tooLate', 'max'];
  return [validity.customError ? 'custom' : 'invalid'];
}

export interface ProblemTexts {
  /** Replaces the text about a required value that is empty. */
  readonly missingText?: string | undefined;
  /** Replaces the text about any other constraint, except for the length. */
  readonly invalidText?: string | undefined;
}

export function textOfProblem(
  { text, label, message, limit }: FieldProblem,
  { missingText, invalidText }: ProblemTexts,
  { messagesOf, locale }: Kit,
): string {
  const { field } = messagesOf(fieldsInEnglish);
  switch (text) {
    case 'custom':
      return message;
    case 'valueMissing':
    case 'unchecked':
    case 'unselected':
      return missingText ?? formatMessage(field[text], { label });
    case 'tooShort':
    case 'tooLong':
      return formatMessage(field[text], { label, count: Number(limit) }, locale);
    case 'tooLow':
    case 'tooHigh':
      return invalidText ?? formatMessage(field[text], { label, limit: Number(limit) }, locale);
    case 'tooEarly':
    case 'tooLate':
      return invalidText ?? formatMessage(field[text], { label, limit: dateOf(limit, locale) });
    case 'emailMismatch':
    case 'urlMismatch':
    case 'numberMismatch':
    case 'incomplete':
    case 'invalid':
      return invalidText ?? formatMessage(field[text], { label });
  }
}

/** Formats a date in words. A time or a month stays unchanged. */
function dateOf(limit: string, locale: string | undefined): string {
  return /^\d+-\d\d-\d\d$/.test(limit)
    ? new Date(limit).toLocaleDateString(locale ?? 'en', { dateStyle: 'long', timeZone: 'UTC' })
    : limit;
}
