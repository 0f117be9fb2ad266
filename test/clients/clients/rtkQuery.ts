import { configureStore } from '@reduxjs/toolkit';
import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query';
import { second, type Client, type Note } from './Client.ts';

export function openRtkQuery(baseUrl: string): Client {
  const api = createApi({
    baseQuery: fetchBaseQuery({ baseUrl }),
    endpoints: (build) => ({
      notes: build.query<Note[], void>({ query: () => '/notes' }),
      addNote: build.mutation<Note, Omit<Note, 'id'>>({
        query: (body) => ({ url: '/notes', method: 'POST', body }),
      }),
      replaceNote: build.mutation<Note, Note>({
        query: ({ id, ...body }) => ({ url: `/notes/${String(id)}`, method: 'PUT', body }),
      }),
    }),
  });
  const store = configureStore({
    reducer: { [api.reducerPath]: api.reducer },
    middleware: (getDefault) => getDefault().concat(api.middleware),
  });
  return {
    read: () => store.dispatch(api.endpoints.notes.initiate(undefined, { forceRefetch: true })).unwrap(),
    mutate: () => store.dispatch(api.endpoints.addNote.initiate(second)).unwrap(),
    replace: () => store.dispatch(api.endpoints.replaceNote.initiate({ id: 2, ...second })).unwrap(),
  };
}
