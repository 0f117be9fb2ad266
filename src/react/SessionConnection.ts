'use client';

import { useEffect } from 'react';
import { sessionInEnglish } from '../messages/session.ts';
import { availabilityOf, mayReadAgain } from '../monitor/selectors.ts';
import { createOwner } from '../stores/createOwner.ts';
import type { SessionStore } from '../stores/createSessionStore.ts';
import { createSessions } from './createSessions.ts';
import { focusReplacement } from './focusReplacement.ts';
import { useKit, useMessages } from './KitContext.ts';
import { onChange } from './onChange.ts';
import { onOwnerChange } from './onOwnerChange.ts';
import { recallOwner } from './recallOwner.ts';
import { useSharedSession } from './useSharedSession.ts';

/**
 * Keeps the session of the adapter fresh, and gives the user's data its owner. Announces that the user is signed in or
 * signed out, and moves the focus to the view that appears if the view that goes had it; it does neither for the first
 * answer about the session. Renders nothing.
 */
export function SessionConnection(): null {
  const { monitor, adapter, slot, store, announcer, session: current, initialSession } = useKit();
  const messages = useMessages(sessionInEnglish);
  const owner = store(createOwner);
  const session = slot && store(createSessions)(slot);

  // Before the owner follows the session.
  useEffect(() => {
    let stop = (): void => {};
    const unsubscribe = onOwnerChange(owner, ({ key }) => {
      announcer.announce(messages.session[key === null ? 'signedOut' : 'signedIn'], 'polite');
      stop();
      // React has not rendered the change yet.
      stop = focusReplacement(monitor.platform);
    });
    return () => {
      unsubscribe();
      stop();
    };
  }, [owner, announcer, messages, monitor]);

  const backend = adapter?.baseUrl;
  useEffect(() => {
    if (!session || backend === undefined) return undefined;
    current.set(session);
    const follow = (): void => owner.follow(session.getSnapshot(), backend);
    if (initialSession === undefined) follow();
    else void recallOwner(owner, session, backend, monitor.platform).then(follow);
    const unsubscribe = session.subscribe(follow);
    return () => {
      unsubscribe();
      current.set(undefined);
    };
  }, [session, backend, owner, current, monitor, initialSession]);

  useSharedSession({ owner, session, backend });

  useEffect(() => {
    if (!session) return undefined;
    return onChange(monitor, (state, previous) => {
      const isBetter = mayReadAgain(availabilityOf(state), availabilityOf(previous));
      if (isBetter && isUnsure(session)) void session.reload();
    });
  }, [monitor, session]);

  return null;
}

function isUnsure(session: SessionStore): boolean {
  const state = session.getSnapshot();
  return state.status === 'unknown' || (state.status === 'signed-in' && state.stale);
}
