import { ApiError } from './apiError.ts';
import type { Backend } from './backend.ts';
import type { ProviderUser, SignInRecord } from './flowRecords.ts';
import { required } from './http.ts';
import type { ClientRecord } from './store.ts';
import { hasSecondFactor, type UserRecord } from './userRecords.ts';
import type { VerificationRecord } from './verification.ts';

/** The origin of the emulated providers. It serves no page: `answerAtProvider` answers instead. */
const PROVIDERS_ORIGIN = 'https://provider.emulator.example';

const PREFIX = 'oauth_';

export function isProviderStrategy(strategy: string): boolean {
  return strategy.startsWith(PREFIX);
}

/** Redirects the browser to the provider of `strategy`, which redirects back to `redirect_url`. */
export function beginAtProvider({ store, settings }: Backend, form: URLSearchParams): VerificationRecord {
  const strategy = required(form, 'strategy');
  const returnUrl = required(form, 'redirect_url');
  const provider = strategy.slice(PREFIX.length);
  if (!settings.providers.includes(provider)) {
    throw new ApiError('form_param_value_invalid', { param: 'strategy' });
  }
  const query = new URLSearchParams({ state: store.newId('state'), redirect_uri: returnUrl });
  return {
    strategy,
    status: 'unverified',
    attempts: 0,
    expireAt: null,
    redirectUrl: `${PROVIDERS_ORIGIN}/${provider}?${query}`,
  };
}

/** The user's answer at the provider. */
export type ProviderAnswer = ProviderUser | 'denied';

/** Applies the answer of a provider, and returns the URL to which it redirects the browser. */
export function answerAtProvider(backend: Backend, url: string, answer: ProviderAnswer): string {
  for (const client of backend.store.clients.values()) {
    if (client.signIn?.firstFactor?.redirectUrl === url) {
      settleSignIn(backend, client, client.signIn, client.signIn.firstFactor, answer);
    }
  }
  for (const user of backend.accounts.all()) settleConnection(backend, user, url, answer);
  return new URL(url).searchParams.get('redirect_uri') ?? '';
}

function deny(verification: VerificationRecord): void {
  verification.status = 'failed';
  verification.error = {
    code: 'oauth_access_denied',
    message: 'You did not grant access to your account',
  };
}

function settleSignIn(
  { store, accounts }: Backend,
  client: ClientRecord,
  signIn: SignInRecord,
  verification: VerificationRecord,
  answer: ProviderAnswer,
): void {
  if (answer === 'denied') {
    deny(verification);
    return;
  }
  const { strategy } = verification;
  const { emailAddress } = answer;
  const known = accounts.byExternalAccount(strategy, emailAddress);
  const user = known ?? accounts.byVerifiedEmailAddress(emailAddress);
  if (!user) {
    verification.status = 'transferable';
    signIn.providerUser = answer;
    return;
  }
  if (!known) accounts.addExternalAccount(user, strategy, emailAddress);
  verification.status = 'verified';
  signIn.user = user;
  signIn.status = hasSecondFactor(user) ? 'needs_second_factor' : 'complete';
  if (signIn.status === 'complete') signIn.createdSessionId = store.startSession(client, user).id;
}

function settleConnection(
  { accounts }: Backend,
  user: UserRecord,
  url: string,
  answer: ProviderAnswer,
): void {
  const account = user.externalAccounts.find(({ verification }) => verification.redirectUrl === url);
  if (!account) return;
  if (answer === 'denied') {
    deny(account.verification);
  } else if (accounts.byExternalAccount(account.strategy, answer.emailAddress)) {
    account.verification.status = 'failed';
    account.verification.error = {
      code: 'external_account_exists',
      message: 'This account is connected to another user.',
    };
  } else {
    account.emailAddress = answer.emailAddress;
    account.verification.status = 'verified';
  }
}
