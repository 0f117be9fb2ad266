export interface PasswordHash {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly digest: Uint8Array<ArrayBuffer>;
}

/** Hashes a password with PBKDF2 and SHA-256, salted. */
export async function hashPassword(
  password: string,
  iterations: number,
  salt: Uint8Array<ArrayBuffer> = crypto.getRandomValues(new Uint8Array(16)),
): Promise<PasswordHash> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    key,
    256,
  );
  return { salt, digest: new Uint8Array(bits) };
}

/** Compares a password with a stored hash. */
export async function isPassword(
  password: string,
  { salt, digest }: PasswordHash,
  iterations: number,
): Promise<boolean> {
  const attempt = await hashPassword(password, iterations, salt);
  return attempt.digest.every((byte, index) => byte === digest[index]);
}
