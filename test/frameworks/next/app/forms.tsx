'use client';

import { useState } from 'react';
import { SubmitButton, useGuardedMutation } from 'maintenance-kit';
import { saveOrReturn, saveOrThrow } from './actions';

async function post(text: string): Promise<unknown> {
  const response = await fetch('/api/notes', { method: 'POST', body: text });
  if (!response.ok) throw new Error('The note was not saved.');
  return response.json();
}

function NoteForm({
  name,
  save,
}: {
  readonly name: string;
  readonly save: (text: string) => Promise<unknown>;
}) {
  const [text, setText] = useState('');
  const { mutate, ...state } = useGuardedMutation(save);
  return (
    <form
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        void mutate(text).then((saved) => {
          if (saved.status === 'succeeded') setText('');
        });
      }}
    >
      <input aria-label={name} value={text} onChange={(event) => setText(event.target.value)} />
      <SubmitButton pending={state.status === 'pending'}>Save</SubmitButton>
      <output>{state.status === 'failed' ? (state.error as Error).name : state.status}</output>
    </form>
  );
}

export const FetchForm = () => <NoteForm name="By fetch" save={post} />;
export const ThrowingForm = () => <NoteForm name="By an action that throws" save={saveOrThrow} />;
export const ReturningForm = () => <NoteForm name="By an action that returns" save={saveOrReturn} />;
