import ky from 'ky';
import { second, type Client } from './Client.ts';

export function openKy(prefix: string): Client {
  const api = ky.create({ prefix, retry: { statusCodes: [408, 413, 429, 500, 502, 504] } });
  return clientOf(api);
}

export function openKyWithRetries(prefix: string): Client {
  return clientOf(ky.create({ prefix }));
}

function clientOf(api: typeof ky): Client {
  return {
    read: () => api.get('notes').json(),
    mutate: () => api.post('notes', { json: second }).json(),
    replace: () => api.put('notes/2', { json: second }).json(),
  };
}
