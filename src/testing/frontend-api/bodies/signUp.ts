import type { SignUpRecord } from '../flowRecords.ts';
import type { FrontendApiSettings } from '../settings.ts';
import type { Body } from './body.ts';
import { toVerificationBody } from './verification.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const notStarted: Body = {
  status: 'unverified',
  strategy: null,
  attempts: null,
  expire_at: null,
  next_action: '',
  supported_strategies: [],
};

/** Returns the instance's fields with the given values. A user of a provider needs no password. */
function fieldsOf(signUp: SignUpRecord, settings: FrontendApiSettings) {
  return [
    { field: 'email_address', value: signUp.emailAddress, rule: 'required' },
    {
      field: 'password',
      value: signUp.password,
      rule: signUp.externalStrategy === null ? 'required' : 'optional',
    },
    { field: 'first_name', value: signUp.firstName, rule: settings.name },
    { field: 'last_name', value: signUp.lastName, rule: settings.name },
    { field: 'username', value: signUp.username, rule: settings.username },
    {
      field: 'legal_accepted',
      value: signUp.legalAcceptedAt,
      rule: settings.legalConsent ? 'required' : 'off',
    },
  ];
}

/** Returns the required fields without a value. */
export function missingFields(signUp: SignUpRecord, settings: FrontendApiSettings): string[] {
  return fieldsOf(signUp, settings)
    .filter(({ value, rule }) => rule === 'required' && value === null)
    .map(({ field }) => field);
}

/** Returns the given fields that must still be verified. */
export function unverifiedFields(signUp: SignUpRecord, settings: FrontendApiSettings): string[] {
  const isProved =
    !settings.verifyEmailAddress ||
    signUp.emailAddress === null ||
    signUp.emailVerification?.status === 'verified';
  return isProved ? [] : ['email_address'];
}

export function toSignUpBody(signUp: SignUpRecord, settings: FrontendApiSettings): Body {
  const fields = fieldsOf(signUp, settings);
  const unverified = unverifiedFields(signUp, settings);
  return {
    id: signUp.id,
    object: 'sign_up',
    status: signUp.status,
    required_fields: fields.filter(({ rule }) => rule === 'required').map(({ field }) => field),
    optional_fields: fields.filter(({ rule }) => rule === 'optional').map(({ field }) => field),
    missing_fields: missingFields(signUp, settings),
    unverified_fields: unverified,
    username: signUp.username,
    first_name: signUp.firstName,
    last_name: signUp.lastName,
    email_address: signUp.emailAddress,
    phone_number: null,
    web3_wallet: null,
    external_account_strategy: signUp.externalStrategy,
    external_account: null,
    has_password: signUp.password !== null,
    unsafe_metadata: signUp.unsafeMetadata,
    verifications: {
      email_address:
        unverified.length === 0 && !signUp.emailVerification
          ? notStarted
          : {
              ...(toVerificationBody(signUp.emailVerification) ?? notStarted),
              next_action: signUp.emailVerification ? 'needs_attempt' : 'needs_prepare',
              supported_strategies: ['email_code'],
            },
      phone_number: notStarted,
      web3_wallet: notStarted,
      external_account: null,
    },
    created_session_id: signUp.createdSessionId,
    created_user_id: signUp.createdUserId,
    abandon_at: signUp.createdAt + DAY_MS,
    legal_accepted_at: signUp.legalAcceptedAt,
    locale: null,
    timezone: null,
  };
}
