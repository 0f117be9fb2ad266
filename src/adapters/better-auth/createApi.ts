import type * as v from 'valibot';
import type { BetterAuthClient, BetterAuthFetchOptions } from './client.ts';
import { request } from './request.ts';

/** The part of the client that the operations use. */
export interface Api {
  /** Calls one of its methods, "organization.update", and reads the data of the answer. */
  readonly call: <Schema extends v.GenericSchema>(
    schema: Schema,
    method: string,
    input?: object,
    init?: Pick<BetterAuthFetchOptions, 'cache' | 'signal'>,
  ) => Promise<v.InferOutput<Schema>>;
  /** Calls one of its methods that sends no request, and returns its result. */
  readonly compute: (method: string, input: object) => unknown;
  /**
   * Returns whether the method exists. The client of `createAuthClient` is a proxy on which every method exists, so
   * this is conclusive only for a client that is a plain object.
   */
  readonly has: (method: string) => boolean;
}

/** Wraps the client: calls its methods by name and validates what they return. */
export function createApi(client: BetterAuthClient): Api {
  function find(method: string): { readonly owner: unknown; readonly run: unknown } {
    const names = method.split('.');
    const last = names.pop() ?? '';
    let owner: unknown = client;
    for (const name of names) owner = Reflect.get(Object(owner) as object, name);
    const run: unknown = Reflect.get(Object(owner) as object, last);
    return { owner, run };
  }

  function invoke(method: string, input: object): unknown {
    const { owner, run } = find(method);
    // The operation is not available without the method, so the client has lost it since.
    if (typeof run !== 'function') throw new TypeError(`The client has no method ${method}.`);
    return Reflect.apply(run, owner, [input]);
  }

  return {
    call: (schema, method, input = {}, init = {}) =>
      request(
        schema,
        async (fetchOptions) =>
          await invoke(method, { ...input, fetchOptions: { ...fetchOptions, ...init } }),
      ),
    compute: invoke,
    has: (method) => typeof find(method).run === 'function',
  };
}
