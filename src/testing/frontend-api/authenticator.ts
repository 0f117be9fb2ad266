/** Base32, RFC 4648. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;
const DIGITS = 6;

/** Returns a new secret of 160 bits in Base32, as RFC 4226 recommends. */
export function newAuthenticatorSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** Returns the URI that an authenticator reads from the QR code. */
export function authenticatorUri(issuer: string, account: string, secret: string): string {
  const label = [issuer, account].map(encodeURIComponent).join(':');
  return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer, digits: String(DIGITS), period: '30' })}`;
}

/**
 * Returns the code that an authenticator with this secret shows at that time (RFC 6238: SHA-1, six digits, 30 seconds).
 *
 * `atMs` is in milliseconds since the epoch.
 */
export async function authenticatorCode(secret: string, atMs: number): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(atMs / STEP_MS)));
  const key = await crypto.subtle.importKey(
    'raw',
    fromBase32(secret),
    { name: 'HMAC', hash: 'SHA-1' },
    false,
    ['sign'],
  );
  const digest = new DataView(await crypto.subtle.sign('HMAC', key, counter));
  const offset = digest.getUint8(digest.byteLength - 1) % 16;
  const number = (digest.getUint32(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** Returns whether a code is the current one or one of its neighbors, because clocks differ. */
export async function isAuthenticatorCode(secret: string, code: string, nowMs: number): Promise<boolean> {
  const codes = await Promise.all(
    [-STEP_MS, 0, STEP_MS].map((offsetMs) => authenticatorCode(secret, nowMs + offsetMs)),
  );
  return codes.includes(code);
}

function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bits = Array.from(text.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''), (letter) =>
    ALPHABET.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
