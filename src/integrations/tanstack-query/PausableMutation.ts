/** The parts of TanStack Query's `Mutation` that the kit uses. */
export interface PausableMutation {
  readonly state: { readonly status: string; readonly isPaused: boolean };
  readonly meta: Readonly<Record<string, unknown>> | undefined;
  continue(): Promise<unknown>;
}

/** The parts of TanStack Query's `MutationCache` that the kit uses. */
export interface PausableMutationCache {
  /** Returns whether a mutation may start or go on. TanStack Query pauses it otherwise. */
  canRun(mutation: PausableMutation): boolean;
  getAll(): readonly PausableMutation[];
  subscribe(
    listener: (event: {
      readonly type: string;
      readonly mutation?: PausableMutation;
      readonly action?: { readonly type: string };
    }) => void,
  ): () => void;
}

/** The part of TanStack Query's `QueryClient` that the kit uses. */
export interface PausableQueryClient {
  getMutationCache(): PausableMutationCache;
}

/** Returns whether the application marked the mutation with `meta: { maintenance: 'pause' }`. */
export function pausesInMaintenance({ meta }: { readonly meta?: PausableMutation['meta'] }): boolean {
  return meta?.['maintenance'] === 'pause';
}
