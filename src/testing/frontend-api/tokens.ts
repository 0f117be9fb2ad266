interface TokenClaims {
  readonly iss: string;
  readonly sub: string;
  readonly sid: string;
  /** Seconds since the epoch, as in every JWT. */
  readonly iat: number;
}

const LIFETIME_SECONDS = 60;

/** Signs a session's tokens. The key exists only in this emulator: the tokens can't be verified elsewhere. */
export type SignToken = (claims: TokenClaims) => Promise<string>;

/** Signs the session tokens of one emulator. */
export function createTokenSigner(): SignToken {
  let key: Promise<CryptoKey> | undefined;

  return async (claims) => {
    key ??= crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const header = encode(JSON.stringify({ alg: 'HS256', kid: 'emulator', typ: 'JWT' }));
    const payload = encode(
      JSON.stringify({ ...claims, nbf: claims.iat - 10, exp: claims.iat + LIFETIME_SECONDS }),
    );
    const content = new TextEncoder().encode(`${header}.${payload}`);
    const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await key, content));
    return `${header}.${payload}.${encode(String.fromCharCode(...signature))}`;
  };
}

/** Encodes characters below 256 as Base64url. */
function encode(bytes: string): string {
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
