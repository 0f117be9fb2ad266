import type { MaintenanceWindow } from './serviceStatus.ts';

/** Where the planned windows come from, such as a status page. */
export interface WindowSource {
  /** Loads the planned windows. Invalid ones are left out; a rejection keeps those of the last answer. */
  readonly load: () => Promise<readonly MaintenanceWindow[]>;
  /**
   * Names the source, for example by its address. The tabs of a browser share what a source with a name has loaded, also
   * after a reload. Default: nothing is shared.
   */
  readonly name?: string | undefined;
  /** The shortest time between two loads, in milliseconds, at least a minute. Default: ten minutes. */
  readonly everyMs?: number | undefined;
  /** How long before its start a window is announced, in milliseconds. Default: a day. */
  readonly announceBeforeMs?: number | undefined;
}
