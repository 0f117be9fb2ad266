import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createMaintenanceMonitor,
  guardMutation,
  SystemUnderMaintenanceError,
  watchFetch,
} from '../../src/index.ts';
import { answerFetch, maintenanceAnswer } from '../support/answers.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanup) => cleanup()));

function setUp({ random = 0.5, isWatching = true } = {}) {
  const platform = createFakePlatform({ href: 'https://app.example/', random });
  const monitor = createMaintenanceMonitor({ platform });
  return {
    platform,
    monitor,
    network: (answer: Parameters<typeof answerFetch>[0]): void => {
      cleanups.push(answerFetch(answer));
      if (isWatching) cleanups.unshift(watchFetch(monitor));
    },
  };
}

const send = (url = '/api/notes'): Promise<Response> => fetch(url, { method: 'POST' });

async function bodyOf(response: Response): Promise<{ code?: string }> {
  return (await response.json()) as { code?: string };
}

/** The ways in which clients handle a response. */
const clients = {
  'throws the body and the status': async (response: Response) => {
    if (!response.ok)
      throw Object.assign(new Error('no'), { status: response.status, body: await bodyOf(response) });
    return 'saved';
  },
  'throws the Response': async (response: Response) => {
    // oxlint-disable-next-line typescript/only-throw-error -- as clients do
    if (!response.ok) throw response;
    return 'saved';
  },
  'throws an error that says only the status in words': async (response: Response) => {
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return 'saved';
  },
  'does not look at the response': async (response: Response) => response,
  'returns the body unchecked': async (response: Response) => bodyOf(response),
  'returns {data, error}': async (response: Response) =>
    response.ok
      ? { data: 'saved', error: null }
      : { data: null, error: { ...(await bodyOf(response)), status: response.status } },
  'returns {error, response}': async (response: Response) =>
    response.ok ? { data: 'saved', response } : { error: await bodyOf(response), response },
  'always returns undefined': async (response: Response) => {
    await response.text();
  },
} satisfies Record<string, (response: Response) => Promise<unknown>>;

type Client = (response: Response) => Promise<unknown>;

describe('a guarded mutation that the API rejects', () => {
  it.each<[string, Client]>(Object.entries(clients))('rejects for a client that %s', async (_name, read) => {
    const { monitor, network } = setUp();
    network(() => maintenanceAnswer({ 'retry-after': '2' }));
    const result = guardMutation(monitor, async () => read(await send()));
    await expect(result).rejects.toMatchObject({
      name: 'SystemUnderMaintenance',
      blocked: false,
      retryAfterMs: 2000,
    });
  });

  it.each<[string, Client]>(Object.entries(clients))(
    'the rejection counts once, with its Retry-After, for a client that %s',
    async (_name, read) => {
      const stateAfter = async (mutate: typeof guardMutation): Promise<unknown> => {
        const { platform, monitor, network } = setUp();
        network(() => maintenanceAnswer({ 'retry-after': '2' }));
        await mutate(monitor, async () => read(await send())).catch(() => {});
        await platform.advance(0);
        cleanups.splice(0).forEach((cleanup) => cleanup());
        return monitor.getSnapshot();
      };
      const state = await stateAfter(guardMutation);
      expect(state).toMatchObject({ status: 'maintenance', attempt: 1, notice: { retryAfterMs: 2000 } });
      expect(state).toEqual(await stateAfter((_monitor, run) => run()));
    },
  );

  it.each<[string, () => Promise<unknown>]>([
    ['an unread Response', async () => maintenanceAnswer()],
    ['{data, error}', async () => ({ data: null, error: { status: 503, code: 'maintenance_mode' } })],
    [
      'the errors of a GraphQL server',
      async () => ({ data: null, errors: [{ message: 'no', extensions: { code: 'maintenance_mode' } }] }),
    ],
  ])('rejects without an observer when the client returns %s', async (_name, run) => {
    const { monitor } = setUp({ isWatching: false });
    await expect(guardMutation(monitor, run)).rejects.toBeInstanceOf(SystemUnderMaintenanceError);
    expect(monitor.getSnapshot().status).toBe('maintenance');
  });

  it('rejects with the client’s own error if the API’s last answer was another failure', async () => {
    const { monitor, network } = setUp();
    network(({ url }) => (url.endsWith('/log') ? maintenanceAnswer() : new Response(null, { status: 409 })));
    const taken = new Error('taken');
    const result = guardMutation(monitor, async () => {
      await send('/api/log');
      await send('/api/notes');
      throw taken;
    });
    await expect(result).rejects.toBe(taken);
  });

  it('rejects with the network error if the last request failed', async () => {
    const { monitor, network } = setUp();
    network(({ url }) => {
      if (url.endsWith('/log')) return maintenanceAnswer();
      throw new TypeError('Failed to fetch');
    });
    const result = guardMutation(monitor, async () => {
      await send('/api/log');
      await send('/api/notes');
    });
    await expect(result).rejects.toThrow(TypeError);
  });
});

