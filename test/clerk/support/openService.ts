import { inject } from 'vitest';
import type { ServiceActions } from './service.ts';

export interface OpenService extends ServiceActions {
  readonly origin: string;
}

/** Waits synchronously, so that the next line of a test sees the change. */
function callService(message: readonly unknown[]): unknown {
  const request = new XMLHttpRequest();
  request.open('POST', inject('controlUrl'), false);
  request.send(JSON.stringify(message));
  if (request.status !== 200) throw new Error(`The service rejected ${JSON.stringify(message)}.`);
  const result: unknown = JSON.parse(request.responseText);
  return result;
}

/** Opens a service for this test file only. */
export function openService(): OpenService {
  const { index, origin } = callService([null]) as { readonly index: number; readonly origin: string };
  const names: Readonly<Record<keyof ServiceActions, true>> = {
    begin: true,
    setMode: true,
    requests: true,
    forgetRequests: true,
    hold: true,
    letGo: true,
  };
  const actions = Object.fromEntries(
    Object.keys(names).map((name) => [name, (...values: unknown[]) => callService([index, name, ...values])]),
  ) as unknown as ServiceActions;
  return { origin, ...actions };
}
