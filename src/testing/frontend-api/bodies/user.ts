import {
  hasSecondFactor,
  identifierOf,
  type EmailAddressRecord,
  type ExternalAccountRecord,
  type UserRecord,
} from '../userRecords.ts';
import type { Body } from './body.ts';
import { toVerificationBody } from './verification.ts';

export function toUserBody(user: UserRecord, memberships: readonly Body[] = []): Body {
  return {
    id: user.id,
    object: 'user',
    external_id: null,
    username: user.username,
    first_name: user.firstName,
    last_name: user.lastName,
    ...toImageBody(user),
    profile_image_id: user.imageUrl === '' ? '' : `img_${user.id}`,
    locale: null,
    timezone: null,
    primary_email_address_id: user.primaryEmailAddressId,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    email_addresses: user.emailAddresses.map((address) => toEmailAddressBody(user, address)),
    phone_numbers: [],
    web3_wallets: [],
    external_accounts: user.externalAccounts.map(toExternalAccountBody),
    enterprise_accounts: [],
    saml_accounts: [],
    passkeys: [],
    organization_memberships: memberships,
    password_enabled: user.password !== null,
    totp_enabled: hasSecondFactor(user),
    backup_code_enabled: user.backupCodes.size > 0,
    two_factor_enabled: hasSecondFactor(user),
    create_organization_enabled: true,
    create_organizations_limit: null,
    delete_self_enabled: true,
    banned: false,
    locked: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: 100,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
    legal_accepted_at: user.legalAcceptedAt,
    public_metadata: {},
    unsafe_metadata: user.unsafeMetadata,
    last_sign_in_at: user.lastSignInAt,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  };
}

/** Returns the public part of a user. */
export function toPublicUserBody(user: UserRecord): Body {
  return {
    user_id: user.id,
    identifier: identifierOf(user),
    first_name: user.firstName,
    last_name: user.lastName,
    ...toImageBody(user),
    username: user.username,
  };
}

export function toImageBody({ imageUrl }: { readonly imageUrl: string }): Body {
  return { image_url: imageUrl, has_image: imageUrl !== '' };
}

export function toEmailAddressBody(user: UserRecord, address: EmailAddressRecord): Body {
  return {
    id: address.id,
    object: 'email_address',
    email_address: address.emailAddress,
    reserved: false,
    verification: toVerificationBody(address.verification),
    linked_to: linkedAccounts(user, address).map(({ id, strategy }) => ({ type: strategy, id })),
    matches_sso_connection: false,
    created_at: address.createdAt,
    updated_at: address.createdAt,
  };
}

/** Returns the providers' accounts that verified the address. */
export function linkedAccounts(
  { externalAccounts }: UserRecord,
  { emailAddress }: EmailAddressRecord,
): ExternalAccountRecord[] {
  return externalAccounts.filter(
    (account) => account.emailAddress === emailAddress && account.verification.status === 'verified',
  );
}

export function toExternalAccountBody(account: ExternalAccountRecord): Body {
  return {
    id: account.id,
    object: 'external_account',
    provider: account.strategy,
    identification_id: `idn_${account.id}`,
    provider_user_id: account.emailAddress,
    approved_scopes: 'email profile',
    email_address: account.emailAddress,
    first_name: '',
    last_name: '',
    image_url: '',
    username: null,
    phone_number: null,
    public_metadata: {},
    label: null,
    verification: toVerificationBody(account.verification),
  };
}
