import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { buildSchema, graphql } from 'graphql';
import { graphqlRules } from '../../../src/integrations/graphql.ts';
import { createMaintenanceGate, type GateRequest } from '../../../src/gate/index.ts';
import { classifyRequest, type RequestRule } from '../../../src/protocol/index.ts';
import type { Mode, SentRequest } from './service.ts';
import { router } from './trpcRouter.ts';

const rules: readonly RequestRule[] = [
  ...['/api/graphql', '/api/graphql-200'].flatMap((path) => graphqlRules({ path })),
  {
    kind: 'session',
    method: 'POST',
    path: '/api/auth/v1/token',
    when: ({ url }) => String(url).includes('grant_type=refresh_token'),
  },
];

const notes = [{ id: 1, text: 'First' }];
const saved = { id: 2, text: 'Second' };

const schema = buildSchema(`
  type Note { id: Int! text: String! }
  type Query { notes: [Note!]! }
  type Mutation { addNote(text: String!): Note! }
`);

/** Headers that differ between two equal calls, or that no client sets. */
const ignoredHeaders =
  /^(host|connection|user-agent|accept-(encoding|language)|sec-.*|origin|referer|content-length|traceparent)$/;

export interface Api {
  readonly fetch: (request: Request) => Promise<Response>;
  /** `retryAfter` is the `Retry-After` of a maintenance, in seconds. */
  readonly setMode: (mode: Mode, retryAfter: number) => void;
  readonly takeRequests: () => readonly SentRequest[];
}

/** Creates an API of notes behind a gate, in the styles that the clients use: REST, GraphQL, tRPC and PostgREST. */
export function createApi(): Api {
  let mode: Mode = 'operational';
  let retryAfter = 7;
  let requests: SentRequest[] = [];

  const options = { rules, retryAfter: () => retryAfter, checkPath: '/api/maintenance' };
  const gate = createMaintenanceGate({ ...options, isActive: () => mode === 'maintenance' });
  const closed = createMaintenanceGate({
    ...options,
    isActive: () => mode === 'unavailable',
    instance: 'development',
  });

  async function answer(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const body = await request.clone().text();
    const headers = Object.fromEntries([...request.headers].filter(([name]) => !ignoredHeaders.test(name)));
    requests.push({ method: request.method, path: pathname + search, headers, body });

    const { method, url } = request;
    const gateRequest: GateRequest = { method, url, headers: request.headers, body };
    const kind = classifyRequest(gateRequest, rules);
    if (kind === 'mutation' && mode === 'overloaded') {
      return Response.json({ error: 'overloaded' }, { status: 503, headers: { 'retry-after': '0' } });
    }
    if (kind === 'mutation' && mode === 'maintenance' && pathname === '/api/graphql-200') return codeIn200();
    return (await gate.reject(gateRequest)) ?? (await closed.reject(gateRequest)) ?? (await serve(request));
  }

  return {
    async fetch(request) {
      return readable(request, request.method === 'OPTIONS' ? new Response(null) : await answer(request));
    },
    setMode(next, seconds) {
      mode = next;
      retryAfter = seconds;
      requests = [];
    },
    takeRequests() {
      const taken = requests;
      requests = [];
      return taken;
    },
  };
}

async function serve(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/api/graphql')) return answerGraphql(request);
  if (pathname.startsWith('/api/trpc')) {
    return fetchRequestHandler({ endpoint: '/api/trpc', req: request, router });
  }
  // Like Supabase Auth.
  if (pathname === '/api/auth/v1/token') {
    return Response.json({
      access_token: 'an-access-token',
      refresh_token: 'a-refresh-token',
      token_type: 'bearer',
      expires_in: 3600,
      user: { id: 'ada' },
    });
  }
  // Like PostgREST, which answers with the rows that it has inserted.
  if (pathname.startsWith('/api/rest/v1/')) {
    return request.method === 'GET' ? Response.json(notes) : Response.json([saved], { status: 201 });
  }
  if (!pathname.startsWith('/api/notes')) return new Response(null, { status: 404 });
  if (request.method === 'GET') return Response.json(notes);
  return Response.json(saved, { status: request.method === 'POST' ? 201 : 200 });
}

async function answerGraphql(request: Request): Promise<Response> {
  const { query, variables, operationName } = (
    request.method === 'GET' ? parametersOf(request) : await request.json()
  ) as {
    readonly query: string;
    readonly variables?: Record<string, unknown>;
    readonly operationName?: string;
  };
  const result = await graphql({
    schema,
    source: query,
    variableValues: variables,
    operationName,
    rootValue: { notes, addNote: saved },
  });
  return Response.json(result);
}

/** Reads a GraphQL request from the query of its URL. */
function parametersOf({ url }: Request): unknown {
  const { variables = '{}', ...parameters } = Object.fromEntries(new URL(url).searchParams);
  return { ...parameters, variables: JSON.parse(variables) as unknown };
}

/** Answers as GraphQL servers do that reject a mutation in its resolver. */
function codeIn200(): Response {
  return Response.json({
    data: null,
    errors: [{ message: 'System under maintenance', extensions: { code: 'maintenance_mode' } }],
  });
}

/** Lets the page of another origin read the response. The gate has done that for its own. */
function readable({ headers }: Request, response: Response): Response {
  const origin = headers.get('origin');
  if (origin === null) return response;
  const added = {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': headers.get('access-control-request-headers') ?? '',
    'access-control-expose-headers': 'retry-after',
  };
  const readableResponse = new Response(response.body, response);
  for (const [name, value] of Object.entries(added)) {
    if (!readableResponse.headers.has(name)) readableResponse.headers.set(name, value);
  }
  return readableResponse;
}
