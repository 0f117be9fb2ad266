import type { UserRecord } from '../store.ts';
import type { Body } from './body.ts';

export function toUserBody(user: UserRecord): Body {
  return {
    id: user.id,
    object: 'user',
    external_id: null,
    username: null,
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: user.imageUrl,
    has_image: user.imageUrl !== '',
    profile_image_id: '',
    locale: null,
    timezone: null,
    primary_email_address_id: user.emailAddressId,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    email_addresses: [
      {
        id: user.emailAddressId,
        object: 'email_address',
        email_address: user.emailAddress,
        reserved: false,
        verification: { status: 'verified', strategy: 'admin', attempts: null, expire_at: null },
        linked_to: [],
        matches_sso_connection: false,
        created_at: user.createdAt,
        updated_at: user.updatedAt,
      },
    ],
    phone_numbers: [],
    web3_wallets: [],
    external_accounts: [],
    enterprise_accounts: [],
    saml_accounts: [],
    passkeys: [],
    organization_memberships: [],
    password_enabled: true,
    totp_enabled: false,
    backup_code_enabled: false,
    two_factor_enabled: false,
    create_organization_enabled: true,
    create_organizations_limit: null,
    delete_self_enabled: true,
    banned: false,
    locked: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: 100,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
    legal_accepted_at: null,
    public_metadata: {},
    unsafe_metadata: {},
    last_sign_in_at: user.lastSignInAt,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  };
}

/** What anyone may know of a user. */
export function toPublicUserBody(user: UserRecord): Body {
  return {
    user_id: user.id,
    identifier: user.emailAddress,
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: user.imageUrl,
    has_image: user.imageUrl !== '',
    username: null,
  };
}
