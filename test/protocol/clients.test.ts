// @vitest-environment node
import { createServer, type Server } from 'node:http';
import { AuthClient } from '@supabase/auth-js';
import { betterFetch } from '@better-fetch/fetch';
import axios, { isAxiosError } from 'axios';
import ky, { HTTPError } from 'ky';
import { ofetch } from 'ofetch';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import {
  isMaintenanceError,
  parseMaintenanceNotice,
  readMaintenanceNotice,
} from '../../src/protocol/index.ts';
import { expectedNotice, maintenanceBodies } from './bodies.ts';

type BodyName = keyof typeof maintenanceBodies;

const { flat } = maintenanceBodies;
const bodyNames = ['flat', 'envelope', 'problemCode', 'problemType', 'wrapped'] satisfies BodyName[];

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body: string;
}

const json = (status: number, body: unknown): Answer => ({ status, body: JSON.stringify(body) });

const otherAnswers: Record<string, Answer> = {
  'plain-503': { status: 503, type: 'text/html', body: '<h1>503</h1><p>maintenance_mode</p>' },
  'empty-503': { status: 503, type: 'text/plain', body: '' },
  'other-code-503': json(503, { ...flat, code: 'overloaded' }),
  'code-in-500': json(500, flat),
  'code-in-429': json(429, flat),
  'code-in-403': json(403, maintenanceBodies.envelope),
  'code-in-200': json(200, flat),
  'error-in-200': json(200, { errors: [{ code: 'maintenance_mode' }], error: flat, data: flat }),
};

const answers = new Map<string, Answer>([
  ...Object.entries(otherAnswers),
  ...Object.entries(maintenanceBodies).map(([name, body]): [string, Answer] => [name, json(503, body)]),
  ['graphQL-200', json(200, maintenanceBodies.graphQL)],
]);

let server: Server;
let baseUrl: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    // Clients append their own parts to the URL after the name of the answer.
    const answer = answers.get(request.url?.split(/[/?]/)[1] ?? '');
    request.resume();
    response.writeHead(answer?.status ?? 404, {
      'content-type': answer?.type ?? 'application/json',
      'retry-after': '30',
    });
    response.end(answer?.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address === 'object' && address) baseUrl = `http://127.0.0.1:${address.port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

const outcomeOf = (request: Promise<unknown>): Promise<unknown> => request.catch((error: unknown) => error);

interface OpenApiPaths {
  readonly '/{answer}': {
    readonly post: {
      readonly parameters: { readonly path: { readonly answer: string } };
      readonly responses: { readonly 200: { readonly content: { readonly 'application/json': unknown } } };
    };
  };
}

/** The error or result of each client, for any answer of the server. */
const clients: Record<string, (answer: string) => Promise<unknown>> = {
  axios: (answer) => outcomeOf(axios.post(`${baseUrl}/${answer}`, { name: 'Ada' })),
  'axios with text': (answer) =>
    outcomeOf(axios.post(`${baseUrl}/${answer}`, { name: 'Ada' }, { responseType: 'text' })),
  'axios with fetch': (answer) =>
    outcomeOf(axios.post(`${baseUrl}/${answer}`, { name: 'Ada' }, { adapter: 'fetch' })),
  'axios that never throws': (answer) =>
    axios.post(`${baseUrl}/${answer}`, { name: 'Ada' }, { validateStatus: null }),
  ofetch: (answer) => outcomeOf(ofetch(`${baseUrl}/${answer}`, { method: 'POST', body: { name: 'Ada' } })),
  'better-fetch': (answer) => betterFetch(`${baseUrl}/${answer}`, { method: 'POST', body: { name: 'Ada' } }),
  'better-fetch that throws': (answer) =>
    outcomeOf(betterFetch(`${baseUrl}/${answer}`, { method: 'POST', body: { name: 'Ada' }, throw: true })),
  'openapi-fetch': (answer) =>
    createClient<OpenApiPaths>({ baseUrl }).POST('/{answer}', { params: { path: { answer } } }),
};

/** Clients that return the bare body of a success, whose origin is unknown. */
const bareOnSuccess = new Set(['ofetch', 'better-fetch that throws']);

/** Clients whose errors lack Retry-After. */
const withoutHeaders = new Set(['better-fetch', 'better-fetch that throws']);

describe.each(Object.entries(clients))('%s', (name, send) => {
  it.each(bodyNames)('the error for the body %s is a maintenance', async (body) => {
    const outcome = await send(body);
    const retryAfterMs = withoutHeaders.has(name) ? {} : { retryAfterMs: 30_000 };
    expect(parseMaintenanceNotice(outcome)).toEqual({ ...expectedNotice, ...retryAfterMs });
  });

  const others = Object.keys(otherAnswers).filter(
    (answer) => !(bareOnSuccess.has(name) && answer.endsWith('200')),
  );

  it.each(others)('the error for %s is not a maintenance', async (answer) => {
    const outcome = await send(answer);
    expect(outcome).toBeDefined();
    expect(isMaintenanceError(outcome)).toBe(false);
  });
});

/** Clients whose error has no details, but whose `Response` can still be read. */
const responses: Record<string, (answer: string) => Promise<Response>> = {
  fetch: (answer) => fetch(`${baseUrl}/${answer}`, { method: 'POST' }),
  async ky(answer) {
    const outcome = await outcomeOf(ky.post(`${baseUrl}/${answer}`, { json: { name: 'Ada' } }));
    expect(isMaintenanceError(outcome)).toBe(false);
    if (outcome instanceof HTTPError) return outcome.response;
    if (outcome instanceof Response) return outcome;
    throw outcome;
  },
  async 'supabase auth'(answer) {
    let seen: Response | undefined;
    const client = new AuthClient({
      url: `${baseUrl}/${answer}`,
      autoRefreshToken: false,
      persistSession: false,
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        seen = response.clone();
        return response;
      },
    });
    await client.signInWithPassword({ email: 'ada@example.com', password: 'correct horse' });
    if (!seen) throw new Error('The client has sent nothing');
    return seen;
  },
};

describe.each(Object.entries(responses))('the Response of %s', (_name, send) => {
  it.each(bodyNames)('the response with the body %s is a maintenance', async (body) => {
    const response = await send(body);
    expect(await readMaintenanceNotice(response)).toEqual({ ...expectedNotice, retryAfterMs: 30_000 });
    expect(await response.json()).toEqual(maintenanceBodies[body]);
  });

  it.each(Object.keys(otherAnswers))('the response for %s is not a maintenance', async (answer) => {
    expect(await readMaintenanceNotice(await send(answer))).toBeUndefined();
  });
});

describe('GraphQL', () => {
  it.each(['axios', 'axios with text', 'axios with fetch'])(
    '%s recognizes a GraphQL maintenance with status 200',
    async (client) => {
      const outcome = await clients[client]?.('graphQL-200');
      expect(parseMaintenanceNotice(outcome)).toEqual({ ...expectedNotice, retryAfterMs: 30_000 });
    },
  );
});

test('the code of an axios error is not the API’s code', async () => {
  const outcome = await clients['axios']?.('flat');
  expect(isAxiosError(outcome) && outcome.code).toBe('ERR_BAD_RESPONSE');
});
