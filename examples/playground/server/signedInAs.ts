import type { MiddlewareHandler } from 'hono';
import type { Auth } from './createAuth.ts';

/** What the application's own routes know of whoever asks. */
export interface SignedIn {
  readonly Variables: { readonly userId: string };
}

/** Lets those pass who are signed in, and says who they are. */
export function signedInAs(auth: Auth): MiddlewareHandler<SignedIn> {
  return async (context, next) => {
    const session = await auth.api.getSession({ headers: context.req.raw.headers });
    if (!session) return context.json({ code: 'signed_out' }, 401);
    context.set('userId', session.user.id);
    return next();
  };
}
