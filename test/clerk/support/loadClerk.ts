import { Clerk } from '@clerk/clerk-js';

/** A key of a development instance; of a production one with `live`. Its host is where nothing is asked. */
export function publishableKey(kind: 'test' | 'live' = 'test'): string {
  return `pk_${kind}_${btoa('clerk.app.example$')}`;
}

/** The SDK as an application loads it, in front of a service. */
export async function loadClerk(origin: string, kind: 'test' | 'live' = 'test'): Promise<Clerk> {
  const clerk = new Clerk(publishableKey(kind), { proxyUrl: `${origin}/__clerk` });
  await clerk.load({ telemetry: false, unsafe_disableDevelopmentModeConsoleWarning: true });
  return clerk;
}
