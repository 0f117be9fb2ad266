import { KitError } from '../protocol/KitError.ts';
import type { AuthAdapter, AuthOperation } from './AuthAdapter.ts';

/**
 * Returns an operation of an adapter that a form requires, ready to be called.
 *
 * @throws {KitError} MK506 if the adapter doesn't have it.
 */
export function requireOperation<Operation extends AuthOperation>(
  adapter: AuthAdapter,
  operation: Operation,
  neededBy: string,
): NonNullable<AuthAdapter[Operation]> {
  const run = adapter[operation];
  if (!run) {
    throw new KitError(
      'MK506',
      `${neededBy} needs ${operation}, which the adapter "${adapter.name}" does not offer: leave ${neededBy} out, or add the function to the adapter.`,
    );
  }
  return run.bind(adapter) as NonNullable<AuthAdapter[Operation]>;
}
