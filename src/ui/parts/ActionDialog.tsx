'use client';

import { useEffect, useId, useSyncExternalStore, type ReactElement } from 'react';
import { formatMessage } from '../../messages/messages.ts';
import { useKit } from '../../react/KitContext.ts';
import { useDesk } from '../../react/useDesk.ts';
import { useMaintenance } from '../../react/useMaintenance.ts';
import { Dialog } from './Dialog.tsx';
import { Countdown } from './NextCheck.tsx';
import { useSlot } from './slot.ts';

/**
 * Tells of an action that a maintenance held up: what was not done, that nothing is lost, and when the service is
 * asked again. Offers to do it then, where that is safe. However many of these there are, one speaks.
 */
export function ActionDialog(): ReactElement | null {
  const slot = useSlot();
  const { desk, messages, announcer } = useKit();
  const { told } = useDesk();
  const isSpeaker = useIsSpeaker();
  const isOn = useMaintenance(({ status }) => status === 'maintenance');
  const { actions, over } = messages;

  const isTelling = told !== undefined && isSpeaker;
  useEffect(() => {
    if (isTelling) announcer.withdraw();
  }, [isTelling, announcer]);

  if (!told || !isSpeaker) return null;

  const putOff = (): void => {
    desk.putOff(told);
    announcer.announce(formatMessage(actions.putOff, { action: told.label }), 'polite');
  };
  return (
    <Dialog
      title={isOn ? actions.title : over.title}
      text={
        isOn ? (
          <>
            {formatMessage(actions.text, { action: told.label })} <Countdown />
          </>
        ) : (
          over.text
        )
      }
      cancel={actions.close}
      onClose={desk.dismiss}
    >
      {isOn && told.canWait ? (
        <button {...slot('button', { tone: 'accent' })} type="button" onClick={putOff}>
          {actions.later}
        </button>
      ) : null}
    </Dialog>
  );
}

/** The first of several that are mounted. */
function useIsSpeaker(): boolean {
  const { desk } = useKit();
  const id = useId();
  useEffect(() => desk.attach(id), [desk, id]);
  return useSyncExternalStore(
    desk.subscribe,
    () => desk.getSnapshot().speaker === id,
    () => false,
  );
}
