import type { RequestRule } from 'maintenance-kit/protocol';

/** Requests whose kind differs from their method. The gate and the page share these rules. */
export const rules: readonly RequestRule[] = [
  // The active organization is part of the session.
  { kind: 'session', method: 'POST', path: '/api/auth/organization/set-active' },
];
