import * as v from 'valibot';
import type { AuthOptions, AuthProvider, FieldRequirement, SecondFactor } from '../../auth/SessionPort.ts';
import { lookUp } from '../../protocol/lookUp.ts';
import { optionalText, type Answer } from './answer.ts';

const flag = v.nullish(v.boolean(), false);
const length = v.nullish(v.number(), 0);

const attribute = v.object({
  enabled: flag,
  required: flag,
  used_for_first_factor: flag,
  first_factors: v.nullish(v.array(v.string()), []),
  used_for_second_factor: flag,
});

const provider = v.object({
  enabled: flag,
  authenticatable: flag,
  strategy: v.string(),
  name: optionalText,
  logo_url: optionalText,
});

const environment = v.object({
  display_config: v.object({
    application_name: optionalText,
    terms_url: optionalText,
    privacy_policy_url: optionalText,
  }),
  user_settings: v.object({
    attributes: v.record(v.string(), attribute),
    social: v.nullish(v.record(v.string(), provider), {}),
    sign_up: v.object({ mode: optionalText, legal_consent_enabled: flag }),
    password_settings: v.object({ min_length: length, max_length: length }),
    actions: v.object({ delete_self: flag, create_organization: flag }),
  }),
  organization_settings: v.object({
    enabled: flag,
    slug: v.nullish(v.object({ disabled: flag })),
  }),
});

type Attribute = v.InferOutput<typeof attribute>;

/** The API's own limits, within which an instance can choose. */
const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 72;

const secondFactors: readonly (readonly [attribute: string, factor: SecondFactor])[] = [
  ['authenticator_app', 'authenticator'],
  ['backup_code', 'backup-code'],
];

function toProvider({ strategy, name, logo_url: logoUrl }: v.InferOutput<typeof provider>): AuthProvider {
  const id = strategy.replace(/^oauth_/, '');
  return { id, name: name ?? id, ...(logoUrl && { logoUrl }) };
}

function requirement(found: Attribute | undefined): FieldRequirement {
  if (!found?.enabled) return 'off';
  return found.required ? 'required' : 'optional';
}

/** Reads the configuration of the instance from the environment. */
export const authOptionsAnswer: Answer<AuthOptions> = v.pipe(environment, v.transform(toAuthOptions));

function toAuthOptions({
  display_config: display,
  user_settings: { attributes, social, sign_up: signUp, password_settings: password, actions },
  organization_settings: organizations,
}: v.InferOutput<typeof environment>): AuthOptions {
  const email = attributes['email_address'];
  return {
    ...(display.application_name && { applicationName: display.application_name }),
    identifiers: [
      ...(email?.used_for_first_factor ? (['email'] as const) : []),
      ...(attributes['username']?.used_for_first_factor ? (['username'] as const) : []),
    ],
    firstFactors: [
      ...(attributes['password']?.enabled ? (['password'] as const) : []),
      ...(email?.first_factors.includes('email_code') ? (['email-code'] as const) : []),
      ...(attributes['passkey']?.used_for_first_factor ? (['passkey'] as const) : []),
    ],
    secondFactors: secondFactors
      .filter(([name]) => lookUp(attributes, name)?.used_for_second_factor)
      .map(([, factor]) => factor),
    providers: Object.values(social)
      .filter(({ enabled, authenticatable }) => enabled && authenticatable)
      .map(toProvider),
    password: {
      minLength: Math.max(password.min_length, SHORTEST_PASSWORD),
      maxLength: Math.min(password.max_length || LONGEST_PASSWORD, LONGEST_PASSWORD),
    },
    signUp: {
      isOpen: (signUp.mode ?? 'public') === 'public',
      firstName: requirement(attributes['first_name']),
      lastName: requirement(attributes['last_name']),
      username: requirement(attributes['username']),
      password: requirement(attributes['password']),
      legalConsent: signUp.legal_consent_enabled,
      ...(display.terms_url && { termsUrl: display.terms_url }),
      ...(display.privacy_policy_url && { privacyUrl: display.privacy_policy_url }),
    },
    user: { canDeleteAccount: actions.delete_self },
    organizations: {
      isOn: organizations.enabled,
      canCreate: organizations.enabled && actions.create_organization,
      hasSlugs: !organizations.slug?.disabled,
    },
  };
}
