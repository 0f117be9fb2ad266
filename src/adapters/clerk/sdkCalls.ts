import * as v from 'valibot';
import { AuthError } from '../../auth/AuthError.ts';
import { emptyAnswer, type Answer } from '../frontend-api/answer.ts';
import type { Content, Fields, Method } from '../frontend-api/createApi.ts';
import type {
  ClerkClient,
  ClerkOrganization,
  ClerkParams,
  ClerkRevocable,
  ClerkSdk,
  ClerkUser,
} from './ClerkSdk.ts';

/** The content of a request, in the SDK's format. */
interface CallOptions {
  /** The parameters of the path, in order. */
  readonly ids: readonly string[];
  readonly params: ClerkParams;
  /** The page of a list. */
  readonly page: { readonly initialPage: number; readonly pageSize: number };
  readonly file: File | null;
  readonly listed: ListedItems;
}

/** The items that the SDK has listed and can revoke, by id: it takes no ids itself. */
type ListedItems = Map<string, ClerkRevocable>;

type Call = (clerk: ClerkSdk, options: CallOptions) => Promise<unknown>;

/** Every request of the Frontend API that the kit sends, with the SDK's own method for it. */
const calls: readonly (readonly [request: `${Method} /${string}`, call: Call])[] = [
  ['GET /client', (clerk) => clientOf(clerk).reload()],
  ['DELETE /client/sessions', (clerk) => clientOf(clerk).removeSessions()],
  ['POST /client/sessions/:id/touch', touch],

  [
    'POST /client/sign_ins',
    (clerk, { params }) => clientOf(clerk).signIn.create(withReturnUrl(clerk, params)),
  ],
  ['POST /client/sign_ins/:id/prepare_first_factor', signIn('prepareFirstFactor')],
  ['POST /client/sign_ins/:id/attempt_first_factor', signIn('attemptFirstFactor')],
  ['POST /client/sign_ins/:id/prepare_second_factor', signIn('prepareSecondFactor')],
  ['POST /client/sign_ins/:id/attempt_second_factor', signIn('attemptSecondFactor')],
  ['POST /client/sign_ins/:id/reset_password', signIn('resetPassword')],

  ['POST /client/sign_ups', signUp('create')],
  ['PATCH /client/sign_ups/:id', signUp('update')],
  ['POST /client/sign_ups/:id/prepare_verification', signUp('prepareVerification')],
  ['POST /client/sign_ups/:id/attempt_verification', signUp('attemptVerification')],

  ['GET /me', (clerk) => userOf(clerk).reload()],
  ['PATCH /me', (clerk, { params }) => userOf(clerk).update(params)],
  ['PATCH /me/metadata', async (clerk, { params }) => userOf(clerk).updateMetadata?.(params)],
  ['DELETE /me', (clerk) => userOf(clerk).delete()],
  ['POST /me/profile_image', (clerk, { file }) => userOf(clerk).setProfileImage({ file })],
  ['DELETE /me/profile_image', (clerk) => userOf(clerk).setProfileImage({ file: null })],
  ['POST /me/change_password', (clerk, { params }) => userOf(clerk).updatePassword(params)],
  ['POST /me/totp', (clerk) => userOf(clerk).createTOTP()],
  [
    'POST /me/totp/attempt_verification',
    (clerk, { params }) => userOf(clerk).verifyTOTP({ code: text(params['code']) }),
  ],
  ['DELETE /me/totp', (clerk) => userOf(clerk).disableTOTP()],
  ['POST /me/backup_codes', (clerk) => userOf(clerk).createBackupCode()],

  [
    'POST /me/email_addresses',
    (clerk, { params }) => userOf(clerk).createEmailAddress({ email: text(params['emailAddress']) }),
  ],
  [
    'POST /me/email_addresses/:id/prepare_verification',
    async (clerk, { ids }) => emailAddress(clerk, ids).prepareVerification({ strategy: 'email_code' }),
  ],
  [
    'POST /me/email_addresses/:id/attempt_verification',
    async (clerk, { ids, params }) =>
      emailAddress(clerk, ids).attemptVerification({ code: text(params['code']) }),
  ],
  ['DELETE /me/email_addresses/:id', async (clerk, { ids }) => emailAddress(clerk, ids).destroy()],

  [
    'POST /me/external_accounts',
    (clerk, { params }) => userOf(clerk).createExternalAccount(withReturnUrl(clerk, params)),
  ],
  [
    'DELETE /me/external_accounts/:id',
    async (clerk, { ids }) => found(userOf(clerk).externalAccounts, ids[0]).destroy(),
  ],

  ['GET /me/sessions/active', (clerk, { listed }) => rememberListed(listed, devices(userOf(clerk)))],
  ['POST /me/sessions/:id/revoke', revoke],

  ['GET /me/organization_memberships', (clerk, { page }) => userOf(clerk).getOrganizationMemberships(page)],
  [
    'DELETE /me/organization_memberships/:organization',
    (clerk, { ids }) => userOf(clerk).leaveOrganization(text(ids[0])),
  ],
  [
    'POST /organizations',
    (clerk, { params }) =>
      clerk.createOrganization({
        name: text(params['name']),
        ...(typeof params['slug'] === 'string' && { slug: params['slug'] }),
      }),
  ],
  ['PATCH /organizations/:id', organization((target, { params }) => target.update(params))],
  ['DELETE /organizations/:id', organization((target) => target.destroy())],
  ['PUT /organizations/:id/logo', organization((target, { file }) => target.setLogo({ file }))],
  ['DELETE /organizations/:id/logo', organization((target) => target.setLogo({ file: null }))],

  ['GET /organizations/:id/roles', organization((target, { page }) => target.getRoles(page))],
  [
    'GET /organizations/:id/memberships',
    organization((target, { page, params }) =>
      target.getMemberships({ ...page, ...(params['query'] !== undefined && { query: params['query'] }) }),
    ),
  ],
  [
    'PATCH /organizations/:id/memberships/:user',
    organization((target, { ids, params }) =>
      target.updateMember({ userId: text(ids[1]), role: text(params['role']) }),
    ),
  ],
  [
    'DELETE /organizations/:id/memberships/:user',
    organization((target, { ids }) => target.removeMember(text(ids[1]))),
  ],
  [
    'GET /organizations/:id/invitations',
    organization((target, { page, listed }) => rememberListed(listed, invitations(target, page))),
  ],
  [
    'POST /organizations/:id/invitations/bulk',
    organization((target, { params }) =>
      target.inviteMembers({
        emailAddresses: Array.isArray(params['emailAddress']) ? params['emailAddress'].map(String) : [],
        role: text(params['role']),
      }),
    ),
  ],
  ['POST /organizations/:id/invitations/:id/revoke', revoke],
];

