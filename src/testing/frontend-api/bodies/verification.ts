import type { VerificationRecord } from '../verification.ts';
import type { Body } from './body.ts';

export function toVerificationBody(verification: VerificationRecord | null): Body | null {
  if (!verification) return null;
  const { status, strategy, attempts, expireAt, redirectUrl, nonce, error } = verification;
  return {
    object: `verification_${strategy.startsWith('oauth_') ? 'oauth' : strategy}`,
    status,
    strategy,
    attempts,
    expire_at: expireAt,
    ...(redirectUrl !== undefined && { external_verification_redirect_url: redirectUrl }),
    ...(nonce !== undefined && { nonce }),
    ...(error && { error: { ...error, long_message: error.message } }),
  };
}

/** Returns the masked address for a user who has not verified it yet: "a**@example.com". */
export function toSafeIdentifier(emailAddress: string): string {
  const [local = '', domain = ''] = emailAddress.split('@');
  return `${local.slice(0, 1)}**@${domain}`;
}
