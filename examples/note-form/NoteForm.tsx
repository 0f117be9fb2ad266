import { SubmitButton, useGuardedMutation } from 'maintenance-kit';

async function saveNote(text: string) {
  const response = await fetch('/api/notes', { method: 'POST', body: JSON.stringify({ text }) });
  if (!response.ok) throw new Error('The note was not saved.');
}

export function NoteForm() {
  const { mutate, status } = useGuardedMutation(saveNote);

  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const saved = await mutate(`${new FormData(form).get('text')}`);
        if (saved.status === 'succeeded') form.reset();
      }}
    >
      <input name="text" aria-label="Note" required />
      <SubmitButton pending={status === 'pending'}>Save</SubmitButton>
      <p role="alert">{status === 'failed' && 'Your note wasn’t saved.'}</p>
    </form>
  );
}
