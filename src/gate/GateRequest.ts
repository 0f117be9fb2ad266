/** The parts of a request that the gate reads. A `Request` is one; the gate never reads its body. */
export interface GateRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: { readonly get: (name: string) => string | null };
  /** Only for rules whose `when` reads the body, which you have read: its text, or what a body parser made of it. */
  readonly body?: unknown;
}
