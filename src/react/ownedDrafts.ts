import { createDrafts, type Drafts } from '../stores/createDrafts.ts';
import { createOwner } from '../stores/createOwner.ts';
import type { Services } from './KitContext.ts';

/** Creates the store of drafts, which belong to the session's user. */
export function createOwnedDrafts({ monitor, store }: Services): Drafts {
  return createDrafts(monitor.platform, store(createOwner));
}
