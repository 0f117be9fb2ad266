import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { toSignInBody } from '../bodies/signIn.ts';
import { assertSignedOut, readForm, required, respond, type RouteEnv } from '../http.ts';
import type { ClientRecord, SignInRecord } from '../store.ts';

/**
 * `/v1/client/sign_ins`: an attempt is begun with an identifier and is complete once a factor is verified, at
 * once where the password comes along. Steps of their own (`attempt_first_factor` and the like) end in
 * `complete` too.
 */
export function signInRoutes(backend: Backend): Hono<RouteEnv> {
  const { store } = backend;

  function complete(client: ClientRecord, signIn: SignInRecord): void {
    signIn.status = 'complete';
    signIn.createdSessionId = store.startSession(client, signIn.user).id;
  }

  return new Hono<RouteEnv>()
    .post('/', async (c) => {
      const { client } = c.var;
      assertSignedOut(c, backend);
      backend.countSignIn();
      const form = await readForm(c);
      const identifier = required(form, 'identifier');
      const user = store.userByEmail(identifier);
      if (!user) throw new ApiError('form_identifier_not_found', { param: 'identifier' });

      const signIn: SignInRecord = {
        id: store.newId('sia'),
        identifier,
        user,
        createdAt: store.now(),
        status: 'needs_first_factor',
        createdSessionId: null,
      };
      const password = form.get('password');
      if (password !== null) {
        if (!(await backend.hasPassword(user, password))) {
          throw new ApiError('form_password_incorrect', { param: 'password' });
        }
        complete(client, signIn);
      }
      client.signIn = signIn;
      return respond(c, backend, toSignInBody(signIn));
    })
    .get('/:id', (c) => {
      const { signIn } = c.var.client;
      if (signIn?.id !== c.req.param('id')) throw new ApiError('resource_not_found');
      return respond(c, backend, toSignInBody(signIn));
    });
}
