import {
  createFrontendApi,
  type FrontendApi,
  type FrontendApiMode,
  type FrontendApiModeOptions,
  type FrontendApiOptions,
  type ProviderAnswer,
  type RecordedRequest,
} from '../../../src/testing/frontend-api/index.ts';
import { startLoopback, type NetworkCondition } from '../../adapters/loopback.ts';

/** The functions of a service that the page can call, with JSON values. */
export interface ServiceActions {
  /** Resets the service. `nowMs` sets its clock, which runs by default. */
  readonly begin: (options: FrontendApiOptions & { readonly nowMs?: number }) => void;
  readonly setNetwork: (network: NetworkCondition) => void;
  readonly setMode: (mode: FrontendApiMode, options?: FrontendApiModeOptions) => void;
  readonly endSessions: () => void;
  readonly lastCode: (email: string) => string | undefined;
  readonly answerAtProvider: (url: string, answer: ProviderAnswer) => string;
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

  function begin({ nowMs, ...options }: Parameters<ServiceActions['begin']>[0] = {}): FrontendApi {
    return createFrontendApi({
      ...options,
      ...(nowMs !== undefined && { now: () => nowMs }),
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
        server.network = 'clear';
        api = begin(options);
      },
      setNetwork(network) {
        server.network = network;
      },
      setMode: (mode, options) => api.setMode(mode, options),
      endSessions: () => api.endSessions(),
      lastCode: (email) => api.lastCode(email),
      answerAtProvider: (url, answer) => api.answerAtProvider(url, answer),
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
