import { createServer, request as sendUpstream, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { contractNotice } from '../../../src/protocol/notice.ts';
import type { Random } from './createRandom.ts';

/** The network's effect on one request. `none` is drawn more often than the others. */
type Fault = keyof typeof faults;

/** What the servers behind the proxy do, in addition to the faults of single requests. */
interface Conditions {
  /** `half`: every second server is in maintenance. `flapping`: all of them, every second second. */
  nodes: 'together' | 'half' | 'flapping';
  /** A release has removed the lazy files of the page. */
  isReleased: boolean;
}

/** A request that reached the API, in the order of arrival. */
export interface Exchange {
  /** The number of the tab that sent it. */
  readonly tab: string;
  /** "POST /api/notes" */
  readonly request: string;
  readonly fault: Fault;
  /** The status that the page received; `undefined` if the connection broke. */
  status: number | undefined;
  /** What a check learned, if its answer arrived whole. */
  check?: 'operational' | 'maintenance' | undefined;
}

export interface FaultProxy {
  readonly address: string;
  readonly exchanges: readonly Exchange[];
  readonly conditions: Conditions;
  /** The largest number of checks that were in progress at the same time. */
  readonly checksAtOnce: () => number;
  /** Returns the newest session state that a tab fully received, including a sign-out's. */
  readonly sessionAnswer: (tab: string) => 'signed-in' | 'signed-out' | undefined;
  /** Turns the faults on or off. */
  readonly setFaults: (isOn: boolean) => void;
  /** Returns the number of requests that arrived, of files too. */
  readonly arrived: () => number;
  /** Returns whether no request is pending. */
  readonly isIdle: () => boolean;
  /** Resolves when no request is pending. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json' };
const page = Buffer.from('<!doctype html><title>Sorry</title><h1>Please come back later</h1>');
const textOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** Real time: long enough for other answers to arrive before a late one. */
const LATE_MS = 20;
const SLOW_MS = 5;

const CHECK = 'GET /api/maintenance';

type Deliver = (client: ServerResponse, forward: () => Promise<Answer>) => Promise<number | undefined>;

/** Answers in place of the API. */
function instead(answer: Answer): Deliver {
  return (client) => {
    send(client, answer);
    return Promise.resolve(answer.status);
  };
}

const faults = {
  none: async (client, forward) => {
    const answer = await forward();
    send(client, answer);
    return answer.status;
  },
  'late answer': async (client, forward) => {
    const answer = await forward();
    await wait(LATE_MS);
    send(client, answer);
    return answer.status;
  },
  'slow body': async (client, forward) => {
    const { status, headers, body } = await forward();
    client.writeHead(status, { ...headers, 'content-length': body.length });
    client.write(body.subarray(0, body.length / 2));
    await wait(SLOW_MS);
    client.end(body.subarray(body.length / 2));
    return status;
  },
  'reset before the API': (client) => {
    client.destroy();
    return Promise.resolve(undefined);
  },
  'answer lost': async (client, forward) => {
    await forward();
    client.destroy();
    return undefined;
  },
  'reset after the headers': async (client, forward) => {
    const { status, headers, body } = await forward();
    client.writeHead(status, { ...headers, 'content-length': body.length + 1 });
    client.flushHeaders();
    await wait(SLOW_MS);
    client.destroy();
    return undefined;
  },
  'truncated body': async (client, forward) => {
    const { status, headers, body } = await forward();
    client.writeHead(status, { ...headers, 'content-length': body.length + 1 });
    client.write(body.subarray(0, body.length / 2));
    await wait(SLOW_MS);
    client.destroy();
    return undefined;
  },
  'page with 503': instead({ status: 503, headers: html, body: page }),
  'page with 200': instead({ status: 200, headers: html, body: page }),
  'empty 200': instead({ status: 200, headers: json, body: Buffer.alloc(0) }),
  'bad gateway': instead({ status: 502, headers: html, body: page }),
  'too many requests': instead({ status: 429, headers: { ...json, 'retry-after': '1' }, body: textOf({}) }),
  'server error': instead({ status: 500, headers: json, body: textOf({ code: '__proto__' }) }),
  firewall: instead({ status: 401, headers: html, body: page }),
  'firewall with a code': instead({ status: 401, headers: json, body: textOf({ code: 'BLOCKED' }) }),
  'not found': instead({ status: 404, headers: html, body: page }),
} satisfies Readonly<Record<string, Deliver>>;

const names = Object.keys(faults) as Fault[];

/**
 * Starts a proxy on loopback that forwards everything to `target` and injects faults into requests of the API, chosen
 * by the seed. The files that the page names arrive, the lazy ones unless a release removed them. A tab names itself in the header
 * `x-tab`.
 */
export async function startFaultProxy(target: string, random: Random): Promise<FaultProxy> {
  const exchanges: Exchange[] = [];
  const underWay = new Set<Promise<void>>();
  const conditions: Conditions = { nodes: 'together', isReleased: false };
  const sessionAnswers = new Map<string, 'signed-in' | 'signed-out'>();
  const firstFiles = await (await fetch(target)).text();
  let isOn = true;
  let requests = 0;
  const checks = new Set<ServerResponse>();
  let checksAtOnce = 0;
  let arrived = 0;

  /** Returns whether the server that a request reaches is in maintenance on its own. */
  function isNodeClosed(): boolean {
    requests += 1;
    if (conditions.nodes === 'half') return requests % 2 === 0;
    return conditions.nodes === 'flapping' && Math.floor(requests / 4) % 2 === 0;
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = incoming;
    const path = url.split('?')[0] ?? '';
    const isApi = path.startsWith('/api/');
    if (conditions.isReleased && path.startsWith('/assets/') && !firstFiles.includes(path)) {
      send(outgoing, { status: 404, headers: html, body: page });
      return;
    }
    const tab = String(incoming.headers['x-tab'] ?? '');
    const fault: Fault = isApi && isOn && random.next() < 0.5 ? random.pick(names) : 'none';
    const exchange: Exchange = { tab, request: `${method} ${path}`, fault, status: undefined };
    if (isApi) exchanges.push(exchange);
    const isCheck = exchange.request === CHECK;
    if (isCheck) {
      checks.add(outgoing);
      outgoing.once('close', () => checks.delete(outgoing));
      // The status alone may end a check.
      checksAtOnce = Math.max(checksAtOnce, [...checks].filter(({ headersSent }) => !headersSent).length);
    }
    const body = await readAll(incoming);
    const isClosed = isApi && isNodeClosed();
    exchange.status = await faults[fault](outgoing, async () => {
      const closed = isClosed ? closedAnswer(exchange.request) : undefined;
      const answer = closed ?? (await sendOn(target, incoming, body));
      // A broken response doesn't show the session.
      const isWhole = fault === 'none' || fault === 'late answer' || fault === 'slow body';
      const session = isWhole && answer.status === 200 ? sessionIn(exchange.request, answer) : undefined;
      if (session) sessionAnswers.set(tab, session);
      if (isWhole) exchange.check = isCheck ? checkIn(answer) : undefined;
      return answer;
    });
  }

  const server = createServer((incoming, outgoing) => {
    arrived += 1;
    const handled = handle(incoming, outgoing)
      .catch(() => void outgoing.destroy())
      .finally(() => underWay.delete(handled));
    underWay.add(handled);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    conditions,
    checksAtOnce: () => checksAtOnce,
    sessionAnswer: (tab) => sessionAnswers.get(tab),
    setFaults(next) {
      isOn = next;
    },
    arrived: () => arrived,
    isIdle: () => underWay.size === 0,
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Returns what a server in maintenance answers, or `undefined` for a request that it serves. */
function closedAnswer(request: string): Answer | undefined {
  if (request === CHECK) return { status: 200, headers: json, body: textOf({ maintenance_mode: true }) };
  if (request.startsWith('GET ')) return undefined;
  return { status: 503, headers: { ...json, 'retry-after': '5' }, body: textOf(contractNotice) };
}

function checkIn({ status, body }: Answer): 'operational' | 'maintenance' | undefined {
  if (status === 503) return 'maintenance';
  const isOn = /"maintenance_mode":(true|false)/.exec(body.toString())?.[1];
  if (status !== 200 || isOn === undefined) return undefined;
  return isOn === 'true' ? 'maintenance' : 'operational';
}

function sessionIn(request: string, { body }: Answer): 'signed-in' | 'signed-out' | undefined {
  if (request === 'POST /api/auth/sign-out') return 'signed-out';
  if (request !== 'GET /api/auth/get-session') return undefined;
  return body.toString() === 'null' ? 'signed-out' : 'signed-in';
}

function send(client: ServerResponse, { status, headers, body }: Answer): void {
  client.writeHead(status, { ...headers, 'content-length': body.length });
  client.end(body);
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Forwards a request as if the page had the target's origin, which sign-in checks. */
function sendOn(target: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const { host: _, connection: __, ...headers } = incoming.headers;
  if (headers.origin !== undefined) headers.origin = target;
  if (headers.referer !== undefined) headers.referer = `${target}/`;
  return new Promise((resolve, reject) => {
    const outgoing = sendUpstream(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers },
      (answer) => {
        readAll(answer).then((text) => {
          const {
            'transfer-encoding': ___,
            'content-length': ____,
            connection: _____,
            ...rest
          } = answer.headers;
          resolve({
            status: answer.statusCode ?? 502,
            headers: rest as Answer['headers'],
            body: text,
          });
        }, reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
