import createClient from 'openapi-fetch';
import { second, type Client, type Note } from './Client.ts';

interface Json<Content> {
  readonly content: { readonly 'application/json': Content };
}

/** As `openapi-typescript` generates it. */
interface paths {
  '/notes': {
    get: { responses: { 200: Json<Note[]> } };
    post: { requestBody: Json<Omit<Note, 'id'>>; responses: { 201: Json<Note> } };
  };
  '/notes/{id}': {
    put: {
      parameters: { path: { id: number } };
      requestBody: Json<Omit<Note, 'id'>>;
      responses: { 200: Json<Note> };
    };
  };
}

export function openOpenapiFetch(baseUrl: string): Client {
  const api = createClient<paths>({ baseUrl, fetch: (request) => fetch(request) });
  return clientOf(api);
}

export const openOpenapiFetchAsIs = (baseUrl: string): Client => clientOf(createClient<paths>({ baseUrl }));

function clientOf(api: ReturnType<typeof createClient<paths>>): Client {
  return {
    read: () => api.GET('/notes'),
    mutate: () => api.POST('/notes', { body: second }),
    replace: () => api.PUT('/notes/{id}', { params: { path: { id: 2 } }, body: second }),
  };
}
