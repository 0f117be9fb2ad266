import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authOperations, type AuthOperation } from '../../src/auth/AuthAdapter.ts';
import { AuthError } from '../../src/auth/AuthError.ts';
import type { AuthSession } from '../../src/auth/SessionPort.ts';
import { SystemUnderMaintenanceError } from '../../src/protocol/SystemUnderMaintenanceError.ts';
import { contractRows } from './contractRows.ts';
import { account, credentials, newUser, type AdapterFixture, type Contract } from './contractFixture.ts';
import type { Backend, Network, NetworkCondition } from './network.ts';

/** Network faults: no response arrives, or one that isn't the API's. */
const allNetworkFaults: readonly (readonly [network: NetworkCondition, marks: object])[] = [
  ['dropped', {}],
  ['proxy-503', { status: 503 }],
  ['proxy-401', { status: 401 }],
  ['portal', { status: 200 }],
  ['empty', { status: 200 }],
  ['foreign-json', { status: 200 }],
];

/** Password changes that every backend rejects. */
const wrongChanges = [
  [
    'a wrong current password',
    { currentPassword: 'wrong', newPassword: 'battery staple' },
    'password_incorrect',
    'currentPassword',
  ],
  [
    'a short new password',
    { currentPassword: account.password, newPassword: 'short' },
    'password_too_weak',
    'newPassword',
  ],
] as const;

export const operations = Object.keys(authOperations) as AuthOperation[];

async function rejectionOf(promise: Promise<unknown> | undefined): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not reject.');
}

/**
 * Describes the contract of every adapter: a maintenance is reported as one, a rejection as an `AuthError`, and no
 * other failure signs the user out. Every test begins with a new backend.
 */
