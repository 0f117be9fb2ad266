import { Form, useActionData, useNavigation } from 'react-router';
import { SubmitButton } from 'maintenance-kit';

export function NoteForm() {
  const data = useActionData() as { readonly saved?: string; readonly error?: Error } | undefined;
  const { state } = useNavigation();
  return (
    <Form method="post">
      <input name="text" aria-label="Note" />
      <SubmitButton pending={state !== 'idle'}>Save</SubmitButton>
      <output>{data?.error?.name ?? data?.saved}</output>
    </Form>
  );
}
