/** What the built page has where a nonce belongs. */
export const NONCE_PLACEHOLDER = 'nonce-of-this-page';

/** A strict policy: nothing inline but what carries the nonce, and no string that becomes code. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
