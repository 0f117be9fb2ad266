import { createFetch } from '@better-fetch/fetch';
import { second, type Client } from './Client.ts';

export function openBetterFetch(baseURL: string): Client {
  const api = createFetch({ baseURL });
  return {
    read: () => api('/notes'),
    mutate: () => api('/notes', { method: 'POST', body: second }),
    replace: () => api('/notes/2', { method: 'PUT', body: second }),
  };
}
