import type { AuthOptions } from '../../auth/SessionPort.ts';
import type { Feature } from './capabilities.ts';
import type { BetterAuthAdapterOptions } from './options.ts';

/** Returns the server's configuration, as far as the adapter's options contain it. */
export function authOptions(
  {
    providers = [],
    passwordLength = { min: 8, max: 128 },
  }: Pick<BetterAuthAdapterOptions, 'providers' | 'passwordLength'>,
  isOn: (name: Feature) => boolean,
): AuthOptions {
  return {
    identifiers: isOn('username') ? ['email', 'username'] : ['email'],
    firstFactors: [
      'password',
      ...(isOn('email-otp') ? (['email-code'] as const) : []),
      ...(isOn('passkey') ? (['passkey'] as const) : []),
    ],
    secondFactors: isOn('two-factor') ? ['authenticator', 'backup-code'] : [],
    providers,
    password: { minLength: passwordLength.min, maxLength: passwordLength.max },
    signUp: {
      isOpen: true,
      name: 'required',
      firstName: 'off',
      lastName: 'off',
      username: isOn('username') ? 'optional' : 'off',
      password: 'required',
      legalConsent: false,
    },
    user: { canDeleteAccount: isOn('canDeleteAccount') },
    organizations: {
      isOn: isOn('organization'),
      canCreate: isOn('organization'),
      hasSlugs: isOn('organization'),
    },
  };
}
