import { createMaintenanceMonitor, watchFetch, type MaintenanceMonitor } from 'maintenance-kit';
import { interleave, type Series } from './interleave.ts';
import { maintenanceOf } from './maintenance.ts';

/** The number of requests in each measurement. */
const REQUESTS = 100;

type Client = (url: string) => Promise<unknown>;

/**
 * Measures a request that succeeds with several clients, in milliseconds for each request. The network is a function that
 * returns a response at once, so that only the clients are measured. Every client returns the parsed body.
 */
export async function measureRequests(rounds: number): Promise<Series> {
  const sharedAnswer = createAnswer();
  let nextAnswer = (): Response => sharedAnswer;
  globalThis.fetch = () => Promise.resolve(nextAnswer());
  // Loaded now: a client may keep the `fetch` that it finds.
  const [{ ofetch }, { default: ky }, { default: axios }] = await Promise.all([
    import('ofetch'),
    import('ky'),
    import('axios'),
  ]);
  const bare: Client = async (url) => {
    const response = await fetch(url);
    return (await response.json()) as unknown;
  };

  /** Real responses cost more than all that is measured, but reading one is what ofetch does for its caller. */
  async function timeReal(send: Client): Promise<number> {
    const answers = Array.from({ length: REQUESTS }, createRealAnswer);
    nextAnswer = () => answers.pop() ?? sharedAnswer;
    try {
      return await time(send);
    } finally {
      nextAnswer = () => sharedAnswer;
    }
  }

  const apis = ['http://127.0.0.1'];
  return interleave(
    {
      bare: () => time(bare),
      kit: watched(createMaintenanceMonitor({ apis }), bare),
      'kit, in maintenance': watched(
        createMaintenanceMonitor({ apis, initialState: maintenanceOf(apis) }),
        bare,
      ),
      ofetch: () => time(ofetch),
      ky: () => time((url) => ky(url).json()),
      'bare, real responses, unread': () => timeReal(fetch),
      'ofetch, real responses': () => timeReal(ofetch),
      axios: () => time(async (url) => (await axios.get<unknown>(url, { adapter: 'fetch' })).data),
    },
    { rounds, warmUp: 50 },
  );
}

async function time(send: Client): Promise<number> {
  const started = performance.now();
  for (let at = 0; at < REQUESTS; at += 1) await send(`http://127.0.0.1/api/notes/${at}?page=2`);
  return (performance.now() - started) / REQUESTS;
}

function watched(monitor: MaintenanceMonitor, send: Client): () => Promise<number> {
  return async () => {
    const stop = watchFetch(monitor);
    try {
      return await time(send);
    } finally {
      stop();
    }
  };
}

const body = JSON.stringify({ id: 1, name: 'Ada Lovelace', notes: ['one', 'two'] });

function createRealAnswer(): Response {
  return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
}

/** Returns one response for every request, since the making of a response costs more than all that is measured. */
function createAnswer(): Response {
  const answer = createRealAnswer();
  return Object.assign(answer, {
    json: () => Promise.resolve(JSON.parse(body) as unknown),
    text: () => Promise.resolve(body),
    clone: () => answer,
  });
}
