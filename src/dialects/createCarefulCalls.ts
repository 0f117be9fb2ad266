import { readMember } from '../protocol/boundedReader.ts';
import { KitError } from '../protocol/KitError.ts';

/** Stands for the result of a function that threw, or returned a promise. */
export const failed: unique symbol = Symbol('failed');

/** Calls a function of a dialect. */
export type CarefulCall = <Result>(name: string, run: () => Result) => Result | typeof failed;

/** Creates a function that catches what a dialect's functions throw. Each function is reported once, with MK132. */
export function createCarefulCalls(dialect: string): CarefulCall {
  const reported = new Set<string>();

  function report(name: string, problem: string, cause?: unknown): void {
    if (reported.has(name)) return;
    reported.add(name);
    console.error(
      new KitError(
        'MK132',
        () =>
          `${name} of the dialect ${JSON.stringify(dialect)} ${problem}, so the answer says nothing: ` +
          'let it return a value for any answer, and wait for nothing.',
        cause === undefined ? undefined : { cause },
      ),
    );
  }

  return (name, run) => {
    try {
      const result = run();
      if (typeof readMember(result, 'then') !== 'function') return result;
      report(name, 'returned a promise');
    } catch (error) {
      report(name, 'threw an error', error);
    }
    return failed;
  };
}
