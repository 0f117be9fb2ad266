import { Clerk } from '@clerk/clerk-js';

/** Returns a key of a development instance, or of a production one with `live`. Its host receives no request. */
export function publishableKey(kind: 'test' | 'live' = 'test'): string {
  return `pk_${kind}_${btoa('clerk.app.example$')}`;
}

/** Loads the SDK as an application does, in front of a service. */
export async function loadClerk(origin: string, kind: 'test' | 'live' = 'test'): Promise<Clerk> {
  const clerk = new Clerk(publishableKey(kind), { proxyUrl: `${origin}/__clerk` });
  await clerk.load({ telemetry: false, unsafe_disableDevelopmentModeConsoleWarning: true });
  return clerk;
}
