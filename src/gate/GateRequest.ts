/** The parts of a request that the gate reads. A `Request` is one; its body is never read. */
export interface GateRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: { readonly get: (name: string) => string | null };
}
