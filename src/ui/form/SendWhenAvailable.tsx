'use client';

import type { ReactElement, RefObject } from 'react';
import { createLazy, useIdleLoad, type UseLazy } from '../../react/createLazy.ts';
import type * as sendWhenAvailableParts from './sendWhenAvailableParts.tsx';
import type { DeferrableForm } from './SendWhenAvailableContext.ts';

/**
 * Loads the button that defers a form, and the store of deferred actions. A form that can be deferred loads it when the
 * page is idle. Without it, the form can't be deferred.
 */
export const useSendWhenAvailableParts: UseLazy<typeof sendWhenAvailableParts> = /* @__PURE__ */ createLazy(
  () => import('./sendWhenAvailableParts.tsx'),
);

export interface SendWhenAvailableButtonProps {
  readonly deferrable: DeferrableForm;
  /** The element around the form's button, which receives the focus when this button disappears. */
  readonly group: RefObject<HTMLElement | null>;
}

/** A button below the form's disabled button that defers the submission until after maintenance, or cancels that. */
export function SendWhenAvailableButton({
  deferrable,
  group,
}: SendWhenAvailableButtonProps): ReactElement | null {
  const parts = useSendWhenAvailableParts();
  return parts.status === 'loaded' ? <parts.value.Choice deferrable={deferrable} group={group} /> : null;
}

/** Cancels the deferred submission when the form unmounts. Renders nothing. */
export function SendWhileMounted({ id }: { readonly id: string }): ReactElement | null {
  const parts = useSendWhenAvailableParts(false);
  useIdleLoad(useSendWhenAvailableParts.loadAtIdle);
  return parts.status === 'loaded' ? <parts.value.CancelOnUnmount id={id} /> : null;
}
