/** Returns a safe name for Radix Form, which looks up fields in plain objects, where `constructor` is inherited. */
export function radixNameOf(name: string): string {
  return `field:${name}`;
}
