import wretch from 'wretch';
import { second, type Client } from './Client.ts';

export function openWretch(baseUrl: string): Client {
  const api = wretch(baseUrl);
  return {
    read: () => api.get('/notes').json(),
    mutate: () => api.post(second, '/notes').json(),
    replace: () => api.put(second, '/notes/2').json(),
  };
}
