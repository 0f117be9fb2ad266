import { GraphQLClient } from 'graphql-request';
import { second, type Client } from './Client.ts';
import { addNote, notes } from './documents.ts';

export function openGraphqlRequest(
  baseUrl: string,
  path = '/graphql',
  report?: (response: unknown) => void,
): Client {
  const client = new GraphQLClient(`${baseUrl}${path}`, {
    responseMiddleware: (response) => report?.(response),
  });
  return {
    read: () => client.request(notes),
    mutate: () => client.request(addNote, second),
  };
}
