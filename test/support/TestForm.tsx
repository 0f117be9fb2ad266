import type { ReactElement } from 'react';
import { GuardedForm, type GuardedFormProps } from '../../src/index.ts';

/** A guarded form with a heading, for tests of its parts. By default it is never submitting, and sends nothing. */
export function TestForm({
  children,
  ...props
}: Partial<GuardedFormProps> & Pick<GuardedFormProps, 'children'>): ReactElement {
  return (
    <GuardedForm
      draftKey="form"
      labelledBy="title"
      submission={{ status: 'editing' }}
      paused="Paused."
      onSubmit={() => {}}
      {...props}
    >
      <h2 id="title">Form</h2>
      {children}
    </GuardedForm>
  );
}
