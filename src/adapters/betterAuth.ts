import * as v from 'valibot';
import type {
  AuthAdapter,
  AuthSession,
  AuthUser,
  PasswordCredentials,
  SignInResult,
} from '../auth/AuthAdapter.ts';
import { AuthError } from '../auth/AuthError.ts';
import { KitError } from '../protocol/KitError.ts';
import { parseMaintenanceNotice } from '../protocol/parseMaintenanceNotice.ts';
import { readServiceCheck } from '../protocol/serviceCheck.ts';
import { SystemUnderMaintenanceError } from '../protocol/SystemUnderMaintenanceError.ts';
import { refusals } from './betterAuthErrors.ts';
import { lookUp } from './lookUp.ts';
import { RequestFailedError } from './RequestFailedError.ts';

/** What the adapter sets for each of its requests; everything else is as the client was made. */
export interface BetterAuthFetchOptions {
  readonly throw: false;
  readonly jsonParser: (text: string) => unknown;
  readonly onResponse: (context: { readonly response: Response }) => void;
}

/** What `createAuthClient` of `better-auth/client` or `better-auth/react` makes, as far as the kit uses it. */
export interface BetterAuthClient {
  getSession(input: { fetchOptions: BetterAuthFetchOptions }): Promise<unknown>;
  signIn: {
    email(input: { email: string; password: string; fetchOptions: BetterAuthFetchOptions }): Promise<unknown>;
  };
  signUp: {
    email(input: {
      name: string;
      email: string;
      password: string;
      fetchOptions: BetterAuthFetchOptions;
    }): Promise<unknown>;
  };
  signOut(input: { fetchOptions: BetterAuthFetchOptions }): Promise<unknown>;
  updateUser(input: { name: string; fetchOptions: BetterAuthFetchOptions }): Promise<unknown>;
}

export interface BetterAuthAdapterOptions {
  /** The client's own base URL, where it was given one. Default: "/api/auth", as the client's. */
  readonly baseUrl?: string;
  /**
   * Where to ask whether the maintenance is over, for example the `checkPath` of the gate. Left out, the next
   * real mutation shows it.
   */
  readonly checkUrl?: string;
}

const clientResult = v.object({ data: v.unknown(), error: v.unknown() });
const failure = v.object({ status: v.number(), code: v.optional(v.string()) });

const user = v.object({
  id: v.string(),
  email: v.nullish(v.string()),
  name: v.nullish(v.string()),
  image: v.nullish(v.string()),
});
const sessionData = v.nullable(v.object({ session: v.object({ id: v.string() }), user }));
const signInData = v.object({ user: v.object({ id: v.string() }) });
const signUpData = v.object({ user: v.object({ id: v.string() }), token: v.nullable(v.string()) });
const signOutData = v.object({ success: v.literal(true) });
const updateData = v.object({ status: v.literal(true) });

function toUser({ id, email, name, image }: v.InferOutput<typeof user>): AuthUser {
  return { id, ...(email && { email }), ...(name && { name }), ...(image && { imageUrl: image }) };
}

/** The client's own parser makes an empty body `null`, which would read as "signed out". */
function jsonParser(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toError(error: unknown, response: Response | undefined): Error {
  const cause = response ?? error;
  const notice = parseMaintenanceNotice(
    response ? { status: response.status, headers: response.headers, body: error } : error,
  );
  if (notice) return new SystemUnderMaintenanceError({ notice, cause });

  const parsed = v.safeParse(failure, error);
  if (!parsed.success) return new RequestFailedError({ cause });
  const { status, code } = parsed.output;
  if (status === 429) return new AuthError('rate_limited', { backendCode: code, status });
  if (status < 500 && code !== undefined) {
    const { code: kitCode = 'unexpected', field } = lookUp(refusals, code) ?? {};
    return new AuthError(kitCode, { field, backendCode: code, status });
  }
  return new RequestFailedError({ status, cause });
}

/** Makes one request and reads its data, whether the client was made to return its errors or to throw them. */
async function request<Schema extends v.GenericSchema>(
  schema: Schema,
  run: (fetchOptions: BetterAuthFetchOptions) => Promise<unknown>,
): Promise<v.InferOutput<Schema>> {
  let response: Response | undefined;
  const result = v.safeParse(
    clientResult,
    await run({
      throw: false,
      jsonParser,
      onResponse: (context) => {
        response = context.response;
      },
    }),
  );
  if (result.success && result.output.error) throw toError(result.output.error, response);
  const data = v.safeParse(schema, result.success ? result.output.data : undefined);
  if (data.success) return data.output;
  throw new RequestFailedError({ status: response?.status, cause: response });
}

function isClient(value: unknown): value is BetterAuthClient {
  const client = Object(value) as Partial<BetterAuthClient>;
  return (
    typeof client.getSession === 'function' &&
    typeof client.signIn?.email === 'function' &&
    typeof client.signUp?.email === 'function' &&
    typeof client.signOut === 'function' &&
    typeof client.updateUser === 'function'
  );
}

/**
 * Works through the client that `createAuthClient` made. Its errors may be returned or thrown (`throw: true`),
 * and its own hooks and plugins go on working.
 *
 * Nobody is signed out but by `get-session`: its `null`, or a 401 with better-auth's own code.
 *
 * @throws {KitError} MK302 when `client` is no such client.
 */
export function betterAuthAdapter(
  client: BetterAuthClient,
  { baseUrl = '/api/auth', checkUrl }: BetterAuthAdapterOptions = {},
): AuthAdapter {
  if (!isClient(client)) {
    throw new KitError(
      'MK302',
      'betterAuthAdapter was given something other than a client of better-auth, so it has nothing to ask: pass ' +
        'what createAuthClient() of "better-auth/client" or "better-auth/react" returns (not the server\'s auth).',
    );
  }

  async function loadSession(): Promise<AuthSession | null> {
    try {
      const data = await request(sessionData, (fetchOptions) => client.getSession({ fetchOptions }));
      return data && { id: data.session.id, user: toUser(data.user) };
    } catch (error) {
      if (error instanceof AuthError && error.status === 401) return null;
      throw error;
    }
  }

  async function signInWithPassword({ identifier, password }: PasswordCredentials): Promise<SignInResult> {
    try {
      await request(signInData, (fetchOptions) =>
        client.signIn.email({ email: identifier, password, fetchOptions }),
      );
      return { status: 'complete' };
    } catch (error) {
      // What better-auth says of the address is about the one field that a sign-in has for it.
      if (!(error instanceof AuthError && error.field === 'email')) throw error;
      const { code, backendCode, status } = error;
      throw new AuthError(code, { field: 'identifier', backendCode, status });
    }
  }

  return {
    name: 'better-auth',
    baseUrl,
    loadSession,
    signInWithPassword,
    async signUp({ name = '', email, password }) {
      const { token } = await request(signUpData, (fetchOptions) =>
        client.signUp.email({ name, email, password, fetchOptions }),
      );
      // Without a token the account is there but nobody is signed in: what is still missing, the sign-in says.
      return token === null ? signInWithPassword({ identifier: email, password }) : { status: 'complete' };
    },
    async signOut() {
      await request(signOutData, (fetchOptions) => client.signOut({ fetchOptions }));
    },
    async updateUser({ name = '' }) {
      await request(updateData, (fetchOptions) => client.updateUser({ name, fetchOptions }));
    },
    ...(checkUrl !== undefined && {
      checkService: async () => readServiceCheck(await globalThis.fetch(checkUrl, { cache: 'no-store' })),
    }),
  };
}
