import { KitError } from '../protocol/KitError.ts';
import type { AuthAdapter } from './AuthAdapter.ts';

/** The names that the kit's forms give to fields of their own. */
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
 * Checks that the adapter sends what users type into additional fields, and that each field has a name of its own.
 *
 * @throws {KitError} MK507 where the adapter does not support additional fields, MK508 where a name is taken.
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
