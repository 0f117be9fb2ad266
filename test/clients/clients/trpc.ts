import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { Router } from '../support/trpcRouter.ts';
import { second, type Client } from './Client.ts';

export function openTrpc(baseUrl: string): Client {
  const client = createTRPCClient<Router>({ links: [httpBatchLink({ url: `${baseUrl}/trpc` })] });
  return {
    read: () => client.notes.query(),
    mutate: () => client.addNote.mutate(second),
  };
}
