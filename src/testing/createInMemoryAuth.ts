import type { AuthAdapter, AuthOperation } from '../auth/AuthAdapter.ts';
import { accountOperations } from './in-memory/account.ts';
import { memberOperations } from './in-memory/members.ts';
import { organizationOperations } from './in-memory/organizations.ts';
import { createService, type ServiceSwitch } from './in-memory/service.ts';
import { createStore, type InMemoryOrganization, type InMemoryUser } from './in-memory/store.ts';

export interface InMemoryAuthOptions {
  /** The accounts at the start. Default: none. */
  readonly users?: readonly InMemoryUser[];
  /** The organizations at the start. Default: none. */
  readonly organizations?: readonly InMemoryOrganization[];
  /** The email address of the user in `users` who is signed in at the start. */
  readonly signedInAs?: string;
  /** The clock, in milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: () => number;
}

export interface InMemoryAuth {
  /** For `<MaintenanceProvider adapter={…}>`. */
  readonly adapter: AuthAdapter;
  /** Switches the maintenance of the service on and off. */
  readonly service: ServiceSwitch;
  /** Ends the session on the server, as an administrator would. */
  readonly endSession: () => void;
}

/**
 * Creates an adapter whose backend is in memory, for tests: accounts with passwords, one session, organizations with
 * members and invitations. It sends no request, so the check, the forms and the session need no server and no mock of
 * `fetch`. It has no codes by email, second factors, providers or pictures; `maintenance-kit/testing/frontend-api`
 * emulates those.
 *
 * @throws {KitError} MK603 if `signedInAs` or a member of an organization is not in `users`.
 */
export function createInMemoryAuth({
  users = [],
  organizations = [],
  signedInAs,
  now = Date.now,
}: InMemoryAuthOptions = {}): InMemoryAuth {
  const store = createStore({ users, organizations, signedInAs }, now);
  const service = createService();

  /** Wraps each operation so that the mode decides before it runs. */
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
      supportsAdditionalFields: true,
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
