import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import { createDeferredActions, type DeferredActions } from '../stores/createDeferredActions.ts';
import { createOwner } from '../stores/createOwner.ts';
import type { Services } from './KitContext.ts';

/** Creates the store of deferred actions, which belong to the session's user. */
export function createOwnedActions({ store }: Services): DeferredActions {
  return createDeferredActions((error) => error instanceof SystemUnderMaintenanceError, store(createOwner));
}
