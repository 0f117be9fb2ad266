import { ApiError } from './apiError.ts';

/** A pending or finished verification: a code that was sent, or a redirect to a provider. */
export interface VerificationRecord {
  readonly strategy: string;
  status: 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable';
  attempts: number;
  readonly expireAt: number | null;
  /** The code that was sent. No response contains it. */
  readonly code?: string;
  /** The URL that the browser must open. */
  readonly redirectUrl?: string;
  /** The options of the browser's passkey request, in JSON. */
  readonly nonce?: string;
  error?: { readonly code: string; readonly message: string };
}

const CODE_LIFETIME_MS = 10 * 60 * 1000;
const MOST_ATTEMPTS = 3;

/** The emulated mail server: it stores messages instead of sending them. */
export interface Mail {
  /** Sends a code that is valid for ten minutes and three attempts. */
  sendCode(emailAddress: string, strategy: string): VerificationRecord;
  lastCode(emailAddress: string): string | undefined;
}

export function createMail(now: () => number, newCode: () => string): Mail {
  const sent = new Map<string, string>();
  return {
    sendCode(emailAddress, strategy) {
      const code = newCode();
      sent.set(emailAddress.toLowerCase(), code);
      return { strategy, status: 'unverified', attempts: 0, expireAt: now() + CODE_LIFETIME_MS, code };
    },
    lastCode: (emailAddress) => sent.get(emailAddress.toLowerCase()),
  };
}

/** @throws {ApiError} if the code is wrong, expired, not requested, or tried too often. */
export function checkCode(verification: VerificationRecord | null, code: string, now: number): void {
  if (verification?.code === undefined) throw new ApiError('verification_missing');
  if (verification.status === 'verified') throw new ApiError('verification_already_verified');
  if (verification.status === 'failed') throw new ApiError('verification_failed');
  if (now >= (verification.expireAt ?? Infinity)) {
    verification.status = 'expired';
    throw new ApiError('verification_expired');
  }
  verification.attempts += 1;
  if (verification.code === code) {
    verification.status = 'verified';
    return;
  }
  if (verification.attempts >= MOST_ATTEMPTS) verification.status = 'failed';
  throw new ApiError('form_code_incorrect', { param: 'code' });
}

export function verifiedBy(strategy: string): VerificationRecord {
  return { strategy, status: 'verified', attempts: 1, expireAt: null };
}
