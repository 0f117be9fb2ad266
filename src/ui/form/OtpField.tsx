'use client';

import { OTPInput, REGEXP_ONLY_DIGITS, type SlotProps } from 'input-otp';
import { authStepsInEnglish } from '../../messages/authSteps.ts';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { isFromDraft } from '../../react/draftFields.ts';
import { listenTo, requestSubmit } from '../../react/formElement.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { Field, type FieldProps } from './Field.tsx';
import { useSlot } from '../styling/useSlot.ts';

export interface OtpFieldProps extends Pick<FieldProps, 'name' | 'label' | 'hint' | 'className'> {
  /** The number of digits. Default: 6. */
  readonly length?: number;
  /** The previous input, if the field was unmounted. */
  readonly initialValue?: string | undefined;
  /** The API's error about the code. It clears the code. */
  readonly serverError?: string | undefined;
}

/**
 * A one-time code, shown digit by digit in one `<input autocomplete="one-time-code">`, so that it can be pasted,
 * autofilled, and read as one value. The last digit submits the form while the service is operational. During
 * maintenance it doesn't, and the code stays. Only an error of the API clears the code and returns the focus to it.
 *
 * Renders the elements of `Field`, with a `<div data-slot="otp-digits">` of `<div data-slot="otp-digit">`
 * (`data-active`, `data-filled`) in front of the input.
 */
export function OtpField({
  length = 6,
  initialValue = '',
  serverError,
  ...field
}: OtpFieldProps): ReactElement {
  const slot = useSlot();
  const { monitor, nonce, locale } = useKit();
  const { code } = useMessages(authStepsInEnglish);
  const { missing } = useMessages(fieldsInEnglish);
  const ref = useRef<HTMLInputElement>(null);
  /** The code that a draft restored. Only the user submits it. */
  const putBack = useRef<string>(undefined);
  const [value, setValue] = useState(() => digitsOf(initialValue).slice(0, length));
  const [sent, setSent] = useState<string>();
  const incomplete = formatMessage(code.incomplete, { count: length }, locale);

  // The code is cleared in the same commit that shows the error, which moves the focus to the field. A code that the
  // user has typed since then stays.
  const isRejected = serverError !== undefined;
  const [wasRejected, setWasRejected] = useState(isRejected);
  if (isRejected !== wasRejected) {
    setWasRejected(isRejected);
    if (isRejected && value === sent) setValue('');
  }

  useEffect(() => {
    const input = ref.current;
    input?.setCustomValidity(value === '' || value.length === length ? '' : incomplete);
    // The draft and the validation listen to `input`, which pasting and clearing by script don't fire.
    queueMicrotask(() => {
      if (input?.value === value) input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }, [value, length, incomplete]);

  useEffect(() => {
    const input = ref.current;
    const note = (event: Event): void => {
      putBack.current = isFromDraft(event) ? input?.value : undefined;
    };
    // Runs before React's handler, which reports the last digit.
    input?.addEventListener('input', note);
    return () => input?.removeEventListener('input', note);
  }, []);

  useEffect(() => {
    const form = ref.current?.form;
    const noteSent = (): void => setSent(ref.current?.value);
    // Runs before the form's own handler, which submits the code.
    return form ? listenTo(form, 'submit', noteSent, { capture: true }) : undefined;
  }, []);

  function sendIfOpen(): void {
    const form = ref.current?.form;
    if (form && monitor.getSnapshot().status !== 'maintenance') requestSubmit(form);
  }

  return (
    <Field
      missingText={missing.code}
      {...field}
      required
      autoComplete="one-time-code"
      serverError={serverError}
    >
      <OTPInput
        ref={ref}
        maxLength={length}
        value={value}
        onChange={setValue}
        onComplete={(entered) => {
          if (entered !== putBack.current) queueMicrotask(sendIfOpen);
        }}
        inputMode="numeric"
        pattern={REGEXP_ONLY_DIGITS}
        pasteTransformer={digitsOf}
        pushPasswordManagerStrategy="none"
        noScriptCSSFallback={null}
        {...(nonce !== undefined && { nonce })}
        containerClassName="mk-otp"
        render={({ slots }) => (
          <div {...slot('otp-digits')} aria-hidden="true" dir="ltr">
            {slots.map((digit, place) => (
              <Digit key={`place-${String(place)}`} {...digit} />
            ))}
          </div>
        )}
      />
    </Field>
  );
}

function Digit({ char, isActive, hasFakeCaret }: SlotProps): ReactElement {
  const slot = useSlot();
  return (
    <div {...slot('otp-digit', { active: isActive, filled: char !== null })}>
      {char}
      {hasFakeCaret ? <span {...slot('otp-caret')} /> : null}
    </div>
  );
}

/** Extracts the digits, since users copy codes with the text around them. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
