'use client';

import { memo, type ReactElement, type ReactNode } from 'react';
import { fieldsInEnglish } from '../../messages/fields.ts';
import { signInInEnglish } from '../../messages/signIn.ts';
import { useMessages } from '../../react/KitContext.ts';
import type { Submission } from '../../react/useSubmission.ts';
import type { AuthActions } from '../auth-flow/authActions.ts';
import { FooterLink, FormCard, type FormCardAppearance } from '../form/FormCard.tsx';
import { IdentifierField, type Identifiers } from '../form/IdentifierField.tsx';
import { useAppearance } from '../styling/Appearance.tsx';
import { PasswordField } from '../form/PasswordField.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { textValue } from '../form/textValue.ts';

export interface SignInViewProps extends FormCardAppearance {
  readonly submission: Submission;
  /** What the user proves the identity with: a password, a code by email, or `none` if there is no form. */
  readonly proof: 'password' | 'code' | 'none';
  readonly identifiers: Identifiers;
  /** Content above the form: the methods without one. */
  readonly ways?: ReactNode;
  readonly onPassword: AuthActions['signInWithPassword'];
  readonly onCode: AuthActions['requestSignInCode'];
  /** Absent if the password can't be replaced. */
  readonly onForgottenPassword?: (() => void) | undefined;
  /** Absent if a code can't replace the password. */
  readonly onCodeInstead?: (() => void) | undefined;
  /** The URL for users without an account. Default: the line isn't shown. */
  readonly signUpUrl?: string | undefined;
}

// The card renders again when the options of the backend arrive, which seldom changes the fields.
const Identifier = memo(
  IdentifierField,
  (before, now) =>
    before.serverError === now.serverError && String(before.identifiers) === String(now.identifiers),
);
const Password = memo(PasswordField);

/** The first step of sign-in (presentational). */
export function SignInView({
  submission,
  proof,
  identifiers,
  ways,
  onPassword,
  onCode,
  onForgottenPassword,
  onCodeInstead,
  signUpUrl,
  ...card
}: SignInViewProps): ReactElement {
  const slot = useSlot();
  const { render } = useAppearance();
  const { signIn, codeByEmail, forgottenPassword } = useMessages(signInInEnglish);
  const { missing } = useMessages(fieldsInEnglish);
  const isPassword = proof === 'password';

  function send(values: FormData): void {
    const identifier = textValue(values, 'identifier');
    if (isPassword) void onPassword?.({ identifier, password: textValue(values, 'password') });
    else void onCode?.({ identifier });
  }

  return (
    <FormCard
      {...card}
      draftKey="sign-in"
      texts={isPassword ? signIn : { ...signIn, submitting: codeByEmail.submitting }}
      submission={submission}
      footer={signUpUrl && <FooterLink text={signIn.noAccount} link={signIn.signUp} href={signUpUrl} />}
      isSent={proof !== 'none'}
      above={ways}
      below={
        onCodeInstead && (
          <div {...slot('secondary-actions')}>
            <button {...slot('text-button')} type="button" onClick={onCodeInstead}>
              {codeByEmail.link}
            </button>
          </div>
        )
      }
      onSubmit={send}
    >
      {(errorOf) => (
        <>
          <Identifier identifiers={identifiers} serverError={errorOf('identifier')} />
          {isPassword ? (
            <div {...slot('password-row', { drawn: render?.field !== undefined })}>
              <Password
                name="password"
                label={signIn.password}
                missingText={missing.password}
                autoComplete="current-password"
                required
                serverError={errorOf('password')}
              />
              {onForgottenPassword ? (
                // Follows the password in the tab order, and is beside its label visually.
                <button {...slot('forgot-password')} type="button" onClick={onForgottenPassword}>
                  {forgottenPassword.link}
                </button>
              ) : null}
            </div>
          ) : null}
        </>
      )}
    </FormCard>
  );
}
