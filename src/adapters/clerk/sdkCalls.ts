import * as v from 'valibot';
import { emptyAnswer, type Answer } from '../frontend-api/answer.ts';
import type { Content, Fields, Method } from '../frontend-api/createApi.ts';
import type { ClerkParams, ClerkSdk } from './ClerkSdk.ts';
import { clientCalls } from './clientCalls.ts';
import { organizationCalls } from './organizationCalls.ts';
import type { CallOptions, ListedItems, SdkCallTable } from './sdkCall.ts';
import { userCalls } from './userCalls.ts';

/** Every request of the Frontend API that the kit sends. */
const calls: SdkCallTable = [...clientCalls, ...userCalls, ...organizationCalls];

const DEVICES = '/me/sessions';

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

/** Finds the SDK’s own method for each request of the Frontend API. */
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
