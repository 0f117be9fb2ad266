import type { ActionFunctionArgs, HeadersArgs } from 'react-router';
import { NoteForm } from '../NoteForm';
import { askService } from '../service';

/** Passes on the response of the API. */
export async function action({ request }: ActionFunctionArgs) {
  const text = new URLSearchParams(await request.text()).get('text');
  const response = await askService('/notes', { method: 'POST', body: text });
  return response.ok ? { saved: text } : response;
}

export const headers = ({ actionHeaders }: HeadersArgs) => actionHeaders;

export default function Plain() {
  return (
    <main>
      <h1>Plain notes</h1>
      <NoteForm />
    </main>
  );
}