const DEVICES = '/me/sessions';

/** @throws {AuthError} `signed_out` if the SDK has no client yet. */
function clientOf({ client }: ClerkSdk): ClerkClient {
  if (!client) throw new AuthError('signed_out');
  return client;
}

/** @throws {AuthError} `signed_out` if the user is signed out. */
function userOf({ user }: ClerkSdk): ClerkUser {
  if (!user) throw new AuthError('signed_out');
  return user;
}

/** @throws {AuthError} `not_found` if there is no item with this id. */
function found<Item extends { readonly id: string }>(items: readonly Item[], id: string | undefined): Item {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new AuthError('not_found');
  return item;
}

function emailAddress(clerk: ClerkSdk, [id]: readonly string[]) {
  return found(userOf(clerk).emailAddresses, id);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function signIn(
  method:
    | 'prepareFirstFactor'
    | 'attemptFirstFactor'
    | 'prepareSecondFactor'
    | 'attemptSecondFactor'
    | 'resetPassword',
): Call {
  return (clerk, { params }) => clientOf(clerk).signIn[method](params);
}

function signUp(method: 'create' | 'update' | 'prepareVerification' | 'attemptVerification'): Call {
  return (clerk, { params }) => clientOf(clerk).signUp[method](params);
}

/** Adds to the return URL what a development instance needs to recognize the browser. */
function withReturnUrl(clerk: ClerkSdk, params: ClerkParams): ClerkParams {
  const { redirectUrl } = params;
  return typeof redirectUrl === 'string'
    ? { ...params, redirectUrl: clerk.buildUrlWithAuth(redirectUrl) }
    : params;
}

/** Uses the client's sessions, because the SDK clears the active one before a sign-out is rejected. */
async function touch(clerk: ClerkSdk, { ids: [id], params }: CallOptions): Promise<unknown> {
  const session = clientOf(clerk).sessions.find((candidate) => candidate.id === id);
  if (!session) throw new AuthError('signed_out');
  const { activeOrganizationId } = params;
  if (typeof activeOrganizationId !== 'string') return session.touch();

  const before = session.lastActiveOrganizationId;
  session.lastActiveOrganizationId = activeOrganizationId || null;
  try {
    return await session.touch();
  } catch (error) {
    session.lastActiveOrganizationId = before;
    throw error;
  }
}

/** Clears the SDK's cache first, which keeps the first list as long as the user, and an empty one after a failure. */
function devices(user: ClerkUser): Promise<readonly ClerkRevocable[]> {
  Object.assign(user, { cachedSessionsWithActivities: null });
  return user.getSessions();
}

async function invitations(
  target: ClerkOrganization,
  page: CallOptions['page'],
): Promise<readonly ClerkRevocable[]> {
  const { data } = await target.getInvitations({ ...page, status: ['pending'] });
  return data;
}

async function rememberListed(
  listed: ListedItems,
  listing: Promise<readonly ClerkRevocable[]>,
): Promise<void> {
  for (const item of await listing) listed.set(item.id, item);
}

async function revoke(_: ClerkSdk, { ids, listed }: CallOptions): Promise<unknown> {
  return found([...listed.values()], ids.at(-1)).revoke();
}

/** Passes the organization in the path: one of the user's own, without a request. */
function organization(call: (target: ClerkOrganization, options: CallOptions) => Promise<unknown>): Call {
  return async (clerk, options) => {
    const id = text(options.ids[0]);
    const membership = userOf(clerk).organizationMemberships.find(
      ({ organization: target }) => target.id === id,
    );
    return call(membership?.organization ?? (await clerk.getOrganization(id)), options);
  };
}

export interface SdkCalls {
  /** Returns the SDK's call for a request of the kit. */
  readonly callFor: (method: Method, path: string, content?: Content) => () => Promise<unknown>;
  /** Returns the list that must be loaded first, if the request revokes an item that the SDK has not listed yet. */
  readonly listBefore: (method: Method, path: string) => MissingList | undefined;
  readonly forgetLists: () => void;
}

interface MissingList {
  readonly path: string;
  readonly query: Fields;
  readonly answer: Answer<unknown>;
}

export function createSdkCalls(clerk: ClerkSdk): SdkCalls {
  const listed: ListedItems = new Map();

  return {
    callFor(method, path, { query = {}, fields = {}, body } = {}) {
      const segments = path.split('/').filter(Boolean);
      for (const [request, call] of calls) {
        const ids = match(request, method, segments);
        if (!ids) continue;
        const file = body?.get('file');
        return async () =>
          call(clerk, {
            ids,
            params: toParams({ ...query, ...fields }),
            page: toPage(query),
            file: file instanceof File ? file : null,
            listed,
          });
      }
      throw new Error(`The SDK has no call for ${method} ${path}.`);
    },

    forgetLists: () => listed.clear(),

    listBefore(method, path) {
      const [, list = '', id = ''] = /^(.+)\/([^/]+)\/revoke$/.exec(path) ?? [];
      if (method !== 'POST' || list === '' || listed.has(decodeURIComponent(id))) return undefined;
      return list === DEVICES
        ? { path: `${DEVICES}/active`, query: {}, answer: v.array(v.unknown()) }
        : { path: list, query: { limit: 500 }, answer: emptyAnswer };
    },
  };
}

/** Returns the parameters of a path that matches a request of the table, else `undefined`. */
function match(request: string, method: string, segments: readonly string[]): readonly string[] | undefined {
  const [wantedMethod, pattern = ''] = request.split(' ');
  const wanted = pattern.split('/').filter(Boolean);
  const fits =
    wantedMethod === method &&
    wanted.length === segments.length &&
    wanted.every((segment, index) => segment.startsWith(':') || segment === segments[index]);
  return fits
    ? segments.filter((_, index) => wanted[index]?.startsWith(':')).map(decodeURIComponent)
    : undefined;
}

/** Converts names like "email_address_id" to the SDK's camel case, and metadata to an object. */
function toParams(fields: Fields): ClerkParams {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        name === 'unsafe_metadata' ? (JSON.parse(String(value)) as unknown) : value,
      ]),
  );
}

function toPage({ limit, offset }: Fields): CallOptions['page'] {
  const pageSize = Number(limit ?? 10);
  return { initialPage: Math.floor(Number(offset ?? 0) / pageSize) + 1, pageSize };
}
