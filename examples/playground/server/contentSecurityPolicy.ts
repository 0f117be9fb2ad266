/** The placeholder for the nonce in the built page. */
export const NONCE_PLACEHOLDER = 'nonce-of-this-page';

/** Returns a strict policy: inline code needs the nonce, and no string becomes code. */
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
