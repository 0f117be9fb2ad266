import { QueryClient, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { Client } from './Client.ts';
import { post, put, sendJson } from './sendJson.ts';

export function openTanstackQuery(baseUrl: string): Client {
  const client = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const send = async (path: string, init: RequestInit): Promise<unknown> => {
    const mutationFn = (): Promise<unknown> => sendJson(`${baseUrl}${path}`, init);
    const { result, unmount } = await renderHook(() => useMutation({ mutationFn }), { wrapper });
    try {
      return await result.current.mutateAsync();
    } finally {
      await unmount();
    }
  };
  return {
    async read() {
      const queryFn = (): Promise<unknown> => sendJson(`${baseUrl}/notes`);
      const { result, unmount } = await renderHook(
        () => useQuery({ queryKey: ['notes'], queryFn, staleTime: 0 }),
        { wrapper },
      );
      await expect.poll(() => result.current.fetchStatus).toBe('idle');
      await unmount();
      return result.current.data;
    },
    mutate: () => send('/notes', post),
    replace: () => send('/notes/2', put),
  };
}
