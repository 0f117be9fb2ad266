import axios from 'axios';
import { second, type Client } from './Client.ts';

function open(baseURL: string, adapter: 'xhr' | 'fetch'): Client {
  const api = axios.create({ baseURL, adapter });
  return {
    read: async () => (await api.get<unknown>('/notes')).data,
    mutate: async () => (await api.post<unknown>('/notes', second)).data,
    replace: async () => (await api.put<unknown>('/notes/2', second)).data,
  };
}

export const openAxios = (baseURL: string): Client => open(baseURL, 'xhr');
export const openAxiosWithFetch = (baseURL: string): Client => open(baseURL, 'fetch');
