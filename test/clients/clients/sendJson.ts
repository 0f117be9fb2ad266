import { second } from './Client.ts';

/** Sends a request with `fetch`, as the functions do that applications pass to TanStack Query and SWR. */
export async function sendJson(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${String(response.status)} ${response.statusText}`);
  const value: unknown = await response.json();
  return value;
}

const headers = { 'content-type': 'application/json' };

export const post: RequestInit = { method: 'POST', headers, body: JSON.stringify(second) };
export const put: RequestInit = { method: 'PUT', headers, body: JSON.stringify(second) };
