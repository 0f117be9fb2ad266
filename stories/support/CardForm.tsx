import { useId, type ReactElement, type ReactNode } from 'react';
import { Card, GuardedForm, SubmitButton } from '../../src/index.ts';

const ignore = (): void => {};

export interface CardFormProps {
  readonly title: string;
  /** The label of the submit button. */
  readonly submit: string;
  readonly onSubmit?: (values: FormData) => unknown;
  readonly children: ReactNode;
}

/** A card with a guarded form around one field. */
export function CardForm({ title, submit, onSubmit = ignore, children }: CardFormProps): ReactElement {
  const titleId = useId();
  return (
    <Card title={title} titleId={titleId}>
      <GuardedForm
        draftKey={title}
        labelledBy={titleId}
        submission={{ status: 'editing' }}
        paused="Changes are paused. We’ll keep what you’ve typed."
        onSubmit={onSubmit}
      >
        {children}
        <SubmitButton>{submit}</SubmitButton>
      </GuardedForm>
    </Card>
  );
}
