import { AuthError } from '../../auth/AuthError.ts';
import { withErrorMapping } from './createApi.ts';

/** Splits a full name at the first space, because the API has a first and a last name. */
export function splitName(name: string): { first_name: string; last_name: string } {
  const [first = '', ...others] = name.trim().split(/\s+/);
  return { first_name: first, last_name: others.join(' ') };
}

/** Maps errors about a part of the name to the one field of a form for the full name. */
export async function withNameField<Output>(
  { name }: { readonly name?: string },
  run: () => Promise<Output>,
): Promise<Output> {
  return withErrorMapping(({ code, field, backendCode, status }) => {
    const isPart = field === 'firstName' || field === 'lastName';
    return isPart && name !== undefined
      ? new AuthError(code, { field: 'name', backendCode, status })
      : undefined;
  }, run);
}
