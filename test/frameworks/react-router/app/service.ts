import type { AuthSession } from 'maintenance-kit';

/** The application's API. */
export const askService = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`${process.env['SERVICE_URL']}${path}`, init);

/** The session of the request's cookie. */
export function readSession(request: Request): AuthSession | null {
  const name = /(?:^|; )user=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return name === undefined ? null : { id: `session-${name}`, user: { id: name, name } };
}
