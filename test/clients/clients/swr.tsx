import useSWR, { SWRConfig } from 'swr';
import useSWRMutation from 'swr/mutation';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { Client } from './Client.ts';
import { post, put, sendJson } from './sendJson.ts';

/** Each call has an empty cache, so that each one sends a request. */
function wrapper({ children }: { readonly children: ReactNode }) {
  return <SWRConfig value={{ provider: () => new Map() }}>{children}</SWRConfig>;
}

export function openSwr(baseUrl: string): Client {
  const send = async (path: string, init: RequestInit): Promise<unknown> => {
    const { result, unmount } = await renderHook(
      () => useSWRMutation(`${baseUrl}${path}`, (url: string) => sendJson(url, init)),
      { wrapper },
    );
    try {
      return await result.current.trigger();
    } finally {
      await unmount();
    }
  };
  return {
    async read() {
      const { result, unmount } = await renderHook(
        () => useSWR<unknown, unknown>(`${baseUrl}/notes`, (url: string) => sendJson(url)),
        { wrapper },
      );
      await expect.poll(() => result.current.data ?? result.current.error).toBeDefined();
      await unmount();
      return result.current.data;
    },
    mutate: () => send('/notes', post),
    replace: () => send('/notes/2', put),
  };
}
