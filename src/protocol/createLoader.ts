/** Code that loads when it is needed. */
export interface Loader<Value> {
  /** Returns the code if it is loaded. */
  readonly known: () => Value | undefined;
  /** Loads the code once, for all callers. A failed load is not kept: the next call loads again. */
  readonly load: () => Promise<Value>;
}

export function createLoader<Value>(load: () => Promise<Value>): Loader<Value> {
  let known: Value | undefined;
  let loading: Promise<Value> | undefined;

  async function loadOnce(): Promise<Value> {
    try {
      known = await load();
      return known;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  }

  return { known: () => known, load: () => (loading ??= loadOnce()) };
}
