import { ApiError } from './apiError.ts';

export interface RateLimit {
  readonly attempts: number;
  readonly perMs: number;
}

/** Returns a function that counts one attempt per call, and throws beyond the limit. */
export function createRateLimit(limit: RateLimit | undefined, now: () => number): () => void {
  let attemptedAt: number[] = [];
  return () => {
    if (!limit) return;
    attemptedAt = attemptedAt.filter((at) => at > now() - limit.perMs);
    const [oldest = now()] = attemptedAt;
    if (attemptedAt.length >= limit.attempts) {
      const retryAfterSeconds = Math.ceil((oldest + limit.perMs - now()) / 1000);
      throw new ApiError('too_many_requests', { retryAfterSeconds });
    }
    attemptedAt.push(now());
  };
}
