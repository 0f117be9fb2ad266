import type { AuthOptions, FieldRequirement } from '../../auth/SessionPort.ts';
import type { SignUpDetails, SignUpField } from '../../auth/SignInPort.ts';
import { readAdditional, type AdditionalField } from './AdditionalFields.tsx';
import { textValue } from './textValue.ts';

/** The fields of a new account, each optional or required. Others are not shown. */
export type AccountNeeds = Readonly<Partial<Record<'name' | SignUpField, FieldRequirement>>>;

/** The fields for a backend without options. */
export const plainNeeds: AccountNeeds = { name: 'required', email: 'required', password: 'required' };

export function needsOf({ signUp }: AuthOptions): AccountNeeds {
  const { name = 'off', firstName, lastName, username, password, legalConsent } = signUp;
  return {
    name,
    firstName,
    lastName,
    username,
    email: 'required',
    password,
    legalConsent: legalConsent ? 'required' : 'off',
  };
}

/** Returns the fields at which an error can be shown. */
export function fieldsOf(needs: AccountNeeds, additional: readonly AdditionalField[]): readonly string[] {
  const own = (Object.keys(needs) as ('name' | SignUpField)[]).filter((field) => isAsked(needs, field));
  return [...own, ...additional.map(({ name }) => name)];
}

export function isAsked(needs: AccountNeeds, field: 'name' | SignUpField): boolean {
  return (needs[field] ?? 'off') !== 'off';
}

/** Returns the entered details without optional ones that are empty. */
export function readDetails(
  values: FormData,
  needs: AccountNeeds,
  fields: readonly AdditionalField[],
): Partial<SignUpDetails> {
  const texts = (['name', 'firstName', 'lastName', 'username', 'email', 'password'] as const)
    .map((field) => [field, textValue(values, field)] as const)
    .filter(([field, text]) => isAsked(needs, field) && (text !== '' || needs[field] === 'required'));
  const filledIn = Object.entries(readAdditional(values, fields)).filter(([, text]) => text !== '');
  return {
    ...Object.fromEntries(texts),
    ...(filledIn.length > 0 && { additional: Object.fromEntries(filledIn) }),
    ...(isAsked(needs, 'legalConsent') && { legalConsent: values.has('legalConsent') }),
  };
}
