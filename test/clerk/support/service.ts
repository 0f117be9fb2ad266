import {
  createFrontendApi,
  type FrontendApi,
  type FrontendApiMode,
  type FrontendApiModeOptions,
  type FrontendApiOptions,
  type RecordedRequest,
} from '../../../src/testing/frontend-api/index.ts';
import { startLoopback } from '../../adapters/loopback.ts';

/** The functions of a service that the page can call, with JSON values. */
export interface ServiceActions {
  /** Resets the service. */
  readonly begin: (options: FrontendApiOptions) => void;
  readonly setMode: (mode: FrontendApiMode, options?: FrontendApiModeOptions) => void;
  readonly requests: () => readonly RecordedRequest[];
  readonly forgetRequests: () => void;
  /** Holds requests whose path ends with this until they are released. */
  readonly hold: (pathEnd: string) => void;
  readonly letGo: () => void;
}

export interface Service {
  readonly origin: string;
  readonly actions: ServiceActions;
  readonly close: () => Promise<void>;
}

/** Starts the emulator on a port of this machine. */
export async function startService(): Promise<Service> {
  let held: { readonly pathEnd: string; readonly until: Promise<void> } | undefined;
  let release = () => {};

  function begin(options: FrontendApiOptions = {}): FrontendApi {
    return createFrontendApi({
      ...options,
      async delay({ path }) {
        if (held && path.endsWith(held.pathEnd)) await held.until;
      },
    });
  }

  let api = begin();
  const server = await startLoopback((request) => api.fetch(request));
  return {
    // With this host the page and the service are one site, so that cookies are sent.
    origin: server.origin.replace('127.0.0.1', 'localhost'),
    close: () => server.close(),
    actions: {
      begin(options) {
        api = begin(options);
      },
      setMode: (mode, options) => api.setMode(mode, options),
      requests: () => api.requests,
      forgetRequests: () => api.forgetRequests(),
      hold(pathEnd) {
        held = {
          pathEnd,
          until: new Promise((resolve) => {
            release = resolve;
          }),
        };
      },
      letGo() {
        held = undefined;
        release();
      },
    },
  };
}
