'use client';

import type { ReactElement } from 'react';
import { ActionDialog } from './ActionDialog.tsx';

/**
 * Tells of an action that a maintenance held up (see `useAction`): what was not done, that nothing is lost, and
 * when the service is asked again. Where it is safe it offers to do it when the maintenance is over: that is done
 * once, its outcome is announced, and until then it can be taken back.
 *
 * One is enough for an application, and the kit's own buttons bring theirs along. Renders a
 * `<div role="alertdialog" data-slot="dialog">` while there is something to tell. Its library is loaded when it is
 * first needed.
 */
export function MaintenanceDialog(): ReactElement {
  return <ActionDialog />;
}
