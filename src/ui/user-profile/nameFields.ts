import type { AuthOptions } from '../../auth/SessionPort.ts';
import type { UserDetails } from '../../auth/UserPort.ts';

export type NameField = 'name' | 'firstName' | 'lastName' | 'username';

/**
 * Returns the name fields of the page: first and last name, or the full name if the backend only has that. The
 * username is included if the user has one, or can have one.
 */
export function nameFieldsOf(user: UserDetails, options?: AuthOptions): readonly NameField[] {
  const { name, firstName, lastName, username } = user;
  const isWhole = name !== undefined && firstName === undefined && lastName === undefined;
  const { signUp } = options ?? {};
  const hasUsername = username !== undefined || (signUp !== undefined && signUp.username !== 'off');
  return [
    ...(isWhole ? (['name'] as const) : (['firstName', 'lastName'] as const)),
    ...(hasUsername ? (['username'] as const) : []),
  ];
}

/** Returns the user's displayed name. */
export function titleOf({ name, username, email }: UserDetails): string {
  return name ?? username ?? email ?? '';
}
