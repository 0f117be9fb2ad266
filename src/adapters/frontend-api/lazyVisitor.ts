import type { SessionRequestOptions } from '../../auth/SessionPort.ts';
import { createLoader } from '../../protocol/createLoader.ts';
import { readCheck } from '../../protocol/lazyReader.ts';
import { lazyOperations } from '../lazyOperations.ts';
import type { OwnApi } from './createApi.ts';
import type { VisitorOperations } from './visitor.ts';

type LazyOperations = Omit<VisitorOperations, 'checkService'>;

const offered: Readonly<Record<keyof LazyOperations, true>> = {
  loadSession: true,
  refreshSession: true,
  signOut: true,
  loadAuthOptions: true,
  setActiveOrganization: true,
  getToken: true,
  loadSignIn: true,
  signInWithPassword: true,
  requestSignInCode: true,
  resendSignInCode: true,
  submitSignInCode: true,
  requestSecondFactorCode: true,
  submitSecondFactor: true,
  requestPasswordReset: true,
  setNewPassword: true,
  signInWithProvider: true,
  finishProviderSignIn: true,
  loadSignUp: true,
  signUp: true,
  completeSignUp: true,
  resendSignUpCode: true,
  submitSignUpCode: true,
};

/**
 * Returns the operations of a visitor: the session, signing in and signing up. In a browser their code loads at once, so
 * it arrives while the page starts, and never first during a maintenance. The requests that a page begins with don't
 * wait for it. The check of the service needs none of it.
 */
export function lazyVisitorOperations(api: OwnApi): VisitorOperations {
  const loader = createLoader<LazyOperations>(async () => {
    const { visitorOperations } = await import('./visitor.ts');
    return visitorOperations(api);
  });
  const operations = lazyOperations(Object.keys(offered) as (keyof LazyOperations)[], loader);
  // The first call tries again.
  if (typeof document !== 'undefined') void loader.load().catch(() => {});

  /** Runs an operation that begins with a GET request, and sends that request while the code loads. */
  function early<Output>(
    path: string,
    run: () => Promise<Output>,
    options?: SessionRequestOptions,
  ): Promise<Output> {
    return loader.known() ? run() : api.sendAhead(path, run, options);
  }

  return {
    ...operations,
    loadSession: (options) => early('/client', () => operations.loadSession(options), options),
    loadSignIn: () => early('/client', operations.loadSignIn),
    loadSignUp: () => early('/client', operations.loadSignUp),
    loadAuthOptions: () => early('/environment', operations.loadAuthOptions),
    async checkService({ maxAgeMs = 0, signal } = {}) {
      const { environment } = api;
      const isRecent = environment !== undefined && Date.now() - environment.sentAt < maxAgeMs;
      return readCheck(
        isRecent ? (await environment.copy).clone() : await api.send('GET', '/environment', { signal }),
      );
    },
  };
}
