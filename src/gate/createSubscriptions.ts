import type { ServiceStatus } from '../protocol/serviceStatus.ts';
import type { GateTimer } from './createLastKnown.ts';

export interface SubscriptionsOptions {
  /** Reads the status, and calls `announce` if it learns a new one. */
  readonly read: () => Promise<unknown>;
  readonly everyMs: number;
  readonly setTimer: GateTimer;
  readonly report: (error: unknown) => void;
}

export interface Subscriptions {
  readonly subscribe: (listener: (status: ServiceStatus) => void) => () => void;
  readonly announce: (status: ServiceStatus) => void;
  readonly close: () => void;
}

/** Creates the subscriptions of the switch. While there are any, it reads the storage for changes of other processes. */
export function createSubscriptions({
  read,
  everyMs,
  setTimer,
  report,
}: SubscriptionsOptions): Subscriptions {
  const listeners = new Set<(status: ServiceStatus) => void>();
  let cancelPoll = (): void => {};

  function poll(): void {
    cancelPoll = setTimer(() => {
      poll();
      void read();
    }, everyMs);
  }

  return {
    subscribe(listener) {
      // The same function may subscribe twice.
      const own = (status: ServiceStatus): void => listener(status);
      listeners.add(own);
      if (listeners.size === 1) poll();
      return () => {
        if (listeners.delete(own) && listeners.size === 0) cancelPoll();
      };
    },
    announce(status) {
      for (const listener of listeners) {
        try {
          listener(status);
        } catch (error) {
          report(error);
        }
      }
    },
    close() {
      listeners.clear();
      cancelPoll();
    },
  };
}
