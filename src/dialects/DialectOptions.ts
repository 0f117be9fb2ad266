import type { DialectDefinition } from './DialectDefinition.ts';

/** Options of every ready dialect. */
export interface DialectOptions {
  /**
   * The address that is requested to find out whether the maintenance is over. Each dialect says which address of its
   * API answers this. Default: none, so after the wait the next mutation decides.
   */
  readonly checkUrl?: string | undefined;
}

type Check = NonNullable<DialectDefinition['check']>;

/** Returns the check of a definition, if there is an address to request. */
export function checkOf(url: string | undefined, read?: Check['read']): Check | undefined {
  return url === undefined ? undefined : { url, read };
}
