import { elementsOf, isFormControl, namedElement, resetForm, type FormControl } from './formElement.ts';
import type { Draft } from '../stores/createDrafts.ts';

/** A field whose value can be stored in a draft. */
export type DraftField = FormControl;

const neverKept = new Set(['file', 'hidden', 'submit', 'image', 'reset', 'button']);

export function isDraftField(target: unknown): target is DraftField {
  return isFormControl(target) && target.name !== '' && !neverKept.has(target.type);
}

/** Returns the fields of a form by name. */
function fieldsByName(form: HTMLFormElement): ReadonlyMap<string, readonly DraftField[]> {
  const groups = new Map<string, DraftField[]>();
  for (const field of elementsOf(form).filter(isDraftField)) {
    groups.set(field.name, [...(groups.get(field.name) ?? []), field]);
  }
  return groups;
}

/** Returns the fields of a form that have the name of one of them. Called for each key: it looks at no other field. */
export function fieldsLike(field: DraftField, form: HTMLFormElement): readonly DraftField[] {
  const found = namedElement(form, field.name);
  return found === field ? [field] : (fieldsByName(form).get(field.name) ?? []);
}

/** Returns the value of a single text field unchanged, and that of every other group as a list in JSON. */
export function valueOf(fields: readonly DraftField[]): string {
  const [field] = fields;
  return fields.length === 1 && field && isText(field)
    ? field.value
    : JSON.stringify(fields.flatMap(chosenValuesOf));
}

const ownEvents = new WeakSet<Event>();

/** Returns whether an event of a field comes from a draft, not from the user. */
export function isFromDraft(event: Event): boolean {
  return ownEvents.has(event);
}

function fire(field: DraftField, type: string): void {
  const event = new Event(type, { bubbles: true });
  ownEvents.add(event);
  field.dispatchEvent(event);
}

/**
 * Restores a draft into a form. Each change is made as if by the user, with its events, so that React, form libraries
 * and controlled fields follow.
 */
export function putBack(
  draft: Draft,
  form: HTMLFormElement,
  mayReplace: (field: DraftField) => boolean = () => true,
): void {
  if (Object.keys(draft).length === 0) return;
  for (const [name, fields] of fieldsByName(form)) {
    const value = Object.hasOwn(draft, name) ? draft[name] : undefined;
    if (value !== undefined && fields.every(mayReplace)) putValueBack(value, fields);
  }
}

/** Resets a form, and clears those of the named text fields that ignore a reset, such as controlled ones. */
export function forgetValues(form: HTMLFormElement, names: ReadonlySet<string>): void {
  const texts = [...fieldsByName(form).values()].flat().filter(isText);
  const typed = texts.filter((field) => names.has(field.name)).map((field) => [field, field.value] as const);
  resetForm(form);
  for (const [field, value] of typed) if (field.value === value) setText(field, '');
}

/** Returns whether a field still has the value that the page was served with. */
export function isUntouched(field: DraftField): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    const hasDefault = options.some(({ defaultSelected }) => defaultSelected);
    return hasDefault
      ? options.every(({ selected, defaultSelected }) => selected === defaultSelected)
      : field.multiple
        ? field.selectedIndex === -1
        : field.selectedIndex <= 0;
  }
  return isBox(field) ? field.checked === field.defaultChecked : field.value === field.defaultValue;
}

type Box = HTMLInputElement & { readonly type: 'checkbox' | 'radio' };

function isBox(field: DraftField): field is Box {
  return field.type === 'checkbox' || field.type === 'radio';
}

function isText(field: DraftField): field is HTMLInputElement | HTMLTextAreaElement {
  return !(field instanceof HTMLSelectElement) && !isBox(field);
}

function chosenValuesOf(field: DraftField): readonly string[] {
  if (field instanceof HTMLSelectElement) return [...field.selectedOptions].map(({ value }) => value);
  return !isBox(field) || field.checked ? [field.value] : [];
}

function putValueBack(value: string, fields: readonly DraftField[]): void {
  const [field] = fields;
  if (fields.length === 1 && field && isText(field)) {
    setText(field, value);
    return;
  }
  const values = parseList(value);
  if (!values) return;
  const texts = fields.filter(isText);
  for (const each of fields) {
    if (each instanceof HTMLSelectElement) choose(each, values);
    else if (isBox(each)) tick(each, values.includes(each.value));
    else setText(each, values[texts.indexOf(each)] ?? each.value);
  }
}

function parseList(value: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : undefined;
  } catch {
    return undefined;
  }
}

function setText(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (field.value === value) return;
  const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  // Uses the setter of the prototype. React replaces the field's own setter, and ignores values that it sets.
  Reflect.set(prototype, 'value', value, field);
  fire(field, 'input');
}

function choose(field: HTMLSelectElement, values: readonly string[]): void {
  const options = [...field.options];
  const isThere = field.multiple || options.some(({ value }) => values.includes(value));
  if (!isThere || options.every(({ value, selected }) => selected === values.includes(value))) return;
  for (const option of options) option.selected = values.includes(option.value);
  fire(field, 'input');
  fire(field, 'change');
}

function tick(field: Box, isChecked: boolean): void {
  // React listens to the click. Checking another radio button unchecks this one.
  if (field.checked !== isChecked && (isChecked || field.type === 'checkbox')) field.click();
}
