'use client';

import { useCallback, useRef, useState } from 'react';
import { guardMutation, type GuardOptions } from '../monitor/guardMutation.ts';
import { createOptimisticUpdates } from './createOptimisticUpdates.ts';
import { useKit } from './KitContext.ts';

export type MutationState<Result> =
  | { readonly status: 'idle' }
  | { readonly status: 'pending' }
  | { readonly status: 'succeeded'; readonly result: Result }
  /** `error` is a `SystemUnderMaintenanceError` if maintenance was the reason. */
  | { readonly status: 'failed'; readonly error: unknown };

export interface GuardedMutationOptions<Arguments extends readonly unknown[]> extends GuardOptions {
  /**
   * Shows the result before the API confirms it, and returns a function that undoes this. Called only if the mutation
   * is sent, and undone if it fails for any reason.
   *
   * It is called again if an older mutation fails while this one is pending: the newer updates are undone, newest
   * first, then the older one, then the newer ones are applied again. So read the current value when it is called, from
   * a ref or a cache, not from the render in which the callback was created.
   */
  readonly optimistic?: ((...args: Arguments) => () => void) | undefined;
}

export type GuardedMutation<Arguments extends readonly unknown[], Result> = MutationState<Result> & {
  /** Runs the mutation, unless the service is in maintenance. Never rejects; resolves to its final state. */
  readonly mutate: (...args: Arguments) => Promise<MutationState<Result>>;
  readonly reset: () => void;
};

/**
 * Guards your own mutation. During maintenance it isn't sent: it fails immediately with `SystemUnderMaintenanceError
 * {blocked: true}`. A rejection by the API is reported to the monitor and fails with the same error, `blocked:
 * false`, whether the client throws it, returns it or drops it (see `guardMutation`).
 *
 * Returns the state of the latest call.
 *
 * @throws {KitError} MK501 outside of the provider.
 */
export function useGuardedMutation<Arguments extends readonly unknown[], Result>(
  mutation: (...args: Arguments) => Promise<Result>,
  options: GuardedMutationOptions<Arguments> = {},
): GuardedMutation<Arguments, Result> {
  const { monitor, announcer } = useKit();
  const { api, optimistic } = options;
  const [state, setState] = useState<MutationState<Result>>({ status: 'idle' });
  const [updates] = useState(createOptimisticUpdates);
  const newestCall = useRef(0);

  const mutate = useCallback(
    async (...args: Arguments) => {
      newestCall.current += 1;
      const call = newestCall.current;
      setState({ status: 'pending' });
      let update: ReturnType<typeof updates.add> | undefined;
      const running = guardMutation(
        monitor,
        () => {
          update = optimistic && updates.add(() => optimistic(...args));
          return mutation(...args);
        },
        { api },
      );
      announcer.hold(running);
      const settled: MutationState<Result> = await running.then(
        (result) => ({ status: 'succeeded', result }) as const,
        (error: unknown) => ({ status: 'failed', error }) as const,
      );
      if (settled.status === 'succeeded') update?.confirm();
      else update?.rollBack();
      if (call === newestCall.current) setState(settled);
      return settled;
    },
    [monitor, announcer, mutation, api, optimistic, updates],
  );
  const reset = useCallback(() => {
    newestCall.current += 1;
    setState({ status: 'idle' });
  }, []);

  return { ...state, mutate, reset };
}
