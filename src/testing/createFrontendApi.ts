import { createMaintenanceGate, type MaintenanceGate } from '../gate/createMaintenanceGate.ts';
import { classifyRequest, type RequestKind } from '../protocol/classifyRequest.ts';
import { KitError } from '../protocol/KitError.ts';
import { createApp, type Browser } from './frontend-api/app.ts';
import { createBackend } from './frontend-api/backend.ts';
import { maintenancePage } from './frontend-api/maintenancePage.ts';
import type { RateLimit } from './frontend-api/rateLimit.ts';
import { createStore, type ClientRecord } from './frontend-api/store.ts';

/**
 * `operational`: every request is served. `maintenance`: mutations are rejected, as in a production instance.
 * `unavailable`: every request is rejected, as in a development instance.
 */
export type FrontendApiMode = 'operational' | 'maintenance' | 'unavailable';

export interface FrontendApiModeOptions {
  /** Seconds, or the moment itself. Default: no `Retry-After`. */
  readonly retryAfter?: number | Date;
  /**
   * `envelope` (the default) is what the API sends, `flat` what its documentation shows, `html` what a proxy in
   * front of it sends: a 503 without the code.
   */
  readonly format?: 'envelope' | 'flat' | 'html';
  /** Default: the contract's texts. */
  readonly shortMessage?: string;
  readonly longMessage?: string;
}

export interface SeedUser {
  readonly emailAddress: string;
  readonly password: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly imageUrl?: string;
}

/** A request that arrived. */
export interface RecordedRequest {
  /** The method that was meant: `PATCH` for a `POST` with `_method=PATCH`. */
  readonly method: string;
  /** From `/v1` on, without the query. */
  readonly path: string;
  readonly kind: RequestKind;
}

export interface FrontendApiOptions {
  /** Who has an account from the start. */
  readonly users?: readonly SeedUser[];
  /** The email address of the one of `users` who is signed in from the start, in the first browser. */
  readonly signedInAs?: string;
  /**
   * `single` (the default): all requests come from one browser, cookies or not. `by-cookie`: whoever brings no
   * `__client` cookie is a new browser and is given one.
   */
  readonly clients?: 'single' | 'by-cookie';
  /** Milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: () => number;
  /** What follows the prefix of an id. Default: random. */
  readonly randomId?: () => string;
  /** Awaited before a request is looked at. A rejection makes `fetch` reject, as a dropped connection does. */
  readonly delay?: (request: RecordedRequest) => Promise<void>;
  /** How many sign-ins may be attempted before the API answers 429. Default: no limit. */
  readonly signInLimit?: RateLimit;
  /** Of PBKDF2. Default: 10,000, which is quick; nobody's password is kept. */
  readonly passwordIterations?: number;
}

export interface FrontendApi {
  /** Answers a request to any origin and below any prefix: what counts is the path from `/v1` on. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly mode: FrontendApiMode;
  readonly setMode: (mode: FrontendApiMode, options?: FrontendApiModeOptions) => void;
  /** What has arrived so far, the oldest first. */
  readonly requests: readonly RecordedRequest[];
  readonly forgetRequests: () => void;
  /** Ends every session on the server's side, as an administrator would. */
  readonly endSessions: () => void;
}

/**
 * An emulator of the Frontend API, in memory: accounts with hashed passwords, sessions and tokens, on the API's
 * own wire and behind the gate that enforces the contract on servers. For tests, stories and demonstrations: it
 * sends no mail, keeps no secret and forgets everything with the page.
 *
 * @throws {KitError} MK601 when `signedInAs` is none of `users`.
 */
export function createFrontendApi({
  users = [],
  signedInAs,
  clients = 'single',
  now = Date.now,
  randomId = () => crypto.randomUUID().replaceAll('-', ''),
  delay,
  signInLimit,
  passwordIterations = 10_000,
}: FrontendApiOptions = {}): FrontendApi {
  if (signedInAs !== undefined && !users.some(({ emailAddress }) => emailAddress === signedInAs)) {
    throw new KitError(
      'MK601',
      `createFrontendApi cannot sign in ${JSON.stringify(signedInAs)}, who has no account: add them to \`users\`.`,
    );
  }
  const store = createStore({ now, randomId });
  const backend = createBackend({
    store,
    isInMaintenance: () => mode !== 'operational',
    passwordIterations,
    signInLimit,
  });
  const app = createApp({ backend, clientOf, newTraceId: randomId, reject: (request) => reject(request) });
  const requests: RecordedRequest[] = [];
  let mode: FrontendApiMode = 'operational';
  let reject = createRejection('operational', {});
  let firstClient: ClientRecord | undefined;
  let seeding: Promise<void> | undefined;

  async function seed(): Promise<void> {
    const seeds = await Promise.all(
      users.map(async (user) => ({ ...user, password: await backend.hashPassword(user.password) })),
    );
    for (const { firstName = null, lastName = null, imageUrl = '', ...user } of seeds) {
      store.addUser({ ...user, firstName, lastName, imageUrl });
    }
  }

  function addClient(): ClientRecord {
    const client = store.addClient();
    const user = firstClient || signedInAs === undefined ? undefined : store.userByEmail(signedInAs);
    if (user) store.startSession(client, user);
    firstClient ??= client;
    return client;
  }

  function clientOf(browser: Browser): ClientRecord {
    if (clients === 'single') return firstClient ?? addClient();
    const known = store.clients.get(browser.cookie ?? '');
    if (known) return known;
    const client = addClient();
    browser.setCookie(client.id);
    return client;
  }

  return {
    async fetch(request) {
      const url = new URL(request.url);
      const record = describe(request.method, url);
      requests.push(record);
      await delay?.(record);
      await (seeding ??= seed());

      url.pathname = record.path;
      const body = await request.arrayBuffer();
      return app.fetch(
        new Request(url, {
          method: record.method,
          headers: request.headers,
          ...(body.byteLength > 0 && { body }),
        }),
      );
    },
    get mode() {
      return mode;
    },
    setMode(next, options = {}) {
      mode = next;
      reject = createRejection(next, options);
    },
    requests,
    forgetRequests() {
      requests.length = 0;
    },
    endSessions() {
      for (const session of store.sessions.values()) {
        if (session.status === 'active') store.closeSession(session, 'ended');
      }
    },
  };
}

const tunnelled = new Set(['PATCH', 'PUT', 'DELETE']);

function describe(sentMethod: string, { pathname, searchParams }: URL): RecordedRequest {
  const override = searchParams.get('_method')?.toUpperCase() ?? '';
  const method = sentMethod === 'POST' && tunnelled.has(override) ? override : sentMethod;
  const path = /\/v1(?:\/.*)?$/.exec(pathname)?.[0] ?? pathname;
  return { method, path, kind: classifyRequest({ method, url: path }) };
}

function createRejection(
  mode: FrontendApiMode,
  { format = 'envelope', ...options }: FrontendApiModeOptions,
): MaintenanceGate['reject'] {
  const gate = createMaintenanceGate({
    ...options,
    instance: mode === 'unavailable' ? 'development' : 'production',
    isActive: mode !== 'operational',
    format: format === 'html' ? 'flat' : format,
    // The application around the gate answers for every route alike.
    cors: false,
  });
  if (format !== 'html') return gate.reject;
  return async (request) => {
    const response = await gate.reject(request);
    return response && maintenancePage(response);
  };
}
