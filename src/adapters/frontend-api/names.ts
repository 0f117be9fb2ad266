import { AuthError } from '../../auth/AuthError.ts';
import { withErrorMapping } from './createApi.ts';

/** The API knows a first and a last name: what comes before the first space, and what comes after it. */
export function splitName(name: string): { first_name: string; last_name: string } {
  const [first = '', ...others] = name.trim().split(/\s+/);
  return { first_name: first, last_name: others.join(' ') };
}

/** A form with one field for the whole name is told of that field, whichever part was refused. */
export async function renameName<Output>(
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
