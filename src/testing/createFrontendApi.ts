import { createApp, type Browser } from './frontend-api/app.ts';
import { createBackend } from './frontend-api/backend.ts';
import { answerAtProvider, type ProviderAnswer } from './frontend-api/providers.ts';
import type { RateLimit } from './frontend-api/rateLimit.ts';
import {
  createRejection,
  describeRequest,
  type FrontendApiMode,
  type FrontendApiModeOptions,
  type RecordedRequest,
} from './frontend-api/requests.ts';
import { assertSeeds, seed, type SeedOrganization, type SeedUser } from './frontend-api/seed.ts';
import { defaultSettings, type FrontendApiSettings } from './frontend-api/settings.ts';
import { createStore, type ClientRecord } from './frontend-api/store.ts';

export interface FrontendApiOptions {
  /** Who has an account from the start. */
  readonly users?: readonly SeedUser[];
  /** Which organisations there are from the start. */
  readonly organizations?: readonly SeedOrganization[];
  /** The email address of the one of `users` who is signed in from the start, in the first browser. */
  readonly signedInAs?: string;
  readonly settings?: Partial<FrontendApiSettings>;
  /**
   * `single` (the default): all requests come from one browser, cookies or not. `by-cookie`: whoever brings no
   * `__client` cookie is a new browser and is given one.
   */
  readonly clients?: 'single' | 'by-cookie';
  /** Milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: () => number;
  /** What follows the prefix of an id. Default: random. */
  readonly randomId?: () => string;
  /** What a code that is sent by email looks like. Default: always "424242", as for the API's test addresses. */
  readonly newCode?: () => string;
  /** Awaited before a request is looked at. A rejection makes `fetch` reject, as a dropped connection does. */
  readonly delay?: (request: RecordedRequest) => Promise<void>;
  /** How often a sign-in may be attempted, each step of it included, before the API answers 429. Default: no limit. */
  readonly signInLimit?: RateLimit;
  /** How many codes may be asked for before the API answers 429. Default: no limit. */
  readonly codeLimit?: RateLimit;
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
  /** The code that was last sent to an address. Nothing is really sent. */
  readonly lastCode: (emailAddress: string) => string | undefined;
  /**
   * Says what a person said at another service that the API sent the browser to, by the address that it was sent
   * to. Returns the address that the browser comes back to.
   */
  readonly answerAtProvider: (url: string, answer: ProviderAnswer) => string;
  /** Ends every session on the server's side, as an administrator would. */
  readonly endSessions: () => void;
}

/**
 * An emulator of the Frontend API, in memory: accounts with hashed passwords, codes by email, authenticators,
 * sessions and tokens, organisations with members, on the API's own wire and behind the gate that enforces the
 * contract on servers. For tests, stories and demonstrations: it sends no mail, keeps no secret and forgets
 * everything with the page.
 *
 * @throws {KitError} MK601 when `signedInAs`, MK602 when a member of an organisation is none of `users`.
 */
export function createFrontendApi({
  users = [],
  organizations = [],
  signedInAs,
  settings = {},
  clients = 'single',
  now = Date.now,
  randomId = () => crypto.randomUUID().replaceAll('-', ''),
  newCode = () => '424242',
  delay,
  signInLimit,
  codeLimit,
  passwordIterations = 10_000,
}: FrontendApiOptions = {}): FrontendApi {
  assertSeeds(users, organizations, signedInAs);
  const store = createStore({ now, randomId });
  const backend = createBackend({
    store,
    settings: { ...defaultSettings, ...settings },
    newCode,
    isInMaintenance: () => mode !== 'operational',
    passwordIterations,
    signInLimit,
    codeLimit,
  });
  const app = createApp({ backend, clientOf, newTraceId: randomId, reject: (request) => reject(request) });
  const requests: RecordedRequest[] = [];
  let mode: FrontendApiMode = 'operational';
  let reject = createRejection('operational', {});
  let firstClient: ClientRecord | undefined;
  let seeding: Promise<void> | undefined;

  function addClient(): ClientRecord {
    const client = store.addClient();
    const user =
      firstClient || signedInAs === undefined ? undefined : backend.accounts.byIdentifier(signedInAs);
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
      const record = describeRequest(request.method, url);
      requests.push(record);
      await delay?.(record);
      await (seeding ??= seed(backend, users, organizations));

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
    lastCode: (emailAddress) => backend.mail.lastCode(emailAddress),
    answerAtProvider: (url, answer) => answerAtProvider(backend, url, answer),
    endSessions() {
      for (const session of store.sessions.values()) {
        if (session.status === 'active') store.closeSession(session, 'ended');
      }
    },
  };
}
