import { KitError } from '../protocol/KitError.ts';
import type { AuthAdapter } from './AuthAdapter.ts';

/** The names of the fields in the kit's forms. */
const ownNames: ReadonlySet<string> = new Set([
  'name',
  'firstName',
  'lastName',
  'username',
  'email',
  'identifier',
  'password',
  'legalConsent',
]);

/**
 * Asserts that the adapter sends additional fields, and that each of them has a unique name.
 *
 * @throws {KitError} MK507 if the adapter doesn't support additional fields, MK508 if a name is taken.
 */
export function assertAdditionalFields(
  adapter: AuthAdapter,
  fields: readonly { readonly name: string }[],
  neededBy: string,
): void {
  if (fields.length === 0) return;
  if (!adapter.supportsAdditionalFields) {
    throw new KitError(
      'MK507',
      `${neededBy} was given additionalFields, which the adapter "${adapter.name}" would not send: send \`additional\` in signUp and updateUser, load it in loadUser and set supportsAdditionalFields: true on the adapter, or leave additionalFields out.`,
    );
  }
  const names = fields.map(({ name }) => name);
  const taken = names.find((name, index) => name === '' || ownNames.has(name) || names.indexOf(name) < index);
  if (taken !== undefined) {
    throw new KitError(
      'MK508',
      `${neededBy} was given an additional field with the name ${JSON.stringify(taken)}, which is empty, given to two fields or the kit's own: choose another name.`,
    );
  }
}
