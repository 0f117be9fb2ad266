/** The condition of the network between an adapter and its backend. */
export type NetworkCondition =
  /** Requests arrive. */
  | 'clear'
  /** Connections break without an answer. */
  | 'dropped'
  /** A proxy answers 503 with its own page. */
  | 'proxy-503'
  /** A proxy answers 401 with its own page. */
  | 'proxy-401'
  /** A captive portal answers 200 with its page. */
  | 'portal'
  /** Something answers 200 with an empty body. */
  | 'empty'
  /** Something answers 200 with JSON that is not the API's. */
  | 'foreign-json';

export type Backend = (request: Request) => Response | Promise<Response>;

/** A backend at an origin, with a network condition in front of it. */
export interface Network {
  readonly origin: string;
  network: NetworkCondition;
  close(): Promise<void>;
}

const page = (status: number) =>
  new Response('<!doctype html><title>Please wait</title>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

/** Returns what arrives instead of the backend's response. */
export const faultyAnswers: Readonly<Record<Exclude<NetworkCondition, 'clear' | 'dropped'>, () => Response>> =
  {
    'proxy-503': () => page(503),
    'proxy-401': () => page(401),
    portal: () => page(200),
    empty: () => new Response(null, { headers: { 'content-type': 'application/json' } }),
    'foreign-json': () => Response.json({ data: null, ok: true }),
  };
