/*
 * A field is a property of its form, so a field named `elements` or `matches` hides the form's own member. These
 * functions use the prototype instead.
 */

/** A control that the browser validates. */
export type FormControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function isFormControl(target: unknown): target is FormControl {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** Returns the controls of a form, in the order of the document. */
export function elementsOf(form: HTMLFormElement): readonly Element[] {
  return Array.from(Reflect.get(HTMLFormElement.prototype, 'elements', form));
}

/** Returns the control whose name or id is `name`; a list of them, if there are several. */
export function namedElement(form: HTMLFormElement, name: string): Element | RadioNodeList | null {
  const controls = Reflect.get(HTMLFormElement.prototype, 'elements', form);
  return HTMLFormControlsCollection.prototype.namedItem.call(controls, name);
}

/** Returns the first control that breaks a constraint. Unlike `checkValidity`, it fires no `invalid` event. */
export function firstInvalidOf(form: HTMLFormElement): FormControl | undefined {
  return elementsOf(form)
    .filter(isFormControl)
    .find(({ validity }) => !validity.valid);
}

/** Listens to events of a form. The returned function stops that. */
export function listenTo(
  form: HTMLFormElement,
  type: string,
  listener: (event: Event) => void,
  options?: AddEventListenerOptions,
): () => void {
  EventTarget.prototype.addEventListener.call(form, type, listener, options);
  return () => EventTarget.prototype.removeEventListener.call(form, type, listener, options);
}

/** Submits the form as its button does. */
export function requestSubmit(form: HTMLFormElement): void {
  HTMLFormElement.prototype.requestSubmit.call(form);
}

/** Resets the form as its reset button does. */
export function resetForm(form: HTMLFormElement): void {
  HTMLFormElement.prototype.reset.call(form);
}
