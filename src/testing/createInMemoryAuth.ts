import type { AuthAdapter, AuthOperation } from '../auth/AuthAdapter.ts';
import { accountOperations } from './in-memory/account.ts';
import { memberOperations } from './in-memory/members.ts';
import { organizationOperations } from './in-memory/organizations.ts';
import { createService, type ServiceSwitch } from './in-memory/service.ts';
import { createStore, type InMemoryOrganization, type InMemoryUser } from './in-memory/store.ts';

export interface InMemoryAuthOptions {
  /** Who has an account from the start. Default: no one. */
  readonly users?: readonly InMemoryUser[];
  /** Which organizations exist from the start. Default: none. */
  readonly organizations?: readonly InMemoryOrganization[];
  /** The email address of the one of `users` who is signed in from the start. */
  readonly signedInAs?: string;
  /** Milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: () => number;
}

export interface InMemoryAuth {
  /** For `<MaintenanceProvider adapter={…}>`. */
  readonly adapter: AuthAdapter;
  /** Puts the service into maintenance and out of it. */
  readonly service: ServiceSwitch;
  /** Ends the session on the server's side, as an administrator would. */
  readonly endSession: () => void;
}

/**
 * Creates an adapter whose backend is in memory, for tests: accounts with passwords, one session, organizations with
 * members and invitations. It sends no request, so the check, the forms and the session need no server and no mock of
 * `fetch`. It offers no codes by email, second factors, providers or pictures; `maintenance-kit/testing/frontend-api`
 * emulates those.
 *
 * @throws {KitError} MK603 when `signedInAs` or a member of an organization is none of `users`.
 */
export function createInMemoryAuth({
  users = [],
  organizations = [],
  signedInAs,
  now = Date.now,
}: InMemoryAuthOptions = {}): InMemoryAuth {
  const store = createStore({ users, organizations, signedInAs }, now);
  const service = createService();

  /** Lets the mode decide before each operation runs. */
  function behindService<Operations extends Partial<AuthAdapter>>(operations: Operations): Operations {
    const guarded = Object.entries(operations).map(([name, run]) => [
      name,
      async (argument: never) => {
        await service.assertServed(name as AuthOperation);
        return (run as (argument: never) => unknown)(argument);
      },
    ]);
    return Object.fromEntries(guarded) as Operations;
  }

  return {
    adapter: {
      name: 'in-memory',
      baseUrl: '/in-memory-auth',
      checkService: async () => service.mode,
      ...behindService({
        ...accountOperations(store),
        ...organizationOperations(store),
        ...memberOperations(store),
      }),
    },
    service,
    endSession() {
      store.session = null;
    },
  };
}
