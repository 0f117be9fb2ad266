/** The texts and numbers among what a backend keeps of a user, as `UserDetails` has them: left out where there are none. */
export function additionalOf(kept: object): { readonly additional?: Readonly<Record<string, string>> } {
  const texts = Object.entries(kept)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => [name, String(value)] as const);
  return texts.length > 0 ? { additional: Object.fromEntries(texts) } : {};
}
