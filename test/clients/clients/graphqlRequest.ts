import { GraphQLClient } from 'graphql-request';
import type { MaintenanceMonitor } from 'maintenance-kit';
import { second, type Client } from './Client.ts';
import { addNote, notes } from './documents.ts';

export function openGraphqlRequest(baseUrl: string): Client {
  return clientOf(new GraphQLClient(`${baseUrl}/graphql`));
}

/** For a server that answers 200 with the code. */
export function openReportingGraphqlRequest(baseUrl: string, monitor: MaintenanceMonitor): Client {
  const responseMiddleware = (response: unknown) => void monitor.report(response, { api: baseUrl });
  return clientOf(new GraphQLClient(`${baseUrl}/graphql-200`, { responseMiddleware }));
}

function clientOf(client: GraphQLClient): Client {
  return {
    read: () => client.request(notes),
    mutate: () => client.request(addNote, second),
  };
}
