'use client';

import type { ReactElement } from 'react';
import { ActionDialog } from './ActionDialog.tsx';

/**
 * Explains an action that a maintenance blocked (see `useAction`): what was not done, that nothing is lost, and when
 * the next check is. If the action can wait, it offers to run it after the maintenance: once, with an announced
 * outcome, and until then it can be canceled.
 *
 * One is enough for an application, and the kit's own buttons include it. Renders a `<div role="alertdialog"
 * data-slot="dialog">` while an action is blocked. Its code is loaded on demand.
 */
export function MaintenanceDialog(): ReactElement {
  return <ActionDialog />;
}
