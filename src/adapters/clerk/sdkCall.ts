import { AuthError } from '../../auth/AuthError.ts';
import type { Method } from '../frontend-api/createApi.ts';
import type { ClerkClient, ClerkParams, ClerkRevocable, ClerkSdk, ClerkUser } from './ClerkSdk.ts';

/** The content of a request, in the SDK's format. */
export interface CallOptions {
  /** The parameters of the path, in order. */
  readonly ids: readonly string[];
  readonly params: ClerkParams;
  /** The page of a list. */
  readonly page: { readonly initialPage: number; readonly pageSize: number };
  readonly file: File | null;
  readonly listed: ListedItems;
}

/** The items that the SDK has listed and can revoke, by id: it takes no ids itself. */
export type ListedItems = Map<string, ClerkRevocable>;

export type Call = (clerk: ClerkSdk, options: CallOptions) => Promise<unknown>;

/** Requests of the Frontend API, each with the SDK's own method for it. */
export type SdkCallTable = readonly (readonly [request: `${Method} /${string}`, call: Call])[];

/** @throws {AuthError} `signed_out` if the SDK has no client yet. */
export function clientOf({ client }: ClerkSdk): ClerkClient {
  if (!client) throw new AuthError('signed_out');
  return client;
}

/** @throws {AuthError} `signed_out` if the user is signed out. */
export function userOf({ user }: ClerkSdk): ClerkUser {
  if (!user) throw new AuthError('signed_out');
  return user;
}

/** @throws {AuthError} `not_found` if there is no item with this id. */
export function found<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string | undefined,
): Item {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new AuthError('not_found');
  return item;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Adds the parameters to the return URL that a development instance needs to recognize the browser. */
export function withReturnUrl(clerk: ClerkSdk, params: ClerkParams): ClerkParams {
  const { redirectUrl } = params;
  return typeof redirectUrl === 'string'
    ? { ...params, redirectUrl: clerk.buildUrlWithAuth(redirectUrl) }
    : params;
}

/** Keeps the items of a list, to revoke them by id later. */
export async function rememberListed(
  listed: ListedItems,
  listing: Promise<readonly ClerkRevocable[]>,
): Promise<void> {
  for (const item of await listing) listed.set(item.id, item);
}

/** Revokes an item that the SDK has listed. */
export async function revoke(_: ClerkSdk, { ids, listed }: CallOptions): Promise<unknown> {
  return found([...listed.values()], ids.at(-1)).revoke();
}
