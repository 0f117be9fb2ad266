'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { actionsInEnglish } from '../messages/actions.ts';
import { formatMessage } from '../messages/formatMessage.ts';
import { useKit, useMessages } from './KitContext.ts';
import { createOwnedActions } from './ownedActions.ts';

/**
 * Runs the deferred actions when the maintenance ends, each after the session is loaded and still belongs to the user
 * who deferred it. If the session can't be loaded, the actions wait until it is known again. Renders nothing.
 */
export function DeferredActionsRunner(): null {
  const { monitor, announcer, store, session: current } = useKit();
  const { actions } = useMessages(actionsInEnglish);
  const deferredActions = store(createOwnedActions);
  const session = useSyncExternalStore(current.subscribe, current.getSnapshot, current.getSnapshot);
  useEffect(() => {
    // Runs on trial too: the user chose these actions, and their outcome ends the trial.
    const isServed = (): boolean => monitor.getSnapshot().status !== 'maintenance';
    const runAll = (): void => {
      if (deferredActions.getSnapshot().deferred.length === 0 || !isServed()) return;
      void deferredActions.run({
        // A session of another user changes the owner, which drops the actions before they run.
        mayRun: async () => (session === undefined || (await session.confirm())) && isServed(),
        onOutcome({ label }, outcome) {
          if (outcome === 'blocked') return;
          announcer.announce(formatMessage(actions[outcome], { action: label }), 'polite');
        },
      });
    };
    let wasServed = isServed();
    const unsubscribeMonitor = monitor.subscribe(() => {
      const isServedNow = isServed();
      if (isServedNow && !wasServed) runAll();
      wasServed = isServedNow;
    });
    const unsubscribeSession = session?.subscribe(() => {
      const state = session.getSnapshot();
      if (state.status === 'signed-in' && !state.stale) runAll();
    });
    return () => {
      unsubscribeMonitor();
      unsubscribeSession?.();
    };
  }, [monitor, session, actions, announcer, deferredActions]);
  return null;
}
