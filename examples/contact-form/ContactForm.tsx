import { useId } from 'react';
import { Card, Field, GuardedForm, SubmitButton, useSubmission } from 'maintenance-kit';

async function saveContact(values: FormData) {
  const response = await fetch('/api/contact', { method: 'PUT', body: values });
  if (!response.ok) throw new Error('The contact was not saved.');
}

export function ContactForm() {
  const titleId = useId();
  const { submission, submit } = useSubmission(saveContact);

  return (
    <Card title="Contact" titleId={titleId}>
      <GuardedForm
        draftKey="contact"
        labelledBy={titleId}
        submission={submission}
        paused="Saving is paused for a moment. Your input is kept."
        onSubmit={submit}
      >
        <Field name="email" label="Email address" type="email" required />
        <SubmitButton pending={submission.status === 'submitting'}>Save</SubmitButton>
      </GuardedForm>
    </Card>
  );
}
