import { frontendApiAdapter, type FrontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import {
  createFrontendApi,
  type FrontendApi,
  type FrontendApiOptions,
} from '../../src/testing/createFrontendApi.ts';
import { cautious } from './contractFixture.ts';

export const ada = {
  emailAddress: 'ada@example.com',
  password: 'correct horse',
  firstName: 'Ada',
  username: 'countess',
};
export const grace = {
  emailAddress: cautious.identifier,
  password: cautious.password,
  authenticatorSecret: cautious.secret,
  backupCodes: [cautious.backupCode],
};
export const bob = { emailAddress: 'bob@example.com', password: 'long enough' };

export interface FlowFixture {
  readonly api: FrontendApi;
  readonly adapter: Required<Omit<FrontendApiAdapter, 'signInWithPasskey'>>;
  /** Reloads the page: the same browser, and an adapter without memory. */
  readonly reload: () => FlowFixture['adapter'];
  /** Moves the backend's clock forward. */
  readonly pass: (ms: number) => void;
}

/** Creates an emulator with three accounts, whose clock stands still until a test moves it. */
export function createFlowFixture(options: FrontendApiOptions = {}): FlowFixture {
  let at = Date.UTC(2026, 10, 3, 10);
  const api = createFrontendApi({
    users: [ada, grace, bob],
    now: () => at,
    passwordIterations: 1,
    ...options,
  });
  const reload = () =>
    frontendApiAdapter({
      baseUrl: 'https://api.example',
      fetch: (input, init) => api.fetch(new Request(input, init)),
    }) as FlowFixture['adapter'];
  return {
    api,
    adapter: reload(),
    reload,
    pass(ms) {
      at += ms;
    },
  };
}
