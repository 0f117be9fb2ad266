/** What an address is for: a page to go to, a picture to show, an authenticator app to open. */
export type AddressUse = 'page' | 'picture' | 'authenticator';

const allowed: Readonly<Record<AddressUse, RegExp>> = {
  page: /^https?:/,
  picture: /^(https?:|blob:|data:image\/)/i,
  authenticator: /^otpauth:/,
};

/** What a relative address is read against: only the scheme counts here, and a page's own is one of these. */
const base = 'https://page.example/';

/**
 * Returns an address that came from a server, unchanged, where its scheme fits what it is for; else `undefined`.
 * Relative addresses count as `https:`. `javascript:` and other schemes that run or embed code fit nothing.
 */
export function safeAddress(use: AddressUse, address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  try {
    return allowed[use].test(new URL(address, base).href) ? address : undefined;
  } catch {
    return undefined;
  }
}
