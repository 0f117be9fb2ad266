import type { UserChanges } from '../../auth/UserPort.ts';

/** Returns the full name: better-auth has no separate first and last name. */
export function nameOf({
  name,
  firstName,
  lastName,
}: Pick<UserChanges, 'name' | 'firstName' | 'lastName'>): string | undefined {
  if (name !== undefined || (firstName === undefined && lastName === undefined)) return name;
  return [firstName, lastName].filter(Boolean).join(' ');
}
