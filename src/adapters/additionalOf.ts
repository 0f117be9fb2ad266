/**
 * Returns the texts and numbers among the data that a backend stores for a user, as `additional` of `UserDetails`.
 * The member is absent if there are none.
 */
export function additionalOf(kept: object): { readonly additional?: Readonly<Record<string, string>> } {
  const texts = Object.entries(kept)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => [name, String(value)] as const);
  return texts.length > 0 ? { additional: Object.fromEntries(texts) } : {};
}
