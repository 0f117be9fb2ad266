/**
 * What the API does. `overloaded` answers every mutation with a 503 that is no maintenance; `unavailable` rejects reads
 * too.
 */
export type Mode = 'operational' | 'maintenance' | 'unavailable' | 'overloaded';

export interface SentRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Without those that the browser or the connection sets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Service {
  /** The origin where the API is served besides the page's. */
  readonly other: string;
  /** The origin of a third party that is always in maintenance. */
  readonly third: string;
  /** The requests to the API since the last call, without preflights. */
  readonly requests: readonly SentRequest[];
  readonly toThirdParty: readonly SentRequest[];
}
