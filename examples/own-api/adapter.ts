import { AuthError, SystemUnderMaintenanceError } from 'maintenance-kit';
import type { AuthAdapter, AuthErrorCode, AuthField, AuthSession, SignInResult } from 'maintenance-kit';
import { readMaintenanceNotice, readServiceCheck } from 'maintenance-kit/protocol';

type Answer = { done?: true; session?: AuthSession | null; code?: AuthErrorCode; field?: AuthField };
const complete: SignInResult = { status: 'complete' };

export function ownApiAdapter(baseUrl: string): AuthAdapter {
  async function ask(promised: keyof Answer, method: string, path: string, values?: object) {
    const body = values && JSON.stringify(values);
    const headers = { 'content-type': 'application/json' };
    // The global fetch, read at each call, because the provider observes it.
    const response = await fetch(baseUrl + path, { method, headers, body: body ?? null });
    const notice = await readMaintenanceNotice(response);
    if (notice) throw new SystemUnderMaintenanceError({ notice, cause: response });
    const answer = (await response.json().catch(() => ({}))) as Answer;
    const { status, ok } = response;
    const { code, field } = answer;
    if (ok && promised in answer) return answer;
    if (status < 500 && code) throw new AuthError(code, { field, status, backendCode: code });
    // A proxy's error page or a captive portal: not an answer, so it doesn't sign the user out.
    throw Object.assign(new Error(`Unexpected response with status ${status}.`), { status });
  }

  return {
    name: 'own-api',
    baseUrl,
    loadSession: async () => (await ask('session', 'GET', '/session')).session ?? null,
    signInWithPassword: async (credentials) =>
      ask('done', 'POST', '/session', credentials).then(() => complete),
    signUp: async (details) => ask('done', 'POST', '/users', details).then(() => complete),
    signOut: async () => void (await ask('done', 'DELETE', '/session')),
    updateUser: async (changes) => void (await ask('done', 'PATCH', '/me', changes)),
    checkService: async ({ signal = null } = {}) =>
      readServiceCheck(await fetch(`${baseUrl}/maintenance`, { cache: 'no-store', signal })),
  };
}
