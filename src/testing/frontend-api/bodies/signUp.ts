import type { SignUpRecord } from '../store.ts';
import type { Body } from './body.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const notStarted: Body = {
  status: 'unverified',
  strategy: null,
  attempts: null,
  expire_at: null,
  next_action: '',
  supported_strategies: [],
};

export function toSignUpBody(signUp: SignUpRecord): Body {
  return {
    id: signUp.id,
    object: 'sign_up',
    status: signUp.status,
    required_fields: ['email_address', 'password'],
    optional_fields: ['first_name', 'last_name'],
    missing_fields: [
      ...(signUp.emailAddress === null ? ['email_address'] : []),
      ...(signUp.hasPassword ? [] : ['password']),
    ],
    unverified_fields: [],
    username: null,
    first_name: signUp.firstName,
    last_name: signUp.lastName,
    email_address: signUp.emailAddress,
    phone_number: null,
    web3_wallet: null,
    external_account_strategy: null,
    external_account: null,
    has_password: signUp.hasPassword,
    unsafe_metadata: {},
    verifications: {
      email_address: notStarted,
      phone_number: notStarted,
      web3_wallet: notStarted,
      external_account: null,
    },
    created_session_id: signUp.createdSessionId,
    created_user_id: signUp.createdUserId,
    abandon_at: signUp.createdAt + DAY_MS,
    legal_accepted_at: null,
    locale: null,
    timezone: null,
  };
}
