import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { createAuthClient } from 'better-auth/client';
import {
  emailOTPClient,
  organizationClient,
  twoFactorClient,
  usernameClient,
} from 'better-auth/client/plugins';
import { emailOTP, organization, twoFactor, username } from 'better-auth/plugins';
import { betterAuthAdapter } from '../../src/adapters/betterAuth.ts';
import { createMaintenanceGate } from '../../src/gate/createMaintenanceGate.ts';
import { authenticatorCode } from '../../src/testing/frontend-api/authenticator.ts';
import { operations } from './adapterContract.ts';
import { rules } from './betterAuthRules.ts';
import { fakePasskeyClient, fakePasskeys, fakeProviders } from './betterAuthFakes.ts';
import { account, cautious, type AdapterFixture, type Contract, type Demands } from './contractFixture.ts';
import { createCookieFetch } from './loopback.ts';

const pageOrigin = 'http://app.localhost:3000';

/** The in-memory tables of better-auth. */
type Tables = Record<string, Record<string, unknown>[]>;

const tableNames = [
  'user',
  'session',
  'account',
  'verification',
  'twoFactor',
  'organization',
  'member',
  'invitation',
];

/** Operations without an equivalent in better-auth. */
const missing = new Set([
  'refreshSession',
  'loadSignIn',
  'loadSignUp',
  'completeSignUp',
  'addEmailAddress',
  'setPrimaryEmailAddress',
  'removeEmailAddress',
]);

export function betterAuthContract(clientOptions: { throw?: boolean } = {}): Contract {
  return {
    supported: operations.filter((operation) => !missing.has(operation)),
    // The provider's redirect has signed in the user already, and only a read is left.
    reading: ['finishProviderSignIn'],
    local: ['loadAuthOptions', 'loadRoles'],
    unseen: ['signInWithPasskey'],
    createFixture: (origin, demands) => createFixture(origin, demands, clientOptions),
  };
}

function createServer(origin: string, { verifyEmailAddress = false, signInAfterSignUp = true }: Demands) {
  const tables: Tables = {};
  for (const name of tableNames) tables[name] = [];
  const codes = new Map<string, string>();
  const auth = betterAuth({
    baseURL: origin,
    database: memoryAdapter(tables),
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: verifyEmailAddress,
      autoSignIn: signInAfterSignUp,
      // The hash is intentionally slow, and not tested here.
      password: {
        hash: (password) => Promise.resolve(`#${password}`),
        verify: ({ hash, password }) => Promise.resolve(hash === `#${password}`),
      },
    },
    user: {
      deleteUser: { enabled: true },
      additionalFields: {
        phoneNumber: { type: 'string', required: false },
        birthday: { type: 'string', required: false },
      },
    },
    plugins: [
      emailOTP({
        sendVerificationOTP: ({ email, otp }) => Promise.resolve(void codes.set(email, otp)),
      }),
      twoFactor({
        otpOptions: { sendOTP: ({ user, otp }) => Promise.resolve(void codes.set(user.email, otp)) },
      }),
      organization(),
      username(),
      fakePasskeys,
      fakeProviders,
    ],
    secret: 'a secret of the tests, long enough for better-auth',
    trustedOrigins: [pageOrigin, 'https://app.example'],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
  });
  return { auth, tables, codes };
}

const servers = new Map<string, ReturnType<typeof createServer>>();

/** Returns a server that begins with these tables. An instance of better-auth costs more than a request: it is reused. */
function beginServer(origin: string, demands: Demands, planted: Tables) {
  const key = origin + JSON.stringify(demands);
  const server = servers.get(key) ?? createServer(origin, demands);
  servers.set(key, server);
  Object.assign(server.tables, structuredClone(planted));
  server.codes.clear();
  return server;
}

interface Seed {
  readonly tables: Tables;
  /** The secret of the authenticator of `cautious`. */
  readonly secret: string;
}

/** Created once: each backend begins with a copy. */
let seed: Promise<Seed> | undefined;

