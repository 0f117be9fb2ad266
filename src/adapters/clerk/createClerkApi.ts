import { doneAnswer, type Answer } from '../frontend-api/answer.ts';
import type { Api } from '../frontend-api/createApi.ts';
import { readAnswer } from '../frontend-api/readAnswer.ts';
import type { ClerkSdk } from './ClerkSdk.ts';
import { createInterceptor, type EffectiveRequest } from './createInterceptor.ts';
import { createSdkCalls } from './sdkCalls.ts';
import { ownRefusal, toError } from './sdkErrors.ts';

export interface ClerkApi extends Api {
  /** Whether the SDK was given a 200 that is not the API's, by which it may have emptied what it knows. */
  sdkStateIsStale: boolean;
  /** Reads the newest answer to a call of the SDK that makes several requests. */
  readonly capture: <Output>(
    answer: Answer<Output>,
    isWanted: (request: EffectiveRequest) => boolean,
    call: () => Promise<unknown>,
  ) => Promise<Output>;
}

/**
 * The wire of the Frontend API with the SDK on it: each request is made by the SDK's own method, so what it knows of
 * the session, the user and the browser stays right, and what counts is the API's answer.
 */
export function createClerkApi(clerk: ClerkSdk, root: string): ClerkApi {
  const listen = createInterceptor();
  const sdk = createSdkCalls(clerk);
  const sendEnvironment = () => globalThis.fetch(`${root}/v1/environment`, { cache: 'no-store' });

  const api: ClerkApi = {
    session: null,
    sdkStateIsStale: false,
    hasOwnFetch: true,

    // The one request that nobody has to be known for: the SDK makes it once and never again.
    send: sendEnvironment,

    async capture(answer, isWanted, call) {
      const { answer: heard, error } = await listen(isWanted, call);
      const refusal = ownRefusal(error);
      if (refusal) throw refusal;
      if (!heard) throw toError(error);
      try {
        return await readAnswer(answer, heard.copy, heard.original);
      } catch (failure) {
        if (heard.original.ok) {
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

    async done(method, path, content) {
      await api.request(doneAnswer, method, path, content);
    },
  };
  return api;
}
