'use client';

import { useEffect, useId, useRef, type ComponentProps } from 'react';
import {
  useDraft,
  useErrorText,
  useSignIn,
  type SignInController,
  type SignInOptions,
} from 'maintenance-kit';
import { GuardedSubmitButton } from '@/components/guarded-submit-button';
import { Alert, AlertDescription } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';

/**
 * Signs the user in, over all the steps that the backend requires. A maintenance that begins on the way keeps the step
 * and the input, and the form works again after it.
 */
export function MaintenanceSignIn(options: SignInOptions) {
  const signIn = useSignIn(options);
  const { draft, submission } = signIn;
  const { title, text, submit, fields, onSubmit, links = [] } = contentOf(signIn);
  const textOf = useErrorText();
  const id = useId();
  const formRef = useRef<HTMLFormElement>(null);
  useDraft(draft, formRef);

  // The next step begins at its first field.
  const shownDraft = useRef(draft);
  useEffect(() => {
    if (shownDraft.current !== draft) formRef.current?.querySelector('input')?.focus();
    shownDraft.current = draft;
  }, [draft]);

  const pending = submission.status === 'submitting';
  // The banner and the button tell of a maintenance.
  const isRejected = submission.status === 'failed' && submission.error.code === 'maintenance_mode';
  const error = submission.status === 'failed' && !isRejected ? submission.error : undefined;
  const errorField = fields.find(({ name }) => name === error?.field)?.name;
  const errorText = error ? textOf(error) : null;

  return (
    <Card key={draft} className="w-full max-w-sm">
      <CardHeader>
        <CardTitle id={`${id}title`} role="heading" aria-level={1}>
          {title}
        </CardTitle>
        <CardDescription>{text}</CardDescription>
      </CardHeader>
      <CardContent>
        {onSubmit ? (
          <form
            ref={formRef}
            aria-labelledby={`${id}title`}
            className="grid gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              const values = new FormData(event.currentTarget);
              void onSubmit((name) => {
                const value = values.get(name);
                return typeof value === 'string' ? value : '';
              });
            }}
          >
            {fields.map(({ label, ...field }) => (
              <div key={field.name} className="grid gap-2">
                <Label htmlFor={id + field.name}>{label}</Label>
                <Input
                  {...field}
                  id={id + field.name}
                  required
                  aria-invalid={field.name === errorField || undefined}
                  aria-describedby={field.name === errorField ? `${id}error` : undefined}
                />
              </div>
            ))}
            {/* Always present, so that a screen reader announces the error that appears in it. */}
            <div role="alert" id={`${id}error`}>
              {errorText ? (
                <Alert role="none" variant="destructive">
                  <AlertDescription>{errorText}</AlertDescription>
                </Alert>
              ) : null}
            </div>
            <GuardedSubmitButton pending={pending}>{submit}</GuardedSubmitButton>
          </form>
        ) : null}
        {links.map(({ label, onPress }) => (
          <Button key={label} type="button" variant="link" className="w-full" onClick={onPress}>
            {label}
          </Button>
        ))}
      </CardContent>
    </Card>
  );
}

interface Content {
  title: string;
  text: string;
  submit?: string;
  fields: readonly (ComponentProps<typeof Input> & { name: string; label: string })[];
  onSubmit?: ((valueOf: (field: string) => string) => Promise<void> | undefined) | undefined;
  links?: readonly { label: string; onPress: () => void }[];
}

const email = { name: 'identifier', label: 'Email address', type: 'email', autoComplete: 'username' };
const password = { name: 'password', label: 'Password', type: 'password', autoComplete: 'current-password' };
const newPassword = { ...password, label: 'New password', autoComplete: 'new-password' };
const code = { name: 'code', label: 'Code', autoComplete: 'one-time-code' };

const otherFactor = {
  authenticator: 'Use your authenticator app',
  'email-code': 'Get a code by email',
  'backup-code': 'Use a backup code',
};

/** Returns the texts, the fields and the actions of the current step. */
function contentOf({ step, ways, actions }: SignInController): Content {
  const back = { label: 'Back', onPress: () => actions.goTo({ name: 'start' }) };
  switch (step.name) {
    case 'identify': {
      const isForPassword = step.purpose === 'new-password';
      const request = isForPassword ? actions.requestPasswordReset : actions.requestSignInCode;
      return {
        title: isForPassword ? 'Forgot your password?' : 'Sign in with a code',
        text: isForPassword
          ? 'We’ll email you a code so you can choose a new one.'
          : 'We’ll email you a code. No password needed.',
        submit: 'Send code',
        fields: [email],
        onSubmit: (valueOf) => request?.({ identifier: valueOf('identifier') }),
        links: [back],
      };
    }
    case 'code':
      return {
        title: 'Check your email',
        text: `We sent a code to ${step.sentTo}.`,
        submit: 'Continue',
        fields: [code],
        onSubmit: (valueOf) => actions.submitCode?.({ code: valueOf('code') }),
        links: [{ label: 'Send another code', onPress: () => void actions.resendCode?.() }, back],
      };
    case 'second-factor': {
      const { factor } = step;
      const isByEmail = factor === 'email-code';
      return {
        title: 'Two-step verification',
        text: {
          authenticator: 'Enter the code from your authenticator app.',
          'email-code': 'We’ll email you a code.',
          'backup-code': 'Enter one of your backup codes.',
        }[factor],
        submit: isByEmail ? 'Send code' : 'Continue',
        fields: isByEmail ? [] : [code],
        onSubmit: (valueOf) =>
          isByEmail
            ? actions.requestSecondFactorCode?.()
            : actions.submitSecondFactor?.({ factor, code: valueOf('code') }),
        links: step.factors
          .filter((other) => other !== factor)
          .map((other) => ({
            label: otherFactor[other],
            onPress: () => actions.goTo({ ...step, factor: other }),
          })),
      };
    }
    case 'new-password':
      return {
        title: 'Choose a new password',
        text: 'You’ll sign in with it from now on.',
        submit: 'Continue',
        fields: [newPassword],
        onSubmit: (valueOf) =>
          actions.setNewPassword?.({ password: valueOf('password'), signOutOtherDevices: true }),
      };
    case 'start': {
      const isByCode = ways.proof === 'code';
      return {
        title: 'Sign in',
        text: 'Welcome back! Sign in to continue.',
        submit: 'Continue',
        fields: isByCode ? [email] : [email, password],
        onSubmit: (valueOf) =>
          isByCode
            ? actions.requestSignInCode?.({ identifier: valueOf('identifier') })
            : actions.signInWithPassword?.({
                identifier: valueOf('identifier'),
                password: valueOf('password'),
              }),
        links: [
          ...(ways.hasPasswordReset
            ? [
                {
                  label: 'Forgot password?',
                  onPress: () => actions.goTo({ name: 'identify', purpose: 'new-password' }),
                },
              ]
            : []),
          ...(ways.hasCodeInstead
            ? [
                {
                  label: 'Email me a code',
                  onPress: () => actions.goTo({ name: 'identify', purpose: 'sign-in' }),
                },
              ]
            : []),
        ],
      };
    }
    case 'details':
    case 'returning':
    case 'account-created':
    case 'session-pending':
      return { title: 'Signing you in', text: 'One moment while your account is loaded.', fields: [] };
  }
}