describe('a guarded mutation that the API processes', () => {
  it('resolves to the client’s result, even to an object named error', async () => {
    const { monitor, network } = setUp();
    const job = { id: 1, error: { code: 'disk_full' } };
    network(() => new Response('{}'));
    const run = (): Promise<typeof job> => send().then(() => job);
    expect(await guardMutation(monitor, run)).toBe(job);
  });

  it('ignores an observed success as proof for an unnamed API', async () => {
    const { platform, monitor, network } = setUp();
    await monitor.report(new SystemUnderMaintenanceError());
    monitor.subscribe(() => {});
    await platform.advance(120_000);
    expect(monitor.getSnapshot().status).toBe('recovering');
    network(() => new Response('{}'));
    await guardMutation(monitor, () => send('https://metrics.example/events'));
    expect(monitor.getSnapshot().status).toBe('recovering');
  });

  it("keeps the result of a third party's mutation", async () => {
    const { monitor, network } = setUp();
    network(() => maintenanceAnswer());
    const response = await guardMutation(monitor, () => send('https://payments.example/charges'));
    expect(response).toMatchObject({ status: 503 });
    expect(monitor.getSnapshot().status).toBe('operational');
  });
});

interface Change {
  readonly client: keyof typeof clients;
  readonly server: 'processed' | 'rejected' | 'failed';
  /** Whether the client sends before it first awaits. */
  readonly sendsImmediately: boolean;
  readonly startMs: number;
  readonly answerMs: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  client: fc.constantFrom(...(Object.keys(clients) as (keyof typeof clients)[])),
  server: fc.constantFrom('processed', 'rejected', 'failed'),
  sendsImmediately: fc.boolean(),
  startMs: fc.nat(20),
  answerMs: fc.integer({ min: 1, max: 60 }),
});

const changes = fc.array(change, { minLength: 1, maxLength: 5 });
const concurrent = fc.oneof(
  changes,
  changes.map((all) =>
    all.map(({ client, server, startMs, answerMs }) => ({
      client,
      server,
      startMs,
      answerMs,
      sendsImmediately: true,
    })),
  ),
);

/** Clients whose result contains the outcome. The observed requests decide for the others. */
const givesReason: ReadonlySet<keyof typeof clients> = new Set([
  'throws the body and the status',
  'throws the Response',
  'returns {data, error}',
  'returns {error, response}',
]);

/** Runs the changes concurrently and returns the outcome of each. */
async function runTogether(together: readonly Change[]) {
  const { platform, monitor, network } = setUp();
  const afterMs = (delayMs: number) =>
    new Promise<void>((resolve) => void platform.setTimer(resolve, delayMs));
  network(async ({ url }) => {
    const { server, answerMs } = together[Number(new URL(url).searchParams.get('at'))] ?? {};
    await afterMs(answerMs ?? 0);
    if (server === 'rejected') return maintenanceAnswer();
    return Response.json({ id: 1 }, { status: server === 'failed' ? 409 : 200 });
  });
  const results = Promise.all(
    together.map(async ({ client, sendsImmediately, startMs }, at) => {
      await afterMs(startMs);
      const [settled] = await Promise.allSettled([
        guardMutation(monitor, async () => {
          if (!sendsImmediately) await Promise.resolve();
          return await clients[client](await send(`/api/notes?at=${at}`));
        }),
      ]);
      return settled;
    }),
  );
  await platform.advance(100);
  return { results: await results, state: monitor.getSnapshot() };
}

/** Returns the possible outcomes of a change for the server's answer. A change that was not sent ends as `blocked`. */
function expectedEnds({ client, server }: Change, areAllSentImmediately: boolean): readonly string[] {
  if (server === 'processed') return ['succeeded', 'blocked'];
  // For a client without an outcome, the observed requests decide if they can't be matched.
  if (!areAllSentImmediately && !givesReason.has(client))
    return ['succeeded', 'failed', 'rejected', 'blocked'];
  return server === 'rejected' ? ['rejected', 'blocked'] : ['succeeded', 'failed', 'blocked'];
}

function endOf(result: PromiseSettledResult<unknown>): string {
  if (result.status === 'fulfilled') return 'succeeded';
  const error: unknown = result.reason;
  if (!(error instanceof SystemUnderMaintenanceError)) return 'failed';
  return error.blocked ? 'blocked' : 'rejected';
}

describe('guarded mutations that run at the same time', () => {
  it('concurrent mutations end as the server answered each of them, if their requests can be matched', async () => {
    await fc.assert(
      fc.asyncProperty(concurrent, async (together) => {
        const areAllSentImmediately = together.every(({ sendsImmediately }) => sendsImmediately);
        const { results, state } = await runTogether(together);
        cleanups.splice(0).forEach((cleanup) => cleanup());
        const unexpected = results
          .map((result, at) => ({ end: endOf(result), change: together[at] }))
          .filter(
            (each) => each.change && !expectedEnds(each.change, areAllSentImmediately).includes(each.end),
          );
        expect(unexpected).toEqual([]);
        expect('apis' in state ? state.apis : []).not.toContain('');
      }),
      { numRuns: 60 },
    );
  });
});
