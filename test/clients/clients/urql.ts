import { Client as Urql, fetchExchange, mapExchange } from 'urql';
import { second, type Client } from './Client.ts';
import { addNote, notes } from './documents.ts';

export function openUrql(baseUrl: string, path = '/graphql', report?: (error: unknown) => void): Client {
  const client = new Urql({
    url: `${baseUrl}${path}`,
    exchanges: [mapExchange({ onError: (error) => report?.(error) }), fetchExchange],
    preferGetMethod: false,
  });
  return {
    async read() {
      const { data, error } = await client.query<unknown>(notes, {}).toPromise();
      return { data, error };
    },
    async mutate() {
      const { data, error } = await client.mutation<unknown>(addNote, second).toPromise();
      return { data, error };
    },
  };
}