async function plant(): Promise<Seed> {
  const { auth, tables } = createServer('http://seed.example', {});
  const signUp = async (user: typeof account): Promise<string> =>
    (await auth.api.signUpEmail({ body: user })).user.id;
  const ada = await signUp(account);
  const grace = await signUp({ name: 'Grace', email: cautious.identifier, password: cautious.password });
  const bob = await signUp({ name: 'Bob', email: 'bob@example.com', password: 'long enough' });

  const { password } = cautious;
  const { headers } = await auth.api.signInEmail({
    body: { email: cautious.identifier, password },
    returnHeaders: true,
  });
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const own = { headers: new Headers({ cookie }) };
  const enabled = await auth.api.enableTwoFactor({ body: { password }, ...own });
  const uri = 'totpURI' in enabled ? enabled.totpURI : '';
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  await auth.api.verifyTOTP({ body: { code: await authenticatorCode(secret, Date.now()) }, ...own });

  const createdAt = new Date();
  tables['organization']?.push({ id: 'org_1', name: 'Analytical Engines', slug: 'engines', createdAt });
  const roles = [
    [ada, 'owner'],
    [grace, 'owner'],
    [bob, 'member'],
  ] as const;
  for (const [userId, role] of roles) {
    tables['member']?.push({ id: `member_${userId}`, organizationId: 'org_1', userId, role, createdAt });
  }
  tables['invitation']?.push({
    id: 'invitation_1',
    organizationId: 'org_1',
    email: 'charles@example.com',
    role: 'member',
    status: 'pending',
    inviterId: ada,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 86_400_000),
  });
  tables['account']?.push({
    id: 'account_google',
    accountId: 'google-ada',
    providerId: 'google',
    userId: ada,
    createdAt,
    updatedAt: createdAt,
  });
  return { tables, secret };
}

async function createFixture(
  origin: string,
  demands: Demands,
  clientOptions: { throw?: boolean },
): Promise<AdapterFixture> {
  let mode: Parameters<AdapterFixture['setMode']>[0] = 'operational';
  const { tables: planted, secret } = await (seed ??= plant());
  const { auth, tables, codes } = beginServer(origin, demands, planted);
  if (demands.verifyNewDevices) {
    // A user with a second factor and no authenticator receives a code.
    const ada = tables['user']?.find(({ email }) => email === account.email);
    if (ada) ada['twoFactorEnabled'] = true;
  }
  const production = createMaintenanceGate({
    isActive: () => mode === 'maintenance',
    retryAfter: 30,
    checkPath: '/api/maintenance',
    rules,
  });
  const development = createMaintenanceGate({
    instance: 'development',
    isActive: () => mode === 'unavailable',
    retryAfter: 30,
  });

  const plugins = [
    emailOTPClient(),
    twoFactorClient(),
    organizationClient(),
    usernameClient(),
    fakePasskeyClient,
  ];
  const fetch = createCookieFetch(pageOrigin);
  const client = createAuthClient({
    baseURL: origin,
    plugins,
    fetchOptions: { customFetchImpl: fetch, ...clientOptions },
  });
  return {
    fetch: development.wrap(production.wrap((request) => auth.handler(request))),
    adapter: betterAuthAdapter(client, {
      baseUrl: `${origin}/api/auth`,
      checkUrl: `${origin}/api/maintenance`,
      plugins,
      providers: [
        { id: 'google', name: 'Google' },
        { id: 'github', name: 'GitHub' },
      ],
      canDeleteAccount: true,
      uploadPicture: ({ file }) => Promise.resolve(`https://pictures.example/${file.name}`),
    }),
    setMode(next) {
      mode = next;
    },
    endSessions() {
      for (const name of ['session', 'verification']) tables[name]?.splice(0);
    },
    lastCode: (email) => codes.get(email),
    async answerAtProvider(url, { emailAddress }) {
      const state = new URL(url).searchParams.get('state') ?? '';
      const query = new URLSearchParams({ state, code: emailAddress }).toString();
      const back = await fetch(`${origin}/api/auth/callback/google?${query}`, { redirect: 'manual' });
      return back.headers.get('location') ?? '';
    },
    now: () => Date.now(),
    secret,
  };
}
