import type { Platform } from '../platform/platform.ts';
import { ownerKeyOf, type Owner, type OwnerStore } from '../stores/createOwner.ts';
import type { SessionStore } from '../stores/createSessionStore.ts';
import { hashOf } from '../stores/hashOf.ts';

/**
 * Resolves when the owner can follow a session that the server knew. The page may come from a cache, and the server may
 * have rendered it for the user before: if the browser remembers another user of the backend, the session is loaded first.
 * From then on, the browser remembers the owner, as a fingerprint.
 *
 * Without a storage, the server's session counts until its first refresh. Never rejects.
 *
 * @param backend Its base URL.
 */
export async function recallOwner(
  owner: OwnerStore,
  session: SessionStore,
  backend: string,
  { sharedStorage }: Platform,
): Promise<void> {
  const name = `maintenance-kit.session:${hashOf(backend)}`;
  const textOf = (key: Owner['key']): string => hashOf(key ?? '');

  try {
    const remembered = sharedStorage?.getItem(name) ?? undefined;
    const key = ownerKeyOf(session.getSnapshot(), backend);
    if (remembered !== undefined && remembered !== textOf(key)) await session.reload();

    owner.subscribe(() => sharedStorage?.setItem(name, textOf(owner.getSnapshot().key)));
  } catch {
    // The browser forbids its storage.
  }
}
