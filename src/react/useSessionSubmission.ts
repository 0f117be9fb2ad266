'use client';

import { useAdapter, useKit } from './KitContext.ts';
import { useSubmission, type Submission } from './useSubmission.ts';

/** A form that changes who is signed in: its state, and how to send it. */
export interface SessionSubmission<Values> {
  readonly submission: Submission;
  /** Sends it, unless the service is in maintenance. Never rejects: `submission` tells how it went. */
  readonly submit: (values: Values) => Promise<void>;
}

/**
 * Sends, forgets the draft, loads the session that came of it, and only then says that it is done. The draft goes
 * first: a form that is for people who are signed out may be gone as soon as the session is there.
 */
export function useSessionSubmission<Values>(
  send: (values: Values) => Promise<unknown>,
  onDone: (() => void) | undefined,
  draft: string,
): SessionSubmission<Values> {
  const { drafts } = useKit();
  const { adapter, session } = useAdapter();
  const { submission, submit } = useSubmission(
    async (values: Values) => {
      await send(values);
      drafts.clear(draft);
      await session.reload();
    },
    { api: adapter.baseUrl },
  );
  return {
    submission,
    async submit(values) {
      if (await submit(values)) onDone?.();
    },
  };
}
