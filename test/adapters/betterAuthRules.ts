import type { RequestRule } from '../../src/protocol/requestRules.ts';

/** The kinds of better-auth's requests where the method doesn't determine it. */
export const rules: readonly RequestRule[] = [
  { kind: 'mutation', method: 'GET', path: '/api/auth/callback/:provider' },
  { kind: 'mutation', method: 'GET', path: '/api/auth/verify-email' },
  { kind: 'session', method: 'POST', path: '/api/auth/organization/set-active' },
];
