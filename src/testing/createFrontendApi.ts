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
  /** The accounts at the start. */
  readonly users?: readonly SeedUser[];
  /** The organizations at the start. */
  readonly organizations?: readonly SeedOrganization[];
  /** The email address of the user in `users` who is signed in at the start, in the first browser. */
  readonly signedInAs?: string;
  readonly settings?: Partial<FrontendApiSettings>;
  /**
   * `single` (the default): all requests come from one browser, with or without cookies. `by-cookie`: a request without
   * a `__client` cookie comes from a new browser, which receives one.
   */
  readonly clients?: 'single' | 'by-cookie';
  /** The clock, in milliseconds since the epoch. Default: `Date.now`. */
  readonly now?: () => number;
  /** Returns the part of an id after its prefix. Default: random. */
  readonly randomId?: () => string;
  /** Returns a code that is sent by email. Default: always "424242", as for the API's test addresses. */
  readonly newCode?: () => string;
  /** Awaited before each request. If it rejects, `fetch` rejects as for a dropped connection. */
  readonly delay?: (request: RecordedRequest) => Promise<void>;
  /** The number of sign-in attempts, including each step, before the API answers 429. Default: no limit. */
  readonly signInLimit?: RateLimit;
  /** The number of requested codes before the API answers 429. Default: no limit. */
  readonly codeLimit?: RateLimit;
  /** The iterations of PBKDF2. Default: 10,000, which is fast; the emulator stores no real password. */
  readonly passwordIterations?: number;
}

export interface FrontendApi {
  /** Answers a request to any origin and below any prefix: only the path from `/v1` on counts. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly mode: FrontendApiMode;
  readonly setMode: (mode: FrontendApiMode, options?: FrontendApiModeOptions) => void;
  /** The requests so far, the oldest first. */
  readonly requests: readonly RecordedRequest[];
  readonly forgetRequests: () => void;
  /** Returns the last code for an address. No email is sent. */
  readonly lastCode: (emailAddress: string) => string | undefined;
  /**
   * Answers for the user at a provider. Pass the URL to which the API redirected the browser; returns the URL to
   * which the provider redirects it back.
   */
  readonly answerAtProvider: (url: string, answer: ProviderAnswer) => string;
  /** Ends every session on the server, as an administrator would. */
  readonly endSessions: () => void;
}

/**
 * Creates an emulator of the Frontend API in memory: accounts with hashed passwords, codes by email, authenticators,
 * sessions and tokens, organizations with members, in the API's own format and behind the gate that enforces the
 * contract on servers. It is for tests, stories and demonstrations: it sends no email, keeps no secret and loses all
 * data with the page.
 *
 * @throws {KitError} MK601 if `signedInAs`, MK602 if a member of an organization is not in `users`.
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
