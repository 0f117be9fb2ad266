'use client';

import type { ReactElement } from 'react';
import { ActionDialog } from './ActionDialog.tsx';

/**
 * Explains an action that maintenance blocked (see `useAction`): what didn't happen, that nothing is lost, and when
 * the next check is. If the action can wait, the dialog offers to run it once after maintenance, with an announced
 * outcome. Until then the user can cancel it.
 *
 * An application needs one, and the kit's own buttons include it. Renders a `<div role="alertdialog"
 * data-slot="dialog">` while an action is blocked. Its code is loaded on demand.
 */
export function MaintenanceDialog(): ReactElement {
  return <ActionDialog />;
}
