'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { GuardOptions } from '../monitor/guardMutation.ts';
import { availabilityOf, mayReadAgain } from '../monitor/selectors.ts';
import { useKit } from './KitContext.ts';
import { useMaintenance } from './useMaintenance.ts';
import { useOwnerTurn } from './useOwnerTurn.ts';

export interface LoadOptions extends GuardOptions {
  /** False for data that is the same for every user, such as the settings of the service. Default: true. */
  readonly perUser?: boolean | undefined;
}

/** The state of loaded data. */
export type Loaded<Value> =
  | { readonly status: 'loading' }
  /** `stale`: the latest reload failed. */
  | { readonly status: 'loaded'; readonly value: Value; readonly stale: boolean }
  | { readonly status: 'failed'; readonly error: unknown };

export type QueryResult<Value> = Loaded<Value> & {
  /** Loads again. Never rejects; resolves to whether an answer arrived. */
  readonly reload: () => Promise<boolean>;
};

/**
 * Loads data when the component mounts, and again for each new `load`, so pass a stable function.
 *
 * Loads again when the session's user changes, and shows nothing of the previous user.
 *
 * Loaded data stays: a later failure only makes it `stale`. If answers cross, the one that was requested last counts. A
 * failed load is repeated when the service serves more than before, when the browser is online again and when the user
 * returns to the page.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useLoaded<Value>(
  load: () => Promise<Value>,
  { api, perUser = true }: LoadOptions = {},
): QueryResult<Value> {
  const { monitor } = useKit();
  const ownerTurn = useOwnerTurn();
  const turn = perUser ? ownerTurn : 0;
  const [settled, setSettled] = useState<{ readonly turn: number; readonly state: Loaded<Value> }>();
  // Data that was loaded for one user is never shown to another.
  const state: Loaded<Value> = settled?.turn === turn ? settled.state : loadingState;
  const newest = useRef(0);

  const reload = useCallback(async () => {
    newest.current += 1;
    const attempt = newest.current;
    const startedAt = monitor.platform.monotonicNow();
    const answer = await settleLoad(load);
    if (answer.status === 'failed') {
      await monitor.report(answer.error, { kind: 'read', startedAt, ...(api !== undefined && { api }) });
    }
    if (attempt === newest.current) {
      setSettled((previous) => ({
        turn,
        state: settle(previous?.turn === turn ? previous.state : loadingState, answer),
      }));
    }
    return answer.status === 'loaded';
  }, [monitor, load, api, turn]);

  useEffect(() => {
    void reload();
    return () => {
      // Ignores the response of a pending request.
      newest.current += 1;
    };
  }, [reload]);

  const availability = useMaintenance(availabilityOf);
  const availabilityBefore = useRef(availability);
  const isUnsure = state.status === 'failed' || (state.status === 'loaded' && state.stale);
  useEffect(() => {
    const isBetter = mayReadAgain(availability, availabilityBefore.current);
    availabilityBefore.current = availability;
    if (isBetter && isUnsure) void reload();
  }, [availability, isUnsure, reload]);

  useEffect(() => {
    if (!isUnsure) return undefined;
    const { platform } = monitor;
    return platform.onAttentionChange(() => {
      if (platform.isAttended()) void reload();
    });
  }, [monitor, isUnsure, reload]);

  return { ...state, reload };
}

const loadingState: Loaded<never> = { status: 'loading' };

type Answer<Value> = Exclude<Loaded<Value>, { readonly status: 'loading' }>;

async function settleLoad<Value>(load: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { status: 'loaded', value: await load(), stale: false };
  } catch (error) {
    return { status: 'failed', error };
  }
}

function settle<Value>(previous: Loaded<Value>, answer: Answer<Value>): Loaded<Value> {
  return answer.status === 'failed' && previous.status === 'loaded' ? { ...previous, stale: true } : answer;
}
