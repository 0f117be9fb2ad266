import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import { createDeferredActions, type DeferredActions } from '../stores/createDeferredActions.ts';
import { createDrafts, type Drafts } from '../stores/createDrafts.ts';
import { createOwner } from '../stores/createOwner.ts';
import type { Services } from './KitContext.ts';

/*
 * The stores whose contents belong to the session's user.
 */

export function createOwnedDrafts({ monitor, store }: Services): Drafts {
  return createDrafts(monitor.platform, store(createOwner));
}

export function createOwnedActions({ store }: Services): DeferredActions {
  return createDeferredActions((error) => error instanceof SystemUnderMaintenanceError, store(createOwner));
}
