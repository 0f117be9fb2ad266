import type { AuthProvider } from '../../auth/SessionPort.ts';

/** What people call a provider: as the backend says it, else its id with a capital letter. */
export function providerName(id: string, providers: readonly AuthProvider[] = []): string {
  return (
    providers.find((provider) => provider.id === id)?.name ??
    id.replace(/^./u, (first) => first.toUpperCase())
  );
}
