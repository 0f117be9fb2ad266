import type { SignInRecord } from '../store.ts';
import type { Body } from './body.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export function toSignInBody({ user, ...signIn }: SignInRecord): Body {
  return {
    id: signIn.id,
    object: 'sign_in',
    status: signIn.status,
    identifier: signIn.identifier,
    supported_identifiers: ['email_address'],
    supported_first_factors: [{ strategy: 'password' }],
    supported_second_factors: null,
    first_factor_verification:
      signIn.status === 'complete'
        ? { status: 'verified', strategy: 'password', attempts: 1, expire_at: null }
        : null,
    second_factor_verification: null,
    user_data: {
      first_name: user.firstName,
      last_name: user.lastName,
      image_url: user.imageUrl,
      has_image: user.imageUrl !== '',
    },
    created_session_id: signIn.createdSessionId,
    client_trust_state: 'known',
    abandon_at: signIn.createdAt + DAY_MS,
  };
}
