import type { RequestRule } from '../../src/protocol/classifyRequest.ts';

/** What requests of better-auth are that their method does not tell. */
export const rules: readonly RequestRule[] = [
  { kind: 'mutation', method: 'GET', path: '/api/auth/callback/:provider' },
  { kind: 'mutation', method: 'GET', path: '/api/auth/verify-email' },
  { kind: 'session', method: 'POST', path: '/api/auth/organization/set-active' },
];
