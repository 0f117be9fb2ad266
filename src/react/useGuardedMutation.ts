'use client';

import { useCallback, useState } from 'react';
import { guardMutation, type GuardOptions } from '../monitor/guardMutation.ts';
import { useKit } from './KitContext.ts';

export type MutationState<Result> =
  | { readonly status: 'idle' }
  | { readonly status: 'pending' }
  | { readonly status: 'succeeded'; readonly result: Result }
  /** `error` is a `SystemUnderMaintenanceError` where a maintenance was the reason. */
  | { readonly status: 'failed'; readonly error: unknown };

export interface GuardedMutationOptions<Arguments extends readonly unknown[]> extends GuardOptions {
  /**
   * Shows the result before it is there, and returns what takes it back. Called only when the mutation is sent; taken
   * back when it fails, for whatever reason.
   */
  readonly optimistic?: ((...args: Arguments) => () => void) | undefined;
}

export type GuardedMutation<Arguments extends readonly unknown[], Result> = MutationState<Result> & {
  /** Runs the mutation, unless the service is in maintenance. Never rejects: the state tells how it went. */
  readonly mutate: (...args: Arguments) => Promise<MutationState<Result>>;
  readonly reset: () => void;
};

/**
 * Guards a mutation of one's own. While the service is in maintenance it is not sent: it fails at once with
 * `SystemUnderMaintenanceError {blocked: true}`. A rejection by the API is reported to the monitor and fails with
 * the same error, `blocked: false`.
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

  const mutate = useCallback(
    async (...args: Arguments) => {
      setState({ status: 'pending' });
      const run = async (): Promise<Result> => {
        const takeBack = optimistic?.(...args);
        try {
          return await mutation(...args);
        } catch (error) {
          takeBack?.();
          throw error;
        }
      };
      const underWay = guardMutation(monitor, run, { api });
      announcer.hold(underWay);
      const settled: MutationState<Result> = await underWay.then(
        (result) => ({ status: 'succeeded', result }) as const,
        (error: unknown) => ({ status: 'failed', error }) as const,
      );
      setState(settled);
      return settled;
    },
    [monitor, announcer, mutation, api, optimistic],
  );
  const reset = useCallback(() => setState({ status: 'idle' }), []);

  return { ...state, mutate, reset };
}
