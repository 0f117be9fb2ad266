import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactElement,
  type SyntheticEvent,
} from 'react';
import { SubmitButton, useGuardedMutation } from 'maintenance-kit';
import { PageTitle } from './PageTitle.tsx';

interface Note {
  readonly id: string;
  readonly text: string;
}

/** The application's own data and form. Only the guarded mutation and the button come from the kit. */
export function Notes(): ReactElement {
  const inputId = useId();
  const formRef = useRef<HTMLFormElement>(null);
  const { notes, reload } = useNotes();
  const { mutate, status, ...outcome } = useGuardedMutation(addNote);

  async function save(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const { status: settled } = await mutate(new FormData(event.currentTarget));
    if (settled !== 'succeeded') return;
    formRef.current?.reset();
    await reload();
  }

  return (
    <section className="sheet notes" aria-labelledby={`${inputId}-title`}>
      <PageTitle
        id={`${inputId}-title`}
        title="Notes"
        text="The application’s own data. During maintenance you can read your notes, and a new one stays in its field."
      />
      <form ref={formRef} className="panel note-form" onSubmit={(event) => void save(event)}>
        <label htmlFor={inputId}>New note</label>
        <input
          id={inputId}
          className="mk-field-input"
          name="text"
          required
          maxLength={500}
          autoComplete="off"
        />
        <div className="note-actions">
          <SubmitButton pending={status === 'pending'}>Add note</SubmitButton>
          <button className="quiet" type="button" onClick={() => void reload()}>
            Load again
          </button>
        </div>
        <p role="alert">
          {status === 'failed' && 'error' in outcome && outcome.error instanceof Error
            ? 'Your note wasn’t saved. It’s still here.'
            : null}
        </p>
      </form>
      {notes === undefined ? (
        <p className="empty">Your notes couldn’t be loaded yet.</p>
      ) : notes.length === 0 ? (
        <p className="empty">No notes yet.</p>
      ) : (
        <ul className="note-list">
          {notes.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

async function addNote(values: FormData): Promise<void> {
  const response = await fetch('/api/notes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: values.get('text') }),
  });
  if (!response.ok) throw new Error(`The note was rejected with status ${response.status}.`);
}

async function loadNotes(): Promise<readonly Note[] | undefined> {
  try {
    const response = await fetch('/api/notes');
    if (!response.ok) return undefined;
    const { notes } = (await response.json()) as { readonly notes?: readonly Note[] };
    return notes;
  } catch {
    // No connection, or a body that isn't JSON: a proxy's page, for example.
    return undefined;
  }
}

function useNotes(): { readonly notes: readonly Note[] | undefined; readonly reload: () => Promise<void> } {
  const [notes, setNotes] = useState<readonly Note[]>();
  const reload = useCallback(async () => {
    const loaded = await loadNotes();
    // If loading fails, the notes on the page stay.
    if (loaded) setNotes(loaded);
  }, []);
  useEffect(() => {
    void loadNotes().then(setNotes);
  }, []);
  return { notes, reload };
}
