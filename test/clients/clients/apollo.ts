import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import type { MaintenanceMonitor } from 'maintenance-kit';
import { second, type Client } from './Client.ts';
import { addNote, notes } from './documents.ts';

export function openApollo(baseUrl: string): Client {
  return clientOf(new HttpLink({ uri: `${baseUrl}/graphql` }));
}

/** For a server that answers 200 with the code. */
export function openReportingApollo(baseUrl: string, monitor: MaintenanceMonitor): Client {
  const link = ApolloLink.from([
    new ErrorLink(({ error }) => void monitor.report(error, { api: baseUrl })),
    new HttpLink({ uri: `${baseUrl}/graphql-200` }),
  ]);
  return clientOf(link);
}

function clientOf(link: ApolloLink): Client {
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  return {
    read: async () => (await client.query({ query: gql(notes), fetchPolicy: 'no-cache' })).data,
    mutate: async () => (await client.mutate({ mutation: gql(addNote), variables: second })).data,
  };
}
