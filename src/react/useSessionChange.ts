'use client';

import { useEffect } from 'react';
import { sessionInEnglish } from '../messages/session.ts';
import type { Owner } from '../stores/createOwner.ts';
import { focusReplacement } from './focusReplacement.ts';
import { useKit, type Kit, useMessages } from './KitContext.ts';

/**
 * Announces that the user signed in or out. If the disappearing view had the focus, moves the focus to the view that
 * replaces it. Does neither for the first answer about the session.
 */
export function useSessionChange(): void {
  const { owner, announcer, monitor } = useKit();
  const messages = useMessages(sessionInEnglish);

  useEffect(
    () =>
      onTurn(owner, ({ key }) => {
        announcer.announce(messages.session[key === null ? 'signedOut' : 'signedIn'], 'polite');
      }),
    [owner, announcer, messages],
  );

  useEffect(() => {
    let stop = (): void => {};
    const unsubscribe = onTurn(owner, () => {
      stop();
      // React has not rendered the change yet.
      stop = focusReplacement(monitor.platform);
    });
    return () => {
      unsubscribe();
      stop();
    };
  }, [owner, monitor]);
}

/** Calls `listener` when the session belongs to another user or ends. */
function onTurn(owner: Kit['owner'], listener: (owner: Owner) => void): () => void {
  let { turn } = owner.getSnapshot();
  return owner.subscribe(() => {
    const current = owner.getSnapshot();
    if (current.turn === turn) return;
    turn = current.turn;
    listener(current);
  });
}
