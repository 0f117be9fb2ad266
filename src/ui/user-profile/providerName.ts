import type { AuthProvider } from '../../auth/SessionPort.ts';

/** Returns a provider's displayed name: the backend's, else its id with a capital letter. */
export function providerName(id: string, providers: readonly AuthProvider[] = []): string {
  return (
    providers.find((provider) => provider.id === id)?.name ??
    id.replace(/^./u, (first) => first.toUpperCase())
  );
}
