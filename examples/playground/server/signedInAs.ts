import type { MiddlewareHandler } from 'hono';
import type { Auth } from './createAuth.ts';

/** The user of a request, for the application's own routes. */
export interface SignedIn {
  readonly Variables: { readonly userId: string };
}

/** Middleware that requires a session and provides its user. */
export function signedInAs(auth: Auth): MiddlewareHandler<SignedIn> {
  return async (context, next) => {
    const session = await auth.api.getSession({ headers: context.req.raw.headers });
    if (!session) return context.json({ code: 'signed_out' }, 401);
    context.set('userId', session.user.id);
    return next();
  };
}
