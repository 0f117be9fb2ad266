import type { Api } from './createApi.ts';
import { sessionOperations, type SessionOperations } from './session.ts';
import { signInOperations, type SignInOperations } from './signIn.ts';
import { signUpOperations, type SignUpOperations } from './signUp.ts';

export type VisitorOperations = SessionOperations &
  SignInOperations &
  Omit<SignUpOperations, 'transferSignUp'>;

/** Returns the operations of a visitor, which load together. */
export function visitorOperations(api: Api): VisitorOperations {
  const { transferSignUp, ...signUp } = signUpOperations(api);
  return { ...sessionOperations(api), ...signInOperations(api, { transferSignUp }), ...signUp };
}
