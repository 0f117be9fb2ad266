import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  authOperations,
  type AuthAdapter,
  type AuthOperation,
  type AuthSession,
} from '../../src/auth/AuthAdapter.ts';
import { AuthError } from '../../src/auth/AuthError.ts';
import { SystemUnderMaintenanceError } from '../../src/protocol/SystemUnderMaintenanceError.ts';
import type { Loopback, Weather } from './loopback.ts';

/** An adapter with a real backend behind it. */
export interface AdapterWorld {
  readonly adapter: AuthAdapter;
  readonly server: Loopback;
  /** With a `Retry-After` of 30 seconds. */
  setMode(mode: 'operational' | 'maintenance' | 'unavailable'): void;
  /** Ends every session without the browser's doing. */
  endSessions(): void;
}

export const account = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'correct horse' };
const credentials = { identifier: account.email, password: account.password };

interface Row {
  /** Whether somebody is signed in when it is called. */
  readonly from: 'signed-in' | 'signed-out';
  readonly call: (adapter: AuthAdapter) => Promise<unknown> | undefined;
  /** What it resolves to in a service that works. */
  readonly result: unknown;
}

const session: unknown = expect.objectContaining({
  id: expect.any(String) as unknown,
  user: expect.objectContaining({ email: account.email }) as unknown,
});
let newcomers = 0;

/** One row for each operation that an adapter offers. */
const rows: Readonly<Partial<Record<AuthOperation, Row>>> = {
  loadSession: { from: 'signed-in', call: (adapter) => adapter.loadSession(), result: session },
  refreshSession: { from: 'signed-in', call: (adapter) => adapter.refreshSession?.(), result: session },
  signInWithPassword: {
    from: 'signed-out',
    call: (adapter) => adapter.signInWithPassword?.(credentials),
    result: { status: 'complete' },
  },
  signUp: {
    from: 'signed-out',
    call: (adapter) => {
      newcomers += 1;
      return adapter.signUp?.({ ...account, email: `newcomer${newcomers}@example.com` });
    },
    result: { status: 'complete' },
  },
  signOut: { from: 'signed-in', call: (adapter) => adapter.signOut?.(), result: undefined },
  updateUser: {
    from: 'signed-in',
    call: (adapter) => adapter.updateUser?.({ name: account.name }),
    result: undefined,
  },
  checkService: { from: 'signed-in', call: (adapter) => adapter.checkService?.(), result: 'operational' },
};

function rowOf(operation: AuthOperation): Row {
  const row = rows[operation];
  if (!row) throw new Error(`${operation} has no row.`);
  return row;
}

/** Foul weather: nothing of the API's comes through, and nothing that comes through is the API's. */
const foulWeather: readonly (readonly [weather: Weather, marks: object])[] = [
  ['dropped', {}],
  ['proxy-503', { status: 503 }],
  ['proxy-401', { status: 401 }],
  ['portal', { status: 200 }],
  ['empty', { status: 200 }],
  ['foreign-json', { status: 200 }],
];

async function rejectionOf(promise: Promise<unknown> | undefined): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not reject.');
}

/**
 * What every adapter keeps to, whatever its backend: a maintenance is told as such, a refusal as a refusal, and
 * what is neither signs nobody out. `offers` are the operations that the adapter has.
 */
