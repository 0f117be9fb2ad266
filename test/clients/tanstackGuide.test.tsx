import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister';
import { mutationOptions, QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { createMaintenanceMonitor, MaintenanceProvider } from 'maintenance-kit';
import {
  guardedMutationOptions,
  maintenanceRetry,
  pauseMutations,
} from 'maintenance-kit/integrations/tanstack-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Note } from './clients/Client.ts';
import { sendJson } from './clients/sendJson.ts';
import { setMode, takeRequests } from './support/openService.ts';

const loadNotes = () => sendJson('/api/notes') as Promise<Note[]>;
const saveNote = (note: Note) =>
  sendJson(`/api/notes/${String(note.id)}`, { method: 'PUT', body: JSON.stringify(note) });

/** Creates what a page has at module level. */
function createPage() {
  // The guide of TanStack Query quotes these.

  const monitor = createMaintenanceMonitor();
  const queryClient = new QueryClient({ defaultOptions: { queries: maintenanceRetry() } });
  const stop = pauseMutations(queryClient, monitor);

  const saveNoteOptions = guardedMutationOptions(
    monitor,
    mutationOptions({
      mutationKey: ['saveNote'],
      mutationFn: saveNote,
      meta: { maintenance: 'pause' },
      scope: { id: 'notes' },
      async onMutate(note) {
        await queryClient.cancelQueries({ queryKey: ['notes'] });
        const before = queryClient.getQueryData<Note[]>(['notes']);
        const after = before?.map((each) => (each.id === note.id ? note : each));
        queryClient.setQueryData(['notes'], after);
        return { before };
      },
      onError: (_error, _note, shown) => queryClient.setQueryData(['notes'], shown?.before),
    }),
  );

  // A persister stores no functions, so a page that restores a mutation finds them by its key.
  queryClient.setMutationDefaults(['saveNote'], saveNoteOptions);

  function NoteTitle() {
    const { data: notes = [] } = useQuery({ queryKey: ['notes'], queryFn: loadNotes, staleTime: Infinity });
    const { mutate, isPaused } = useMutation(saveNoteOptions);
    return (
      <p>
        {notes[0]?.text}
        <button type="button" onClick={() => mutate({ id: 1, text: 'Renamed' })}>
          Rename
        </button>
        {isPaused && 'Saved after maintenance'}
      </p>
    );
  }

  const persister = createAsyncStoragePersister({ storage: window.localStorage });

  function App() {
    return (
      <MaintenanceProvider monitor={monitor}>
        <PersistQueryClientProvider client={queryClient} persistOptions={{ persister }}>
          <NoteTitle />
        </PersistQueryClientProvider>
      </MaintenanceProvider>
    );
  }

  return { App, monitor, queryClient, stop };
}

const changes = async () => (await takeRequests()).filter(({ method }) => method !== 'GET');

beforeEach(() => setMode('operational'));

describe('the guide of TanStack Query', () => {
  it('keeps a change that is made in a maintenance over a reload, and sends it once', async () => {
    const first = createPage();
    const screen = await render(<first.App />);
    await expect.element(screen.getByText('First')).toBeVisible();
    await setMode('maintenance');
    await screen.getByRole('button').click();
    await expect.element(screen.getByText('Saved after maintenance')).toBeVisible();
    await expect.element(screen.getByText('Renamed')).toBeVisible();
    expect(await changes()).toHaveLength(1);
    await expect.poll(() => localStorage.getItem('REACT_QUERY_OFFLINE_CACHE')).toContain('"isPaused":true');
    await screen.unmount();
    first.stop();
    first.queryClient.clear();

    const second = createPage();
    const reloaded = await render(<second.App />);
    await expect.element(reloaded.getByText('Renamed')).toBeVisible();
    expect(second.queryClient.isMutating()).toBe(1);
    expect(await changes()).toEqual([]);
    await setMode('operational');
    second.monitor.reportProcessed({ api: '/' });
    await expect.poll(() => second.queryClient.isMutating()).toBe(0);
    expect(await changes()).toHaveLength(1);
    second.stop();
  });

  it('rolls a change back that fails for another reason', async () => {
    const { App, stop } = createPage();
    const screen = await render(<App />);
    await expect.element(screen.getByText('First')).toBeVisible();
    await setMode('overloaded');
    await screen.getByRole('button').click();
    await expect.poll(async () => (await changes()).length).toBe(1);
    await expect.element(screen.getByText('First')).toBeVisible();
    stop();
  });
});
