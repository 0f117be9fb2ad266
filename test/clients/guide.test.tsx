import { configureStore } from '@reduxjs/toolkit';
import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { MaintenanceProvider, useGuardedMutation } from 'maintenance-kit';
import type { ReactNode } from 'react';
import { Provider } from 'react-redux';
import useSWRMutation from 'swr/mutation';
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { second, type Note } from './clients/Client.ts';
import { sendJson } from './clients/sendJson.ts';
import { setMode, takeRequests } from './support/openService.ts';

type NewNote = Omit<Note, 'id'>;

interface ButtonProps {
  readonly mutate: (note: NewNote) => Promise<unknown>;
  readonly status: string;
}

function Button({ mutate, status }: ButtonProps) {
  return (
    <button type="button" onClick={() => void mutate(second)}>
      {status}
    </button>
  );
}

// The guide of the clients quotes these.

function WithTanstackQuery() {
  const addNote = (note: NewNote) => sendJson('/api/notes', { method: 'POST', body: JSON.stringify(note) });
  const { mutateAsync } = useMutation({ mutationFn: addNote });
  const { mutate, status } = useGuardedMutation(mutateAsync);
  return <Button mutate={mutate} status={status} />;
}

function WithSwr() {
  const addNote = (url: string, { arg: note }: { readonly arg: NewNote }) =>
    sendJson(url, { method: 'POST', body: JSON.stringify(note) });
  const { trigger } = useSWRMutation('/api/notes', addNote);
  const { mutate, status } = useGuardedMutation((note: NewNote) => trigger(note));
  return <Button mutate={mutate} status={status} />;
}

const api = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: '/api' }),
  endpoints: (build) => ({
    addNote: build.mutation<Note, NewNote>({
      query: (body) => ({ url: '/notes', method: 'POST', body }),
    }),
  }),
});
const { useAddNoteMutation } = api;

function WithRtkQuery() {
  const [addNote] = useAddNoteMutation();
  const { mutate, status } = useGuardedMutation((note: NewNote) => addNote(note).unwrap());
  return <Button mutate={mutate} status={status} />;
}

const store = configureStore({
  reducer: { [api.reducerPath]: api.reducer },
  middleware: (getDefault) => getDefault().concat(api.middleware),
});
const client = new QueryClient();

function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <MaintenanceProvider>
      <Provider store={store}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </Provider>
    </MaintenanceProvider>
  );
}

beforeEach(() => setMode('operational'));

test.each([
  ['TanStack Query', WithTanstackQuery],
  ['SWR', WithSwr],
  ['RTK Query', WithRtkQuery],
])('a guarded mutation of %s succeeds, and is not sent in a known maintenance', async (_name, Example) => {
  const screen = await render(<Example />, { wrapper: Providers });
  const button = screen.getByRole('button');
  await button.click();
  await expect.element(button).toHaveTextContent('succeeded');
  await setMode('maintenance');
  await button.click();
  await expect.element(button).toHaveTextContent('failed');
  expect(await takeRequests()).toHaveLength(1);
  await button.click();
  await expect.element(button).toHaveTextContent('failed');
  expect(await takeRequests()).toEqual([]);
});
