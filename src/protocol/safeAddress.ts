/** The use of an address: a page to open, a picture to show, an authenticator app to open. */
export type AddressUse = 'page' | 'picture' | 'authenticator';

const allowed: Readonly<Record<AddressUse, RegExp>> = {
  page: /^https?:/,
  picture: /^(https?:|blob:|data:image\/)/i,
  authenticator: /^otpauth:/,
};

/** The base for relative addresses. Only its scheme counts, which a page shares. */
const base = 'https://page.example/';

/**
 * Returns an address from a server unchanged if its scheme fits its use, else `undefined`. Relative addresses count as
 * `https:`. `javascript:` and other schemes that run or embed code fit no use.
 */
export function safeAddress(use: AddressUse, address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  try {
    return allowed[use].test(new URL(address, base).href) ? address : undefined;
  } catch {
    return undefined;
  }
}
