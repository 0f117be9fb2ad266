/** Radix Form looks fields up by name in plain objects, where `constructor` finds what is no field. */
export function radixNameOf(name: string): string {
  return `field:${name}`;
}
