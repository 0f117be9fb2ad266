'use client';

import { memo, useId, type ReactElement, type ReactNode } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { errorsInEnglish } from '../../messages/errors.ts';
import { useMessages } from '../../react/KitContext.ts';
import { isClosedToReads } from '../../monitor/selectors.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { textOfError, type Submission } from '../../react/useSubmission.ts';
import { Card } from '../layout/Card.tsx';
import { GuardedForm } from './GuardedForm.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { SubmitButton } from './SubmitButton.tsx';

/** The parts of a card's appearance that the application can set. */
export interface FormCardAppearance {
  /** The name of the application, for the title. */
  readonly application?: string | undefined;
  /** Content above the title: a logo, for example. */
  readonly header?: ReactNode;
  /** Added to the kit's own class, on the card. */
  readonly className?: string | undefined;
}

export interface FormCardProps extends FormCardAppearance {
  /** The key of the draft. */
  readonly draftKey: string;
  readonly texts: {
    readonly title: string;
    /** The title if the application has a name. */
    readonly titleFor?: string;
    readonly text: string;
    readonly submit: string;
    readonly submitting: string;
    readonly paused: string;
  };
  readonly submission: Submission;
  readonly onSubmit: (values: FormData) => void;
  readonly footer?: ReactNode;
  /** Content above the fields: other sign-in methods, for example. */
  readonly above?: ReactNode;
  /** Content below the submit button: controls that don't submit the form. */
  readonly below?: ReactNode;
  /** False if the card has no fields, only the content above them. Default: true. */
  readonly isSent?: boolean;
  /** The fields, as a function of `errorOf`, which returns the API's error of a field. */
  readonly children: (errorOf: (field: string) => string | undefined) => ReactNode;
}

// The card renders again when the options of the backend arrive, which doesn't change the button.
const Submit = memo(SubmitButton);

/** A card around one guarded form with one button: a step of sign-in or sign-up. */
export function FormCard({
  draftKey,
  texts,
  submission,
  onSubmit,
  application,
  footer,
  above,
  below,
  isSent = true,
  children,
  ...card
}: FormCardProps): ReactElement {
  const slot = useSlot();
  const messages = useMessages(errorsInEnglish);
  const titleId = useId();
  const isUnavailable = useMaintenance(isClosedToReads);
  const error = submission.status === 'failed' ? submission.error : undefined;
  return (
    <Card
      {...card}
      title={
        application === undefined || texts.titleFor === undefined
          ? texts.title
          : formatMessage(texts.titleFor, { application })
      }
      titleId={titleId}
      text={isUnavailable ? undefined : texts.text}
      footer={footer}
    >
      <GuardedForm
        draftKey={draftKey}
        labelledBy={titleId}
        submission={submission}
        paused={texts.paused}
        onSubmit={onSubmit}
      >
        {above}
        {isSent ? (
          <>
            <div {...slot('fields')}>
              {children((field) => (error?.field === field ? textOfError(error, messages) : undefined))}
            </div>
            <Submit pending={submission.status === 'submitting'} pendingLabel={texts.submitting}>
              {texts.submit}
            </Submit>
          </>
        ) : null}
        {below}
      </GuardedForm>
    </Card>
  );
}

/** A sentence with a link: "No account? Sign up". */
export function FooterLink({
  text,
  link,
  href,
}: {
  readonly text: string;
  readonly link: string;
  readonly href: string;
}): ReactElement {
  const slot = useSlot();
  return (
    <>
      {text}{' '}
      <a {...slot('link')} href={href}>
        {link}
      </a>
    </>
  );
}
