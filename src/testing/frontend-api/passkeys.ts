import { ApiError } from './apiError.ts';
import type { Backend } from './backend.ts';
import type { UserRecord } from './userRecords.ts';
import type { VerificationRecord } from './verification.ts';

/** Begins a verification with any of the browser's passkeys for the page. */
export function beginWithPasskey({ store, settings }: Backend): VerificationRecord {
  if (!settings.passkeys) throw new ApiError('form_param_value_invalid', { param: 'strategy' });
  const challenge = btoa(store.newId('challenge')).replaceAll('=', '');
  return {
    strategy: 'passkey',
    status: 'unverified',
    attempts: 0,
    expireAt: null,
    nonce: JSON.stringify({ challenge, timeout: 60_000, userVerification: 'required', allowCredentials: [] }),
  };
}

/**
 * Returns the user of the passkey that the browser used.
 *
 * @throws {ApiError} if no user has it.
 */
export function passkeyOf({ accounts }: Backend, credential: string): UserRecord {
  const user = accounts.byPasskey(idOf(credential));
  if (!user) throw new ApiError('form_identifier_not_found');
  return user;
}

function idOf(credential: string): string {
  try {
    const { id } = Object(JSON.parse(credential)) as { readonly id?: unknown };
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}
