import { AuthError } from '../../auth/AuthError.ts';

/**
 * Returns whether an operation without a password failed because the backend requires one. Backends then answer as
 * they do to a wrong password.
 */
export function asksForPassword(error: unknown): boolean {
  return error instanceof AuthError && (error.code === 'password_incorrect' || error.field === 'password');
}
