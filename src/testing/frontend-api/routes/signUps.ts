import { Hono } from 'hono';
import { ApiError } from '../apiError.ts';
import type { Backend } from '../backend.ts';
import { toSignUpBody } from '../bodies/signUp.ts';
import { assertSignedOut, readForm, respond, type RouteEnv } from '../http.ts';
import type { SignUpRecord } from '../store.ts';

const SHORTEST_PASSWORD = 8;

/**
 * `/v1/client/sign_ups`: complete at once when email address and password are there, since the emulated
 * instance verifies no addresses; until then `missing_requirements`.
 */
export function signUpRoutes(backend: Backend): Hono<RouteEnv> {
  const { store } = backend;

  function assertAcceptable(emailAddress: string | null, password: string | null): void {
    if (emailAddress !== null) {
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(emailAddress)) {
        throw new ApiError('form_param_format_invalid', { param: 'email_address' });
      }
      if (store.userByEmail(emailAddress)) {
        throw new ApiError('form_identifier_exists', { param: 'email_address' });
      }
    }
    if (password !== null && password.length < SHORTEST_PASSWORD) {
      throw new ApiError('form_password_length_too_short', { param: 'password' });
    }
  }

  return new Hono<RouteEnv>()
    .post('/', async (c) => {
      const { client } = c.var;
      assertSignedOut(c, backend);
      const form = await readForm(c);
      const emailAddress = form.get('email_address');
      const password = form.get('password');
      const firstName = form.get('first_name') || null;
      const lastName = form.get('last_name') || null;
      const hash = password === null ? null : await backend.hashPassword(password);
      // Nothing is awaited from here on: of two requests for one address the second is refused.
      assertAcceptable(emailAddress, password);

      const signUp: SignUpRecord = {
        id: store.newId('sua'),
        createdAt: store.now(),
        emailAddress,
        firstName,
        lastName,
        hasPassword: password !== null,
        status: 'missing_requirements',
        createdUserId: null,
        createdSessionId: null,
      };
      client.signUp = signUp;
      if (emailAddress !== null && hash !== null) {
        const user = store.addUser({ emailAddress, password: hash, firstName, lastName, imageUrl: '' });
        signUp.status = 'complete';
        signUp.createdUserId = user.id;
        signUp.createdSessionId = store.startSession(client, user).id;
      }
      return respond(c, backend, toSignUpBody(signUp));
    })
    .get('/:id', (c) => {
      const { signUp } = c.var.client;
      if (signUp?.id !== c.req.param('id')) throw new ApiError('resource_not_found');
      return respond(c, backend, toSignUpBody(signUp));
    });
}
