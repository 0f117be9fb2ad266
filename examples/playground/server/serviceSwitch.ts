import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Mailbox } from './createMailbox.ts';

const serviceState = v.object({
  mode: v.picklist(['operational', 'maintenance', 'unavailable']),
  /** In seconds; `null` sends no Retry-After. */
  retryAfter: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400))),
});

type ServiceState = v.InferOutput<typeof serviceState>;

const mutating = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export interface ServiceSwitch {
  /** The current mode. */
  state(): ServiceState;
  /** Counts a request to the API, rejected or not. */
  count(request: Request): void;
  /** The panel's API: GET returns the mode, the counts and the emails; PUT sets the mode. */
  readonly panel: Hono;
}

/** Creates the switch of the playground: it sets the mode of the service, and counts requests and emails. */
export function createServiceSwitch(mailbox: Mailbox): ServiceSwitch {
  let state: ServiceState = { mode: 'operational', retryAfter: null };
  const mutations = new Map<string, number>();
  const answer = () => ({
    ...state,
    mutations: Object.fromEntries(mutations),
    letters: mailbox.letters(),
  });

  return {
    state: () => state,
    count({ method, url }) {
      if (!mutating.has(method)) return;
      const key = `${method} ${new URL(url).pathname}`;
      mutations.set(key, (mutations.get(key) ?? 0) + 1);
    },
    panel: new Hono()
      .use(async (context, next) => {
        const { address } = getConnInfo(context).remote;
        if (!isLoopback(address, context.req.url)) return context.json({ code: 'not_local' }, 403);
        await next();
        context.header('Cache-Control', 'no-store');
        return undefined;
      })
      .get('/', (context) => context.json(answer()))
      .put('/', async (context) => {
        const body: unknown = await context.req.json().catch(() => undefined);
        const parsed = v.safeParse(serviceState, body);
        if (!parsed.success) return context.json({ code: 'invalid_service_state' }, 422);
        state = parsed.output;
        return context.json(answer());
      }),
  };
}

/** The panel shows codes for signing in, so it answers this machine only, and no page that names itself otherwise. */
function isLoopback(address: string | undefined, url: string): boolean {
  const isLocalClient = /^(::ffff:)?127\.|^::1$/.test(address ?? '');
  return isLocalClient && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);
}