export function describeAdapterContract(
  name: string,
  offers: readonly AuthOperation[],
  createWorld: () => Promise<AdapterWorld>,
): void {
  const mutations = offers.filter((operation) => authOperations[operation] === 'mutation');
  const others = offers.filter((operation) => authOperations[operation] !== 'mutation');
  const sessionQuestions = others.filter((operation) => operation !== 'checkService');
  const checks = others.filter((operation) => operation === 'checkService');

  describe(`the contract: ${name}`, () => {
    let world: AdapterWorld;
    beforeAll(async () => {
      world = await createWorld();
    });
    afterAll(() => world.server.close());

    function call(operation: AuthOperation): Promise<unknown> | undefined {
      return rowOf(operation).call(world.adapter);
    }

    /** A service that works, and somebody or nobody signed in, as the operation needs it. */
    async function begin(operation: AuthOperation): Promise<AuthSession | null> {
      const { adapter, server } = world;
      server.weather = 'clear';
      world.setMode('operational');
      if (await adapter.loadSession()) await adapter.signOut?.();
      if (rowOf(operation).from === 'signed-in') await adapter.signInWithPassword?.(credentials);
      return adapter.loadSession();
    }

    /** The service works again: whoever was signed in still is, and what failed succeeds. */
    async function expectRecovery(operation: AuthOperation, before: AuthSession | null): Promise<void> {
      world.server.weather = 'clear';
      world.setMode('operational');
      expect(await world.adapter.loadSession()).toEqual(before);
      expect(await call(operation)).toEqual(rowOf(operation).result);
    }

    it('offers what it is said to offer', () => {
      const operations = Object.keys(authOperations) as AuthOperation[];
      expect(operations.filter((operation) => world.adapter[operation])).toEqual(offers);
    });

    it.each(offers)('%s works in a service that works', async (operation) => {
      await begin(operation);
      expect(await call(operation)).toEqual(rowOf(operation).result);
    });

    it('a session begins with a sign-in, bears the new name, and ends with a sign-out', async () => {
      const { adapter } = world;
      expect(await begin('signInWithPassword')).toBeNull();
      await adapter.signInWithPassword?.(credentials);
      expect((await adapter.loadSession())?.user.name).toBe('Ada Lovelace');
      await adapter.updateUser?.({ name: 'Augusta Ada King' });
      expect((await adapter.loadSession())?.user.name).toBe('Augusta Ada King');
      await adapter.updateUser?.({ name: account.name });
      await adapter.signOut?.();
      expect(await adapter.loadSession()).toBeNull();
    });

    describe('maintenance', () => {
      it.each(mutations)('%s rejects with what the API said', async (operation) => {
        const before = await begin(operation);
        world.setMode('maintenance');
        const error = await rejectionOf(call(operation));
        expect(error).toBeInstanceOf(SystemUnderMaintenanceError);
        expect(error).toMatchObject({
          blocked: false,
          shortMessage: 'System under maintenance',
          retryAfterMs: 30_000,
          cause: expect.any(Response) as unknown,
        });
        expect(await world.adapter.loadSession()).toEqual(before);
        await expectRecovery(operation, before);
      });

      it.each(sessionQuestions)('%s goes on', async (operation) => {
        await begin(operation);
        world.setMode('maintenance');
        expect(await call(operation)).toEqual(session);
      });

      it.each(checks)('%s finds it', async (operation) => {
        world.setMode('maintenance');
        expect(await call(operation)).toBe('maintenance');
      });
    });

    describe('everything rejected', () => {
      it.each([...mutations, ...sessionQuestions])('%s rejects with what the API said', async (operation) => {
        const before = await begin(operation);
        world.setMode('unavailable');
        const error = await rejectionOf(call(operation));
        expect(error).toBeInstanceOf(SystemUnderMaintenanceError);
        expect(error).toMatchObject({ retryAfterMs: 30_000, cause: expect.any(Response) as unknown });
        await expectRecovery(operation, before);
      });

      it.each(checks)('%s finds it', async (operation) => {
        world.setMode('unavailable');
        expect(await call(operation)).toBe('unavailable');
      });
    });

    describe.each(foulWeather)('%s', (weather, marks) => {
      it.each([...mutations, ...sessionQuestions])(
        '%s fails, which is neither a maintenance nor a refusal',
        async (operation) => {
          const before = await begin(operation);
          world.server.weather = weather;
          const error = await rejectionOf(call(operation));
          expect(error).toBeInstanceOf(Error);
          expect(error).not.toBeInstanceOf(SystemUnderMaintenanceError);
          expect(error).not.toBeInstanceOf(AuthError);
          expect(error).toMatchObject(marks);
          await expectRecovery(operation, before);
        },
      );

      it.each(checks)('%s has no answer', async (operation) => {
        world.server.weather = weather;
        const answer = await Promise.resolve(call(operation)).catch(() => undefined);
        expect(answer).toBeUndefined();
      });
    });

    it.each(sessionQuestions)('%s is null once the session was ended elsewhere', async (operation) => {
      await begin(operation);
      world.endSessions();
      expect(await call(operation)).toBeNull();
    });

    describe('refusals', () => {
      it('a wrong password', async () => {
        await begin('signInWithPassword');
        const error = await rejectionOf(
          world.adapter.signInWithPassword?.({ ...credentials, password: 'wrong horse' }),
        );
        expect(error).toBeInstanceOf(AuthError);
        expect(error).toMatchObject({ code: 'invalid_credentials' });
      });

      it('an unknown address', async () => {
        await begin('signInWithPassword');
        const error = await rejectionOf(
          world.adapter.signInWithPassword?.({ ...credentials, identifier: 'nobody@example.com' }),
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
        const error = await rejectionOf(world.adapter.signUp?.(details));
        expect(error).toBeInstanceOf(AuthError);
        expect(error).toMatchObject({ code, field, backendCode: expect.any(String) as unknown });
        expect(await world.adapter.loadSession()).toBeNull();
      });

      // Not every backend says which field it is about.
      it('a malformed address', async () => {
        await begin('signUp');
        const error = await rejectionOf(world.adapter.signUp?.({ ...account, email: 'nowhere' }));
        expect(error).toMatchObject({ name: 'AuthError', code: 'invalid_input' });
      });
    });
  });
}
