import { AuthError } from '../../auth/AuthError.ts';
import type { ClerkSdk } from './ClerkSdk.ts';
import { clientOf, withReturnUrl, type Call, type CallOptions, type SdkCallTable } from './sdkCall.ts';

/** The calls for sessions, signing in and signing up. */
export const clientCalls: SdkCallTable = [
  ['GET /client', (clerk) => clientOf(clerk).reload()],
  ['DELETE /client/sessions', (clerk) => clientOf(clerk).removeSessions()],
  ['POST /client/sessions/:id/touch', touch],

  [
    'POST /client/sign_ins',
    (clerk, { params }) => clientOf(clerk).signIn.create(withReturnUrl(clerk, params)),
  ],
  ['POST /client/sign_ins/:id/prepare_first_factor', signIn('prepareFirstFactor')],
  ['POST /client/sign_ins/:id/attempt_first_factor', signIn('attemptFirstFactor')],
  ['POST /client/sign_ins/:id/prepare_second_factor', signIn('prepareSecondFactor')],
  ['POST /client/sign_ins/:id/attempt_second_factor', signIn('attemptSecondFactor')],
  ['POST /client/sign_ins/:id/reset_password', signIn('resetPassword')],

  ['POST /client/sign_ups', signUp('create')],
  ['PATCH /client/sign_ups/:id', signUp('update')],
  ['POST /client/sign_ups/:id/prepare_verification', signUp('prepareVerification')],
  ['POST /client/sign_ups/:id/attempt_verification', signUp('attemptVerification')],
];

function signIn(
  method:
    | 'prepareFirstFactor'
    | 'attemptFirstFactor'
    | 'prepareSecondFactor'
    | 'attemptSecondFactor'
    | 'resetPassword',
): Call {
  return (clerk, { params }) => clientOf(clerk).signIn[method](params);
}

function signUp(method: 'create' | 'update' | 'prepareVerification' | 'attemptVerification'): Call {
  return (clerk, { params }) => clientOf(clerk).signUp[method](params);
}

/** Uses the client's sessions, because the SDK clears the active one before a sign-out is rejected. */
async function touch(clerk: ClerkSdk, { ids: [id], params }: CallOptions): Promise<unknown> {
  const session = clientOf(clerk).sessions.find((candidate) => candidate.id === id);
  if (!session) throw new AuthError('signed_out');
  const { activeOrganizationId } = params;
  if (typeof activeOrganizationId !== 'string') return session.touch();

  const before = session.lastActiveOrganizationId;
  session.lastActiveOrganizationId = activeOrganizationId || null;
  try {
    return await session.touch();
  } catch (error) {
    session.lastActiveOrganizationId = before;
    throw error;
  }
}
