import type { AuthAdapter, AuthOperation } from './AuthAdapter.ts';

/** Holds the newest of several adapters for the same backend. */
export interface AdapterSlot extends Pick<AuthAdapter, 'baseUrl' | 'loadSession' | 'refreshSession'> {
  /** Returns whether an adapter is for the same backend: its name and its base URL are the same. */
  readonly fits: (adapter: AuthAdapter | undefined) => boolean;
  /**
   * Returns an adapter with the operations of `adapter`. Each call goes to the newest adapter. The same set of
   * operations returns the same object, so that nothing is loaded again.
   */
  readonly viewOf: (adapter: AuthAdapter) => AuthAdapter;
  /** Sends every later call to `adapter`. */
  readonly replace: (adapter: AuthAdapter) => void;
}

/**
 * Creates a slot in which a new adapter takes over the operations of an earlier one. The session and loaded data stay.
 */
export function createAdapterSlot(first: AuthAdapter): AdapterSlot {
  const { name, baseUrl } = first;
  let newest = first;
  const views = new Map<string, AuthAdapter>();

  function callNewest(operation: AuthOperation) {
    return (...input: unknown[]): unknown => {
      const run: unknown = newest[operation];
      if (typeof run !== 'function')
        throw new TypeError(`The adapter has no operation ${operation} any more.`);
      return Reflect.apply(run, newest, input);
    };
  }

  return {
    baseUrl,
    loadSession: (options) => newest.loadSession(options),
    ...(first.refreshSession && {
      refreshSession: (options) =>
        newest.refreshSession ? newest.refreshSession(options) : newest.loadSession(options),
    }),
    fits: (adapter) => adapter?.name === name && adapter.baseUrl === baseUrl,
    viewOf(adapter) {
      const operations = operationsOf(adapter);
      const key = operations.join(' ');
      const known = views.get(key);
      if (known) return known;
      const view = {
        name,
        baseUrl,
        get supportsAdditionalFields() {
          return newest.supportsAdditionalFields ?? false;
        },
        ...Object.fromEntries(operations.map((operation) => [operation, callNewest(operation)])),
      } as AuthAdapter;
      views.set(key, view);
      return view;
    },
    replace(adapter) {
      newest = adapter;
    },
  };
}

/** Returns the names of an adapter's functions, in one order. An adapter may be an instance of a class. */
function operationsOf(adapter: AuthAdapter): readonly AuthOperation[] {
  const names = new Set<string>();
  for (let owner: unknown = adapter; isHolder(owner); owner = Object.getPrototypeOf(owner)) {
    for (const name of Object.getOwnPropertyNames(owner)) names.add(name);
  }
  names.delete('constructor');
  return ([...names].toSorted() as AuthOperation[]).filter((name) => typeof adapter[name] === 'function');
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null && value !== Object.prototype;
}
