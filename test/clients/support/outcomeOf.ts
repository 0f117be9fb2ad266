/** Runs a call, and returns all that its caller can see of the result or of the error, as plain data. */
export async function outcomeOf(run: () => Promise<unknown>): Promise<object> {
  try {
    return { result: describe(await run()) };
  } catch (error) {
    return { error: describe(error) };
  }
}

/** What a `Response` and an `XMLHttpRequest` say of themselves. */
const members = ['status', 'statusText', 'url', 'type', 'ok', 'redirected', 'bodyUsed', 'readyState'];

/** Differ between two equal calls: a stack has the position of the call, and axios measures the time. */
const measured: ReadonlySet<PropertyKey> = new Set(['stack', 'duration']);

function describe(value: unknown, seen: ReadonlySet<unknown> = new Set()): unknown {
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return 'circular';
  const inside = new Set([...seen, value]);
  if (Array.isArray(value)) return value.map((item) => describe(item, inside));
  if (value instanceof Headers) return Object.fromEntries([...value].filter(([name]) => name !== 'date'));
  if (value instanceof Response || value instanceof XMLHttpRequest) {
    return Object.fromEntries(members.map((name) => [name, Reflect.get(value, name) as unknown]));
  }
  if (value instanceof AbortSignal) return { aborted: value.aborted };
  const names = Reflect.ownKeys(value).filter((name) => !measured.has(name));
  return {
    ...(value instanceof Error && { class: value.constructor.name, name: value.name }),
    ...Object.fromEntries(names.map((name) => [String(name), describe(read(value, name), inside)])),
  };
}

function read(holder: object, name: PropertyKey): unknown {
  try {
    return Reflect.get(holder, name);
  } catch (error) {
    return `throws ${String(error)}`;
  }
}
