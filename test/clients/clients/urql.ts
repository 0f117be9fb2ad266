import type { MaintenanceMonitor } from 'maintenance-kit';
import { Client as Urql, fetchExchange, mapExchange } from 'urql';
import { second, type Client } from './Client.ts';
import { addNote, notes } from './documents.ts';

export function openUrql(baseUrl: string): Client {
  const url = `${baseUrl}/graphql`;
  return clientOf(new Urql({ url, exchanges: [fetchExchange] }));
}

/** For a server that answers 200 with the code. */
export function openReportingUrql(baseUrl: string, monitor: MaintenanceMonitor): Client {
  const onError = (error: Error) => void monitor.report(error, { api: baseUrl });
  const url = `${baseUrl}/graphql-200`;
  return clientOf(new Urql({ url, exchanges: [mapExchange({ onError }), fetchExchange] }));
}

function clientOf(client: Urql): Client {
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
