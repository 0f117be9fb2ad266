'use client';

import { useCallback, useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import type { Draft, Drafts } from '../stores/createDrafts.ts';
import {
  fieldsLike,
  forgetValues,
  isDraftField,
  isUntouched,
  putBack,
  valueOf,
  type DraftField,
} from './draftFields.ts';
import { elementsOf, listenTo } from './formElement.ts';
import { useDrafts } from './useDrafts.ts';

export interface FormDraft {
  /** Returns the current draft. Read it when you submit the form, and pass it to `clear`. */
  readonly read: () => Draft;
  /** Clears the fields that were sent; later input stays. Without an argument it clears everything. */
  readonly clear: (sent?: Draft) => void;
}

interface Attachment {
  readonly element: HTMLFormElement | null;
  readonly drafts: Drafts;
  readonly form: string;
  readonly detach: () => void;
}

/**
 * Keeps the user's input of a form through rejection, reset, remount and reload: text, selects, checkboxes and radio
 * buttons. The draft is restored as if the user entered it, with its events, so that controlled fields and form
 * libraries follow. It takes precedence over a default value. Call `clear` after the form is sent.
 *
 * A reset by a script, such as React's after a `<form action>`, keeps the draft. The user's press of a reset button
 * clears it.
 *
 * Files and hidden fields are not kept. Passwords, codes and card numbers are kept in memory only: fields with such
 * an `autocomplete`, and every field that was ever of type `password`, revealed or not.
 *
 * `form` is the key of the draft: unique for each form of an application.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useDraft(form: string, ref: RefObject<HTMLFormElement | null>): FormDraft {
  const drafts = useDrafts();
  const isHydrating = useSyncExternalStore(subscribeToNothing, no, yes);
  const attached = useRef<Attachment>(undefined);

  // After every render, since the form may mount later than this component.
  useEffect(() => {
    const element = ref.current;
    const before = attached.current;
    if (before?.element === element && before.drafts === drafts && before.form === form) return;
    before?.detach();
    const detach = element ? keepDraft(drafts, form, element, isHydrating) : () => {};
    attached.current = { element, drafts, form, detach };
  });
  useEffect(
    () => () => {
      attached.current?.detach();
      attached.current = undefined;
    },
    [],
  );

  const read = useCallback(() => drafts.read(form), [drafts, form]);
  const clear = useCallback((sent?: Draft) => drafts.clear(form, sent), [drafts, form]);
  return { read, clear };
}

const subscribeToNothing = (): (() => void) => () => {};
const no = (): boolean => false;
const yes = (): boolean => true;

/** Restores the draft of a form and keeps it up to date until the returned function is called. */
function keepDraft(drafts: Drafts, name: string, form: HTMLFormElement, isHydrating: boolean): () => void {
  const [isSecret, stopWatching] = watchSecrets(form);
  const names = new Set(Object.keys(drafts.read(name)));
  let pressedReset = false;
  let isForgetting = false;

  function save({ type, target }: Event): void {
    if (!isDraftField(target) || (type === 'change' && !(target instanceof HTMLSelectElement))) return;
    const fields = fieldsLike(target, form);
    if (fields.length === 0 || isForgetting) return;
    names.add(target.name);
    drafts.write(name, target.name, valueOf(fields), { isSecret: fields.some(isSecret) });
  }

  function follow(): void {
    if (pressedReset) drafts.clear(name);
    // The browser resets the fields after the event.
    else queueMicrotask(() => putBack(drafts.read(name), form));
    pressedReset = false;
  }

  /** Removes the text of a previous user from the page as well. */
  function forget(): void {
    isForgetting = true;
    forgetValues(form, names);
    names.clear();
    isForgetting = false;
  }

  function notePress({ target }: Event): void {
    const button = target instanceof Element ? target.closest('[type="reset"]') : null;
    pressedReset =
      (button instanceof HTMLButtonElement || button instanceof HTMLInputElement) && button.form === form;
  }

  // The user may have typed before hydration, without a listener.
  putBack(drafts.read(name), form, isHydrating ? isUntouched : undefined);
  const stops = [
    stopWatching,
    drafts.subscribe((change) => {
      if (change === 'cleared') forget();
      else putBack(drafts.read(name), form);
    }),
    listenTo(form, 'input', save),
    // Libraries with a custom select fire only this event.
    listenTo(form, 'change', save),
    listenTo(form, 'reset', follow),
  ];
  document.addEventListener('click', notePress, { capture: true });
  return () => {
    document.removeEventListener('click', notePress, { capture: true });
    for (const stop of stops) stop();
    // Another provider may mount this form next.
    drafts.flush();
  };
}

/** Finds the fields whose values must never be stored. A revealed password stays secret. */
function watchSecrets(
  form: HTMLFormElement,
): readonly [isSecret: (field: DraftField) => boolean, stop: () => void] {
  const passwords = new WeakSet<Node>();
  const noteType = (element: Element): void => {
    if (element instanceof HTMLInputElement && element.type === 'password') passwords.add(element);
  };
  const note = (records: readonly MutationRecord[]): void => {
    for (const { target, oldValue } of records) {
      if (oldValue === 'password') passwords.add(target);
      if (target instanceof Element) noteType(target);
    }
    // React sets the type of a controlled field for each key press, so only new elements lead to a search.
    if (records.some(({ type }) => type === 'childList')) elementsOf(form).forEach(noteType);
  };
  const observer = new MutationObserver(note);
  elementsOf(form).forEach(noteType);
  observer.observe(form, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['type'],
    attributeOldValue: true,
  });
  return [
    (field) => {
      const records = observer.takeRecords();
      if (records.length > 0) note(records);
      // A field outside of the form's element is not observed.
      noteType(field);
      return passwords.has(field) || /password|one-time-code|cc-/.test(field.autocomplete);
    },
    () => observer.disconnect(),
  ];
}
