import { providerName } from '../../../auth/providerName.ts';
import type { FrontendApiSettings } from '../settings.ts';
import type { Body } from './body.ts';

const unused: Body = {
  enabled: false,
  required: false,
  immutable: false,
  verifications: [],
  used_for_first_factor: false,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verify_at_sign_up: false,
};

function attribute(requirement: 'off' | 'optional' | 'required', more: Body = {}): Body {
  return { ...unused, enabled: requirement !== 'off', required: requirement === 'required', ...more };
}

function toAttributes({ name, username, verifyEmailAddress, passkeys }: FrontendApiSettings): Body {
  return {
    email_address: attribute('required', {
      used_for_first_factor: true,
      first_factors: ['email_code'],
      verifications: ['email_code'],
      verify_at_sign_up: verifyEmailAddress,
    }),
    password: attribute('required'),
    first_name: attribute(name),
    last_name: attribute(name),
    username: attribute(username, { used_for_first_factor: username !== 'off' }),
    phone_number: unused,
    web3_wallet: unused,
    authenticator_app: attribute('optional', { used_for_second_factor: true, second_factors: ['totp'] }),
    backup_code: attribute('optional', { used_for_second_factor: true, second_factors: ['backup_code'] }),
    passkey: attribute(passkeys ? 'optional' : 'off', {
      used_for_first_factor: passkeys,
      first_factors: passkeys ? ['passkey'] : [],
    }),
  };
}

function toSocial(providers: readonly string[]): Body {
  return Object.fromEntries(
    providers.map((provider) => [
      `oauth_${provider}`,
      {
        enabled: true,
        required: false,
        authenticatable: true,
        block_email_subaddresses: false,
        strategy: `oauth_${provider}`,
        not_selectable: false,
        deprecated: false,
        name: providerName(provider),
        logo_url: null,
      },
    ]),
  );
}

function toUserSettings(settings: FrontendApiSettings): Body {
  return {
    attributes: toAttributes(settings),
    actions: { delete_self: true, create_organization: true, create_organizations_limit: null },
    social: toSocial(settings.providers),
    saml: { enabled: false },
    enterprise_sso: { enabled: false },
    sign_in: { second_factor: { required: false, enabled: true } },
    sign_up: {
      allowlist_only: false,
      progressive: true,
      captcha_enabled: false,
      mode: 'public',
      legal_consent_enabled: settings.legalConsent,
    },
    password_settings: {
      disable_hibp: false,
      min_length: settings.passwordMinLength,
      max_length: 72,
      require_special_char: false,
      require_numbers: false,
      require_uppercase: false,
      require_lowercase: false,
      show_zxcvbn: false,
      min_zxcvbn_strength: 0,
      allowed_special_characters: '',
    },
    passkey_settings: { allow_autofill: false, show_sign_in_button: false },
    username_settings: { min_length: 4, max_length: 64 },
  };
}

const displayConfig: Body = {
  object: 'display_config',
  id: 'display_config_emulator',
  instance_environment_type: 'development',
  branded: false,
  show_devmode_warning: false,
  theme: {},
  preferred_sign_in_strategy: 'password',
  logo_image_url: '',
  favicon_image_url: '',
  home_url: '',
  sign_in_url: '',
  sign_up_url: '',
  waitlist_url: '',
  user_profile_url: '',
  organization_profile_url: '',
  create_organization_url: '',
  after_sign_in_url: '',
  after_sign_up_url: '',
  after_sign_out_one_url: '',
  after_sign_out_all_url: '',
  after_switch_session_url: '',
  after_join_waitlist_url: '',
  after_leave_organization_url: '',
  after_create_organization_url: '',
  support_email: '',
  terms_url: '',
  privacy_policy_url: '',
  captcha_public_key: null,
  captcha_public_key_invisible: null,
  captcha_widget_type: null,
  captcha_provider: 'turnstile',
  captcha_oauth_bypass: [],
};

/** Returns the environment, with the features of the emulated instance. */
export function toEnvironmentBody(settings: FrontendApiSettings, maintenanceMode: boolean): Body {
  return {
    object: 'environment',
    id: 'env_emulator',
    maintenance_mode: maintenanceMode,
    client_debug_mode: false,
    partitioned_cookies: false,
    auth_config: {
      object: 'auth_config',
      id: 'aconf_emulator',
      single_session_mode: true,
      claimed_at: null,
      reverification: false,
    },
    display_config: { ...displayConfig, application_name: settings.applicationName },
    user_settings: toUserSettings(settings),
    organization_settings: {
      enabled: settings.organizations,
      max_allowed_memberships: settings.membersLimit,
      force_organization_selection: false,
      actions: { admin_delete: true },
      domains: { enabled: false, enrollment_modes: [], default_role: null },
      slug: { disabled: false },
      organization_creation_defaults: { enabled: false },
    },
    commerce_settings: {
      billing: {
        stripe_publishable_key: null,
        organization: { enabled: false, has_paid_plans: false },
        user: { enabled: false, has_paid_plans: false },
      },
    },
    api_keys_settings: { enabled: false, user_api_keys_enabled: false, orgs_api_keys_enabled: false },
    protect_config: { object: 'protect_config', id: 'protect_emulator', loaders: [] },
  };
}
