import type { AuthAdapter } from '../../auth/AuthAdapter.ts';
import { AuthError, withValues } from '../../auth/AuthError.ts';

/** Adds the name of the provider to the error if that provider denied the sign-in, so that the text can name it. */
export async function naming<Result>(
  adapter: AuthAdapter,
  provider: string | undefined,
  result: Promise<Result>,
): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    const isDenied = error instanceof AuthError && error.code === 'provider_denied';
    if (!isDenied || provider === undefined) throw error;
    const options = await adapter.loadAuthOptions?.().catch(() => undefined);
    // The id is from the address of the page. Only a provider of the backend has a name to show.
    const name = options?.providers?.find(({ id }) => id === provider)?.name;
    throw name === undefined ? error : withValues(error, { provider: name });
  }
}
