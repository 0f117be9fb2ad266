import { emptyAnswer, type Answer } from '../frontend-api/answer.ts';
import type { Api } from '../frontend-api/createApi.ts';
import { readAnswer } from '../frontend-api/readAnswer.ts';
import type { ClerkSdk } from './ClerkSdk.ts';
import { intercept, type EffectiveRequest } from './intercept.ts';
import { createSdkCalls } from './sdkCalls.ts';
import { clientErrorOf, toError } from './sdkErrors.ts';

export interface ClerkApi extends Api {
  /** Whether the SDK received a foreign 200, after which its own state may be empty. */
  sdkStateIsStale: boolean;
  /** Reads the newest response during an SDK call that sends several requests. */
  readonly capture: <Output>(
    answer: Answer<Output>,
    isWanted: (request: EffectiveRequest) => boolean,
    call: () => Promise<unknown>,
  ) => Promise<Output>;
}

/**
 * Creates the Frontend API on top of the SDK. Each request is sent by the SDK's own method, so that its session, user
 * and client stay up to date. The API's response determines the result.
 */
export function createClerkApi(clerk: ClerkSdk, root: string): ClerkApi {
  const sdk = createSdkCalls(clerk);
  const sendEnvironment = (signal: AbortSignal | null = null) =>
    globalThis.fetch(`${root}/v1/environment`, { cache: 'no-store', signal });

  const api: ClerkApi = {
    session: null,
    sdkStateIsStale: false,
    hasOwnFetch: true,

    // The only request that needs no user: the SDK sends it once and never again.
    send: (_method, _path, content) => sendEnvironment(content?.signal),

    async capture(answer, isWanted, call) {
      const { answer: captured, error } = await intercept(isWanted, call);
      const clientError = clientErrorOf(error);
      if (clientError) throw clientError;
      if (!captured) throw await toError(error);
      try {
        return await readAnswer(answer, captured.copy, captured.original);
      } catch (failure) {
        if (captured.original.ok) {
          api.sdkStateIsStale = true;
          sdk.forgetLists();
        }
        throw failure;
      }
    },

    async request(answer, method, path, content) {
      const list = sdk.listBefore(method, path);
      if (list) await api.request(list.answer, 'GET', list.path, { query: list.query });
      const call = path === '/environment' ? sendEnvironment : sdk.callFor(method, path, content);
      const wanted = path.replace(/\/$/, '');
      return api.capture(answer, (request) => request.method === method && request.path === wanted, call);
    },

    async execute(method, path, content) {
      await api.request(emptyAnswer, method, path, content);
    },
  };
  return api;
}
