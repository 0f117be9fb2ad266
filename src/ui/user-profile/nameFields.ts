import type { AuthOptions } from '../../auth/SessionPort.ts';
import type { UserDetails } from '../../auth/UserPort.ts';

export type NameField = 'name' | 'firstName' | 'lastName' | 'username';

/**
 * How the person is called there: by first and last name, or by the whole name where the backend knows that alone.
 * The username comes along where somebody has one, or may have one.
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

/** What the page calls the person. */
export function titleOf({ name, username, email }: UserDetails): string {
  return name ?? username ?? email ?? '';
}
