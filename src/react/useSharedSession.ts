'use client';

import { useEffect } from 'react';
import { hashOf } from '../stores/hashOf.ts';
import type { Owner, OwnerStore } from '../stores/createOwner.ts';
import type { SessionStore } from '../stores/createSessionStore.ts';
import { onOwnerChange } from './onOwnerChange.ts';
import { useKit } from './KitContext.ts';

/** What a tab tells the others: fingerprints of the backend and of its user, `null` for a visitor. */
interface SessionMessage {
  readonly backend: string;
  readonly owner: string | null;
}

/** Loads the session again when another tab of the browser signs in or out. `backend` is its base URL. */
export function useSharedSession({
  owner,
  session,
  backend: baseUrl,
}: {
  readonly owner: OwnerStore;
  readonly session: SessionStore | undefined;
  readonly backend: string | undefined;
}): void {
  const { platform } = useKit().monitor;

  useEffect(() => {
    if (!session || baseUrl === undefined) return undefined;
    const backend = hashOf(baseUrl);
    const channel = platform.openChannel('maintenance-kit.session', (message) => {
      const { key } = owner.getSnapshot();
      if (!isSessionMessage(message) || message.backend !== backend || key === undefined) return;
      if (message.owner !== fingerprintOf(key)) void session.reload();
    });
    if (!channel) return undefined;
    const stop = onOwnerChange(owner, ({ key }) => {
      if (key !== undefined) channel.post({ backend, owner: fingerprintOf(key) } satisfies SessionMessage);
    });
    return () => {
      stop();
      channel.close();
    };
  }, [platform, owner, session, baseUrl]);
}

function fingerprintOf(key: NonNullable<Owner['key']> | null): string | null {
  return key === null ? null : hashOf(key);
}

function isSessionMessage(message: unknown): message is SessionMessage {
  if (typeof message !== 'object' || message === null) return false;
  const { backend, owner } = message as Partial<Record<keyof SessionMessage, unknown>>;
  return typeof backend === 'string' && (owner === null || typeof owner === 'string');
}
