import * as v from 'valibot';
import type { ConnectedAccount, EmailAddress, UserDetails } from '../../auth/UserPort.ts';
import { additionalOf } from '../additionalOf.ts';
import { optionalText, verification, type Answer } from './answer.ts';
import { metadata } from './metadata.ts';

const flag = v.nullish(v.boolean(), false);

const emailAddress = v.object({
  id: v.string(),
  email_address: v.string(),
  verification,
  linked_to: v.nullish(v.array(v.object({ type: v.string() })), []),
});

const externalAccount = v.object({
  id: v.string(),
  provider: v.string(),
  email_address: optionalText,
  username: optionalText,
  label: optionalText,
  verification,
});

const user = v.object({
  id: v.string(),
  first_name: optionalText,
  last_name: optionalText,
  username: optionalText,
  image_url: optionalText,
  has_image: flag,
  password_enabled: flag,
  totp_enabled: flag,
  backup_code_enabled: flag,
  unsafe_metadata: metadata,
  primary_email_address_id: optionalText,
  email_addresses: v.array(emailAddress),
  external_accounts: v.nullish(v.array(externalAccount), []),
});

type UserBody = v.InferOutput<typeof user>;
type EmailAddressBody = v.InferOutput<typeof emailAddress>;

export const userAnswer: Answer<UserDetails> = ofUser((body) => {
  const name = [body.first_name, body.last_name].filter(Boolean).join(' ');
  const primary = body.email_addresses.find(({ id }) => id === body.primary_email_address_id);
  return {
    id: body.id,
    ...(body.first_name && { firstName: body.first_name }),
    ...(body.last_name && { lastName: body.last_name }),
    ...(name && { name }),
    ...(body.username && { username: body.username }),
    ...(primary && { email: primary.email_address }),
    ...(body.image_url && { imageUrl: body.image_url }),
    hasImage: body.has_image,
    hasPassword: body.password_enabled,
    hasAuthenticator: body.totp_enabled,
    hasBackupCodes: body.backup_code_enabled,
    ...additionalOf(body.unsafe_metadata),
  };
});

/** Reads the addresses, the primary one first. */
export const emailAddressesAnswer: Answer<readonly EmailAddress[]> = ofUser((body) =>
  body.email_addresses
    .map((address) => toEmailAddress(address, body.primary_email_address_id))
    .toSorted((one, other) => Number(other.isPrimary) - Number(one.isPrimary)),
);

export const emailAddressAnswer: Answer<EmailAddress> = v.pipe(
  v.object({ response: emailAddress }),
  v.transform(({ response }) => toEmailAddress(response, undefined)),
);

export const connectedAccountsAnswer: Answer<readonly ConnectedAccount[]> = ofUser((body) =>
  body.external_accounts.map((account) => {
    const label = [account.username, account.email_address, account.label].find(Boolean);
    return {
      id: account.id,
      provider: toProvider(account.provider),
      ...(label && { label }),
      isVerified: account.verification?.status === 'verified',
    };
  }),
);

function ofUser<Output>(read: (body: UserBody) => Output): Answer<Output> {
  return v.pipe(
    v.object({ response: user }),
    v.transform(({ response }) => read(response)),
  );
}

function toEmailAddress(body: EmailAddressBody, primaryId: string | null | undefined): EmailAddress {
  return {
    id: body.id,
    email: body.email_address,
    isPrimary: body.id === primaryId,
    isVerified: body.verification?.status === 'verified',
    linkedTo: body.linked_to.map(({ type }) => toProvider(type)),
  };
}

/** Returns the kit's id of a provider: "google" for "oauth_google". */
function toProvider(strategy: string): string {
  return strategy.replace(/^oauth_/, '');
}
