// @vitest-environment node
import { describe, expect, it, test } from 'vitest';
import {
  authenticatorCode,
  authenticatorUri,
  isAuthenticatorCode,
  newAuthenticatorSecret,
} from '../../../src/testing/frontend-api/authenticator.ts';

/** "12345678901234567890" in Base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('the code', () => {
  // RFC 6238, appendix B: the last six of its eight digits.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('the code at %d seconds is %s', async (seconds, code) => {
    expect(await authenticatorCode(secret, seconds * 1000)).toBe(code);
  });

  it('a code is valid half a minute before and after, and no longer', async () => {
    const isGood = (seconds: number) => isAuthenticatorCode(secret, '081804', seconds * 1000);
    expect(
      await Promise.all([1111111049, 1111111079, 1111111109, 1111111139, 1111111170].map(isGood)),
    ).toEqual([false, true, true, true, false]);
  });

  it('a secret may be typed in groups: only its letters count', async () => {
    const grouped = secret.toLowerCase().replaceAll(/(.{4})/g, '$1 ');
    expect(await authenticatorCode(grouped, 59_000)).toBe('287082');
  });
});

test('a secret has 160 bits, and its URI contains the authenticator’s data', () => {
  const fresh = newAuthenticatorSecret();
  expect(fresh).toMatch(/^[A-Z2-7]{32}$/);
  expect(newAuthenticatorSecret()).not.toBe(fresh);
  const uri = new URL(authenticatorUri('Acme & Co', 'ada@example.com', fresh));
  expect(uri.href).toMatch(/^otpauth:\/\/totp\/Acme%20%26%20Co:ada%40example\.com\?/);
  expect(uri.searchParams.get('secret')).toBe(fresh);
  expect(uri.searchParams.get('issuer')).toBe('Acme & Co');
});