export function describeAdapterContract(
  name: string,
  {
    supported,
    supportsAdditionalFields = true,
    reading = [],
    local = [],
    unseen = [],
    networkFaults,
    createFixture,
  }: Contract,
  startServer: (backend: Backend) => Promise<Network>,
): void {
  const asked = supported.filter((operation) => operation !== 'checkService' && !local.includes(operation));
  const isMutation = (operation: AuthOperation) =>
    authOperations[operation] === 'mutation' && !reading.includes(operation);
  const mutations = asked.filter(isMutation);
  const reads = asked.filter((operation) => !isMutation(operation));
  const checks = supported.filter((operation) => operation === 'checkService');
  const sessionQuestions = reads.filter((operation) => /^(load|refresh)Session$/.test(operation));

  describe(`the contract: ${name}`, () => {
    let server: Network;
    let fixture: AdapterFixture;
    beforeAll(async () => {
      server = await startServer((request) => fixture.fetch(request));
    });
    afterAll(() => server.close());

    /**
     * Starts an operational service, prepares everything that the operation needs, and returns a function that calls
     * it.
     */
    async function begin(operation: AuthOperation) {
      const { from, demands = {}, prepare, call, result } = contractRows[operation];
      server.network = 'clear';
      fixture = await createFixture(server.origin, demands);
      const { adapter } = fixture;
      if (from === 'signed-in') {
        await adapter.signInWithPassword?.(credentials);
        // The kit does this too before it continues: an SDK may learn of the session only now.
        if (prepare) await adapter.loadSession();
      }
      const context = (await prepare?.(fixture)) ?? '';
      const before = await adapter.loadSession();
      return { before, result, call: () => call(adapter, context) };
    }

    /** Expects an operational service to keep the session, and the failed call to succeed. */
    async function expectRecovery({
      before,
      result,
      call,
    }: {
      before: AuthSession | null;
      result: unknown;
      call: () => Promise<unknown> | undefined;
    }): Promise<void> {
      server.network = 'clear';
      fixture.setMode('operational');
      expect(await fixture.adapter.loadSession()).toEqual(before);
      expect(await call()).toEqual(result);
    }

    it('the adapter has the operations of its table', async () => {
      fixture = await createFixture(server.origin, {});
      expect(operations.filter((operation) => fixture.adapter[operation])).toEqual(supported);
      expect(fixture.adapter.supportsAdditionalFields ?? false).toBe(supportsAdditionalFields);
    });

    it.each(supported)('%s succeeds while the service is operational', async (operation) => {
      const { call, result } = await begin(operation);
      expect(await call()).toEqual(result);
    });

    it("a session begins with a sign-in, has the user's new name, and ends with a sign-out", async () => {
      const { before } = await begin('signInWithPassword');
      const { adapter } = fixture;
      expect(before).toBeNull();
      await adapter.signInWithPassword?.(credentials);
      expect((await adapter.loadSession())?.user.name).toBe('Ada Lovelace');
      await adapter.updateUser?.({ name: 'Augusta Ada King' });
      expect((await adapter.loadSession())?.user.name).toBe('Augusta Ada King');
      await adapter.updateUser?.({ firstName: 'Ada', lastName: 'Lovelace' });
      expect((await adapter.loadSession())?.user.name).toBe('Ada Lovelace');
      await adapter.signOut?.();
      expect(await adapter.loadSession()).toBeNull();
    });

    it.runIf(supportsAdditionalFields)(
      'additional fields are stored at sign-up, change one at a time, and are cleared by an empty text',
      async () => {
        await begin('signUp');
        const { adapter } = fixture;
        const additional = async () => (await adapter.loadUser?.())?.additional ?? {};
        await adapter.signUp?.({
          ...newUser,
          additional: { phoneNumber: '+43 1 0', birthday: '1815-12-10' },
        });
        await adapter.loadSession();
        expect(await additional()).toMatchObject({ phoneNumber: '+43 1 0', birthday: '1815-12-10' });
        await adapter.updateUser?.({ additional: { phoneNumber: '+43 1 1' } });
        expect(await additional()).toMatchObject({ phoneNumber: '+43 1 1', birthday: '1815-12-10' });
        await adapter.updateUser?.({ additional: { birthday: '' } });
        expect(await additional()).toMatchObject({ phoneNumber: '+43 1 1' });
        expect((await additional())['birthday'] ?? '').toBe('');
      },
    );

    describe('maintenance', () => {
      it.each(mutations)('%s rejects with the API’s notice', async (operation) => {
        const begun = await begin(operation);
        fixture.setMode('maintenance');
        const error = await rejectionOf(begun.call());
        expect(error).toBeInstanceOf(SystemUnderMaintenanceError);
        expect(error).toMatchObject({
          blocked: false,
          shortMessage: 'System under maintenance',
          retryAfterMs: 30_000,
          cause: expect.any(Response) as unknown,
        });
        expect(await fixture.adapter.loadSession()).toEqual(begun.before);
        await expectRecovery(begun);
      });

      it.each(reads)('%s continues during maintenance', async (operation) => {
        const { call, result } = await begin(operation);
        fixture.setMode('maintenance');
        expect(await call()).toEqual(result);
      });

      it.each(checks)('%s finds the maintenance', async (operation) => {
        const { call } = await begin(operation);
        fixture.setMode('maintenance');
        expect(await call()).toBe('maintenance');
      });
    });

    describe('while every request is rejected', () => {
      it.each([...mutations, ...reads])(
        '%s rejects with the API’s notice, for any kind',
        async (operation) => {
          const begun = await begin(operation);
          fixture.setMode('unavailable');
          const error = await rejectionOf(begun.call());
          expect(error).toBeInstanceOf(SystemUnderMaintenanceError);
          const heard = { retryAfterMs: 30_000, cause: expect.any(Response) as unknown };
          expect(error).toMatchObject(unseen.includes(operation) ? {} : heard);
          await expectRecovery(begun);
        },
      );

      it.each(checks)('%s finds that every request is rejected', async (operation) => {
        const { call } = await begin(operation);
        fixture.setMode('unavailable');
        expect(await call()).toBe('unavailable');
      });
    });

    it.each(networkFaults?.length === 0 ? [] : checks)(
      '%s stops when its signal aborts',
      async (operation) => {
        await begin(operation);
        await expect(fixture.adapter.checkService?.({ signal: AbortSignal.abort() })).rejects.toThrow(
          'abort',
        );
      },
    );

    describe.each(allNetworkFaults.filter(([network]) => networkFaults?.includes(network) ?? true))(
      '%s',
      (network, marks) => {
        it.each([...mutations, ...reads])(
          '%s rejects with neither a maintenance nor an AuthError',
          async (operation) => {
            const begun = await begin(operation);
            server.network = network;
            const error = await rejectionOf(begun.call());
            expect(error).toBeInstanceOf(Error);
            expect(error).not.toBeInstanceOf(SystemUnderMaintenanceError);
            expect(error).not.toBeInstanceOf(AuthError);
            expect(error).toMatchObject(marks);
            await expectRecovery(begun);
          },
        );

        it.each(checks)('%s is unanswered', async (operation) => {
          const { call } = await begin(operation);
          server.network = network;
          const answer = await Promise.resolve(call()).catch(() => undefined);
          expect(answer).toBeUndefined();
        });
      },
    );

    it.each(local)('%s resolves without a connection, since it sends no request', async (operation) => {
      const { call, result } = await begin(operation);
      server.network = 'dropped';
      expect(await call()).toEqual(result);
    });

    it.each(sessionQuestions)('%s resolves to null if the session was ended elsewhere', async (operation) => {
      const { call } = await begin(operation);
      fixture.endSessions();
      expect(await call()).toBeNull();
    });

    describe('rejected requests', () => {
      it('a wrong password is invalid_credentials', async () => {
        await begin('signInWithPassword');
        const error = await rejectionOf(
          fixture.adapter.signInWithPassword?.({ ...credentials, password: 'wrong horse' }),
        );
        expect(error).toBeInstanceOf(AuthError);
        expect(error).toMatchObject({ code: 'invalid_credentials' });
      });

      it('an unknown address is invalid_credentials', async () => {
        await begin('signInWithPassword');
        const error = await rejectionOf(
          fixture.adapter.signInWithPassword?.({ ...credentials, identifier: 'unknown@example.com' }),
        );
        expect(error).toMatchObject({ name: 'AuthError', code: 'invalid_credentials' });
      });

      it.each([
        ['a taken address', account, 'identifier_taken', 'email'],
        [
          'a short password',
          { ...account, email: 'x@example.com', password: 'short' },
          'password_too_weak',
          'password',
        ],
      ])('%s', async (_, details, code, field) => {
        await begin('signUp');
        const error = await rejectionOf(fixture.adapter.signUp?.(details));
        expect(error).toBeInstanceOf(AuthError);
        expect(error).toMatchObject({ code, field, backendCode: expect.any(String) as unknown });
        expect(await fixture.adapter.loadSession()).toBeNull();
      });

      // Not every backend names the field.
      it('a malformed address is invalid_input', async () => {
        await begin('signUp');
        const error = await rejectionOf(fixture.adapter.signUp?.({ ...account, email: 'nowhere' }));
        expect(error).toMatchObject({ name: 'AuthError', code: 'invalid_input' });
      });

      it.each(supported.includes('changePassword') ? wrongChanges : [])(
        '%s',
        async (_, change, code, field) => {
          await begin('changePassword');
          const error = await rejectionOf(fixture.adapter.changePassword?.(change));
          expect(error).toMatchObject({ name: 'AuthError', code, field });
          expect(await fixture.adapter.loadSession()).not.toBeNull();
        },
      );
    });
  });
}
