import { ofetch } from 'ofetch';
import { second, type Client } from './Client.ts';

export const openOfetch = (baseURL: string): Client => clientOf(ofetch.create({ baseURL }));

export function openOfetchWithoutRetries(baseURL: string): Client {
  const api = ofetch.create({ baseURL, retry: 0 });
  return clientOf(api);
}

function clientOf(api: typeof ofetch): Client {
  return {
    read: () => api('/notes'),
    mutate: () => api('/notes', { method: 'POST', body: second }),
    replace: () => api('/notes/2', { method: 'PUT', body: second }),
  };
}
