import { ApiError } from './apiError.ts';

export interface RateLimit {
  readonly attempts: number;
  readonly perMs: number;
}

/** Counts one attempt at each call and refuses the one that is too many. */
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
