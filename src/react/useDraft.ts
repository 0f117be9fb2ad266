'use client';

import { useCallback, useEffect, type RefObject, type SyntheticEvent } from 'react';
import type { Draft } from '../stores/createDrafts.ts';
import { useKit } from './KitContext.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Fields that must never reach a storage. */
function isSecret(field: TextField): boolean {
  // A revealed password is still one: what the field is says its `autocomplete`, not only its type.
  return field.type === 'password' || /password|one-time-code|cc-/.test(field.autocomplete);
}

function isText(field: unknown): field is TextField {
  return (
    (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
    field.name !== '' &&
    !['file', 'hidden', 'checkbox', 'radio', 'submit'].includes(field.type)
  );
}

function putBack(draft: Draft, { elements }: HTMLFormElement): void {
  for (const field of elements) {
    if (isText(field) && field.value === field.defaultValue) field.value = draft[field.name] ?? field.value;
  }
}

/**
 * Keeps what is typed into a form through rejection, remount and reload. Fields stay uncontrolled: the draft is
 * put back into those that nobody has touched when the form appears. `keep` goes to the form's `onInput`; call
 * `clear` when the form was sent. Passwords, codes and files never reach a storage: what the field is, its `type` and
 * `autocomplete` say.
 *
 * `form` is what the draft is kept under: one name for each form of an application.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useDraft(
  form: string,
  ref: RefObject<HTMLFormElement | null>,
): {
  readonly keep: (event: SyntheticEvent<HTMLFormElement>) => void;
  readonly clear: () => void;
} {
  const { drafts } = useKit();

  useEffect(() => {
    if (ref.current) putBack(drafts.read(form), ref.current);
  }, [drafts, form, ref]);

  const keep = useCallback(
    ({ target }: SyntheticEvent<HTMLFormElement>) => {
      if (isText(target)) drafts.write(form, target.name, target.value, { isSecret: isSecret(target) });
    },
    [drafts, form],
  );
  const clear = useCallback(() => drafts.clear(form), [drafts, form]);
  return { keep, clear };
}
