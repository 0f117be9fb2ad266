import { AuthError } from '../../auth/AuthError.ts';
import type { SignInPort, SignInResult } from '../../auth/SignInPort.ts';
import { signInAnswer } from '../frontend-api/signInAnswers.ts';
import type { ClerkSdk } from './ClerkSdk.ts';
import type { ClerkApi } from './createClerkApi.ts';

type PasskeyOperations = Required<Pick<SignInPort, 'signInWithPasskey'>>;

/** Signs in with a passkey through the SDK, which communicates with the browser. */
export function passkeyOperations(
  clerk: ClerkSdk,
  api: ClerkApi,
  { loadSignIn }: Required<Pick<SignInPort, 'loadSignIn'>>,
): PasskeyOperations {
  return {
    async signInWithPasskey(): Promise<SignInResult> {
      const { response } = await api.capture(
        signInAnswer,
        ({ method, path }) => method === 'POST' && path.startsWith('/client/sign_ins'),
        async () => clerk.client?.signIn.authenticateWithPasskey({ flow: 'discoverable' }),
      );
      if (response.status === 'complete') return { status: 'complete' };
      // A second factor is required: the next steps follow the sign-in that the API has begun.
      const next = await loadSignIn();
      if (!next) throw new AuthError('unexpected', { backendCode: response.status });
      return next;
    },
  };
}
