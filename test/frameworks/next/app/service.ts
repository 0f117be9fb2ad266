import { cookies } from 'next/headers';
import type { AuthSession } from 'maintenance-kit';
import { readMaintenanceNotice, SystemUnderMaintenanceError } from 'maintenance-kit/protocol';

/** The application's API. */
export const service = process.env['SERVICE_URL'] ?? '';

/** Throws what the API says about its maintenance. */
export async function askService(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(service + path, { cache: 'no-store', ...init });
  const notice = await readMaintenanceNotice(response);
  if (notice) throw new SystemUnderMaintenanceError({ notice });
  return response;
}

/** The session of the request's cookie. */
export async function readSession(): Promise<AuthSession | null> {
  const name = (await cookies()).get('user')?.value;
  return name === undefined ? null : { id: `session-${name}`, user: { id: name, name } };
}
