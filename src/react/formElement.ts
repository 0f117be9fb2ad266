/*
 * A field is a property of its form, so a field named `elements` or `matches` hides the form's own member. These
 * functions use the prototype instead.
 */

/** Returns the controls of a form, in the order of the document. */
export function elementsOf(form: HTMLFormElement): readonly Element[] {
  return Array.from(Reflect.get(HTMLFormElement.prototype, 'elements', form));
}

/** Returns the first control that breaks a constraint. Unlike `checkValidity`, it fires no `invalid` event. */
export function firstInvalidOf(form: HTMLFormElement): HTMLElement | undefined {
  return elementsOf(form).find(isInvalid);
}

function isInvalid(element: Element): element is HTMLElement {
  return (
    (element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement) &&
    !element.validity.valid
  );
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
