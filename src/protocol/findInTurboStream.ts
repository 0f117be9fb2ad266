import { isObject } from './boundedReader.ts';
import { MAINTENANCE_CODE } from './notice.ts';

/** The number of values of one stream that are searched. */
const VALUE_LIMIT = 1000;

/**
 * Finds the object with the maintenance code in the response of a React Router action or loader (`text/x-script`).
 * Returns `undefined` if there is none.
 *
 * The first line is a JSON list of values, in which an object refers to its keys and members by their position:
 * `[{"_1":2},"code","maintenance_mode"]` is `{code: "maintenance_mode"}`.
 */
export function findInTurboStream(body: string): Readonly<Record<string, unknown>> | undefined {
  const values = firstLine(body);
  const isCode = (value: unknown): boolean => value === MAINTENANCE_CODE;
  if (!values?.some(isCode)) return undefined;
  for (const value of values) {
    if (!isObject(value) || Array.isArray(value)) continue;
    const found = Object.fromEntries(
      Object.entries(value).map(([key, at]) => [String(values[Number(key.slice(1))]), memberAt(values, at)]),
    );
    if (isCode(found['code'])) return found;
  }
  return undefined;
}

function firstLine(body: string): readonly unknown[] | undefined {
  try {
    const values: unknown = JSON.parse(body.split('\n', 1)[0] ?? '');
    return Array.isArray(values) ? values.slice(0, VALUE_LIMIT) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the string or number at a position. Other values don't matter here. */
function memberAt(values: readonly unknown[], at: unknown): unknown {
  const value = typeof at === 'number' ? values[at] : undefined;
  return isObject(value) ? undefined : value;
}
