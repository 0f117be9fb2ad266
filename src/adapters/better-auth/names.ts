import type { UserChanges } from '../../auth/UserPort.ts';

/** better-auth knows the whole name alone. */
export function nameOf({
  name,
  firstName,
  lastName,
}: Pick<UserChanges, 'name' | 'firstName' | 'lastName'>): string | undefined {
  if (name !== undefined || (firstName === undefined && lastName === undefined)) return name;
  return [firstName, lastName].filter(Boolean).join(' ');
}
