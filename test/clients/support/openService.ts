import type { Mode, SentRequest, Service } from './service.ts';

/** The browser's own `fetch`, which no observer of a test sees. */
const send = globalThis.fetch;

async function call(query = ''): Promise<Service> {
  const response = await send(`/__service${query}`);
  return (await response.json()) as Service;
}

/** Sets what the API does and its `Retry-After` in seconds, and forgets the requests. */
export async function setMode(mode: Mode, retryAfter = 7): Promise<void> {
  await call(`?mode=${mode}&retryAfter=${String(retryAfter)}`);
}

/** Returns the requests that the API has received since the last call. */
export async function takeRequests(): Promise<readonly SentRequest[]> {
  return (await call()).requests;
}

/** Returns the number of requests that the third party has received since the last call. */
export async function countToThirdParty(): Promise<number> {
  return (await call()).toThirdParty.length;
}

/** The base URLs of the API on the page's origin, of the same API on another origin, and of a third party's. */
export async function baseUrls() {
  const { other, third } = await call();
  return { same: `${location.origin}/api`, other: `${other}/api`, third: `${third}/api` };
}
