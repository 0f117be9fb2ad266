import type { RequestRule } from 'maintenance-kit/protocol';

/** What the gate and the page both know of requests whose method says something else. */
export const rules: readonly RequestRule[] = [
  // Which organisation somebody works in is part of their session.
  { kind: 'session', method: 'POST', path: '/api/auth/organization/set-active' },
];
