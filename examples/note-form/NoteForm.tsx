import { useState } from 'react';
import { SubmitButton, useGuardedMutation } from 'maintenance-kit';

async function saveNote(text: string) {
  const response = await fetch('/api/notes', { method: 'POST', body: JSON.stringify({ text }) });
  if (!response.ok) throw new Error('The note was not saved.');
}

export function NoteForm() {
  const [text, setText] = useState('');
  const { mutate, status } = useGuardedMutation(saveNote);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void mutate(text).then((saved) => {
          if (saved.status === 'succeeded') setText('');
        });
      }}
    >
      <input value={text} onChange={(event) => setText(event.target.value)} aria-label="Note" required />
      <SubmitButton pending={status === 'pending'}>Save</SubmitButton>
      <p role="alert">{status === 'failed' && 'Your note wasn’t saved.'}</p>
    </form>
  );
}
