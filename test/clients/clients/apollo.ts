import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { second, type Client } from './Client.ts';
import { addNote, notes } from './documents.ts';

export function openApollo(baseUrl: string, path = '/graphql', report?: (error: unknown) => void): Client {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([
      new ErrorLink(({ error }) => report?.(error)),
      new HttpLink({ uri: `${baseUrl}${path}` }),
    ]),
  });
  return {
    read: async () => (await client.query({ query: gql(notes), fetchPolicy: 'no-cache' })).data,
    mutate: async () => (await client.mutate({ mutation: gql(addNote), variables: second })).data,
  };
}
