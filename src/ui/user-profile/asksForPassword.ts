import { AuthError } from '../../auth/AuthError.ts';

/** Asked without the password, a backend that wants it refuses by what it would say of a wrong one. */
export function asksForPassword(error: unknown): boolean {
  return error instanceof AuthError && (error.code === 'password_incorrect' || error.field === 'password');
}
