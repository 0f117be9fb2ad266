'use client';

import { useEffect, useId, type ReactElement } from 'react';
import { formatMessage } from '../../messages/formatMessage.ts';
import { blocksMutations } from '../../monitor/selectors.ts';
import { actionsInEnglish } from '../../messages/actions.ts';
import { noticesInEnglish } from '../../messages/notices.ts';
import { useIdleLoad } from '../../react/createLazy.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useDeferredActions, useDeferredActionsState } from '../../react/useDeferredActions.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { Dialog } from './Dialog.tsx';
import { usePanelParts } from '../notice/lazyPanelParts.ts';
import { useSlot } from '../styling/useSlot.ts';

/**
 * Explains an action that maintenance blocked: what didn't happen, that nothing is lost, and when the next check is.
 * Offers to run the action after maintenance if that is safe. Of several mounted dialogs, only one is shown.
 */
export function ActionDialog(): ReactElement | null {
  const slot = useSlot();
  const { announcer } = useKit();
  const deferredActions = useDeferredActions();
  const { explained, activeDialogId } = useDeferredActionsState();
  const isActive = useDialogId() === activeDialogId;
  const isOn = useMaintenance(blocksMutations);
  const parts = usePanelParts(isOn);
  useIdleLoad(usePanelParts.loadAtIdle);
  const { actions } = useMessages(actionsInEnglish);
  const { over } = useMessages(noticesInEnglish);

  const isOpen = explained !== undefined && isActive;
  useEffect(() => {
    if (isOpen) announcer.withdraw();
  }, [isOpen, announcer]);

  if (!explained || !isActive) return null;

  const defer = (): void => {
    deferredActions.defer(explained);
    announcer.announce(formatMessage(actions.willRun, { action: explained.label }), 'polite');
  };
  return (
    <Dialog
      title={isOn ? actions.title : over.title}
      text={
        isOn ? (
          <>
            {formatMessage(actions.text, { action: explained.label })}{' '}
            {parts.status === 'loaded' ? <parts.value.Countdown /> : null}
          </>
        ) : (
          over.text
        )
      }
      cancel={actions.close}
      onClose={deferredActions.dismiss}
    >
      {isOn && explained.canWait ? (
        <button {...slot('button', { tone: 'accent' })} type="button" onClick={defer}>
          {actions.defer}
        </button>
      ) : null}
    </Dialog>
  );
}

/** Registers the dialog; the first one registered is active. */
function useDialogId(): string {
  const deferredActions = useDeferredActions();
  const id = useId();
  useEffect(() => deferredActions.registerDialog(id), [deferredActions, id]);
  return id;
}
