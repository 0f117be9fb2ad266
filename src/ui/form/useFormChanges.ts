'use client';

import {
  createContext,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type Context,
  type RefObject,
} from 'react';
import { listenTo } from '../../react/formElement.ts';
import { textValue } from './textValue.ts';

/** The values that the service stores, by field. */
export type StoredValues = Readonly<Record<string, string>>;

export interface FormChanges {
  /** Whether the form has the stored values. */
  readonly isUnchanged: boolean;
  /** Compares again. Returns whether the form has the stored values. */
  readonly compare: () => boolean;
}

export const FormChangesContext: Context<FormChanges | undefined> = createContext<FormChanges | undefined>(
  undefined,
);

/** Compares a form with the stored values, on each input. Returns `undefined` without stored values. */
export function useFormChanges(
  ref: RefObject<HTMLFormElement | null>,
  stored: StoredValues | undefined,
): FormChanges | undefined {
  const [isUnchanged, setIsUnchanged] = useState(true);
  const newest = useRef(stored);
  useEffect(() => {
    newest.current = stored;
  });

  const compare = useCallback((): boolean => {
    const values = ref.current ? new FormData(ref.current) : new FormData();
    const isSame = Object.entries(newest.current ?? {}).every(
      ([name, text]) => textValue(values, name).trim() === text.trim(),
    );
    setIsUnchanged(isSame);
    return isSame;
  }, [ref]);

  const key = stored && JSON.stringify(stored);
  useEffect(() => {
    const form = ref.current;
    if (key === undefined || !form) return undefined;
    compare();
    const stops = [
      listenTo(form, 'input', compare),
      listenTo(form, 'change', compare),
      // The browser resets the fields after the event, to the stored values. A draft that is restored then fires `input`.
      listenTo(form, 'reset', () => setIsUnchanged(true)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [ref, key, compare]);

  return useMemo(
    () => (key === undefined ? undefined : { isUnchanged, compare }),
    [key, isUnchanged, compare],
  );
}
