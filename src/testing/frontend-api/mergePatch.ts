type JsonObject = Readonly<Record<string, unknown>>;

/** Applies a JSON merge patch (RFC 7396): objects are merged, and `null` removes a member. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged = Object.entries(patch).map(([name, value]) => {
    const before = target[name];
    return [name, isObject(value) ? mergePatch(isObject(before) ? before : {}, value) : value] as const;
  });
  const members = Object.entries({ ...target, ...Object.fromEntries(merged) });
  return Object.fromEntries(members.filter(([, value]) => value !== null));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
