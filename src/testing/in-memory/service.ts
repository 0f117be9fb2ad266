import { authOperations, type AuthOperation } from '../../auth/AuthAdapter.ts';
import { maintenanceResponse } from '../../protocol/maintenanceResponse.ts';
import { readMaintenanceNotice } from '../../protocol/readMaintenanceNotice.ts';
import { SystemUnderMaintenanceError } from '../../protocol/SystemUnderMaintenanceError.ts';

/**
 * `operational`: every operation works. `maintenance`: mutations reject. `unavailable`: every operation rejects, as in
 * a development instance.
 */
export type ServiceMode = 'operational' | 'maintenance' | 'unavailable';

export interface ServiceModeOptions {
  /** Seconds or a date. Default: no `Retry-After`. */
  readonly retryAfter?: number | Date | undefined;
  /** Default: the contract's texts. */
  readonly shortMessage?: string | undefined;
  readonly longMessage?: string | undefined;
}

export interface ServiceSwitch {
  readonly mode: ServiceMode;
  readonly setMode: (mode: ServiceMode, options?: ServiceModeOptions) => void;
}

export interface Service extends ServiceSwitch {
  /** @throws {SystemUnderMaintenanceError} if the mode rejects the operation. */
  readonly assertServed: (operation: AuthOperation) => Promise<void>;
}

export function createService(): Service {
  let mode: ServiceMode = 'operational';
  let options: ServiceModeOptions = {};
  return {
    get mode() {
      return mode;
    },
    setMode(next, nextOptions = {}) {
      mode = next;
      options = nextOptions;
    },
    async assertServed(operation) {
      const isMutation = authOperations[operation] === 'mutation';
      if (mode === 'operational' || (mode === 'maintenance' && !isMutation)) return;
      // The cause is the response that a server would have sent, as with every adapter.
      const cause = maintenanceResponse(options);
      const notice = await readMaintenanceNotice(cause.clone());
      throw new SystemUnderMaintenanceError({ notice, cause });
    },
  };
}
