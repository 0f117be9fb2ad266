import type { AuthErrorCode } from '../auth/AuthError.ts';
import type { MessageVariants, TextsOf } from './formatMessage.ts';

/** Why a submission failed: the code of an API error, a maintenance, or no response. */
export type ErrorCode = AuthErrorCode | 'identifier_unknown' | 'maintenance_mode' | 'unreachable';

/** The text of an error. If there are several variants, the first one whose values are all known is shown. */
type ErrorText = string | MessageVariants;

/** `{email}` and `{provider}` are replaced if they are known. */
const texts = {
  maintenance_mode: 'We’re under maintenance, so this wasn’t saved. Nothing is lost.',
  unreachable: 'We couldn’t reach the service. Check your connection and try again.',
  invalid_credentials: 'The email address or password is incorrect.',
  identifier_taken: 'There’s already an account with this email address. Sign in, or use another address.',
  identifier_unknown: 'We couldn’t find an account with that email address.',
  username_taken: 'That username is taken. Try another.',
  password_too_weak: 'That password is too easy to guess. Choose a longer or less common one.',
  password_incorrect: 'That isn’t your current password. Try again.',
  password_unchanged: 'Choose a password that’s different from your current one.',
  code_incorrect: 'That code isn’t right. Check it and try again.',
  code_expired: 'That code has expired. Request a new one.',
  flow_expired: 'Your session expired. Start again.',
  email_unverified: 'Verify your email address first.',
  consent_required: 'Agree to the terms to continue.',
  provider_denied: [
    '{provider} didn’t sign you in. Try again.',
    'The other service didn’t sign you in. Try again.',
  ] as const,
  account_taken: [
    'This {provider} account is already connected to another user.',
    'This account is already connected to another user.',
  ] as const,
  passkey_canceled: 'No passkey was used. Try again.',
  signed_out: 'You’re no longer signed in. Sign in again.',
  session_missing:
    'We signed you in, but this browser didn’t keep the session. Allow cookies for this page and sign in again.',
  reverification_required: 'Sign in again to confirm it’s you.',
  last_identifier: 'This is your only way to sign in, so you can’t remove it.',
  address_linked: 'This address belongs to a connected account. Disconnect that account first.',
  file_rejected: 'We can’t use this file. Choose a smaller PNG, JPEG, GIF or WebP image.',
  slug_taken: 'That short name is taken. Try another.',
  already_member: ['{email} is already a member.', 'This person is already a member.'] as const,
  already_invited: ['{email} has already been invited.', 'This person has already been invited.'] as const,
  member_limit: 'This organization has reached its member limit. Remove a member first.',
  last_admin: 'An organization needs at least one admin. Make someone else an admin first.',
  not_allowed: 'You don’t have permission to do this.',
  not_found: 'This no longer exists.',
  invalid_input: 'Check what you entered and try again.',
  rate_limited: 'Too many attempts. Wait a moment and try again.',
  unexpected: 'Something went wrong. Try again.',
};

export type ErrorMessages = TextsOf<typeof texts> &
  Readonly<Record<ErrorCode, ErrorText>> &
  Readonly<Record<string, ErrorText>>;

/** The texts of errors. */
export const errorsInEnglish: { readonly errors: ErrorMessages } = { errors: texts };
