import type { Decorator, Loader, StoryContext } from '@storybook/react-vite';
import { http } from 'msw';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import {
  browserPlatform,
  createMaintenanceMonitor,
  MaintenanceProvider,
  type AuthAdapter,
  type MaintenanceMonitor,
  type Platform,
  type RecoveryPolicy,
} from '../../src/index.ts';
import {
  createFrontendApi,
  type FrontendApi,
  type FrontendApiMode,
  type FrontendApiModeOptions,
  type FrontendApiOptions,
} from '../../src/testing/frontend-api/index.ts';
import { readGlobals } from '../../.storybook/globals.ts';

/**
 * Where the services are: an origin of their own, since whatever the page's own origin rejects is believed by
 * every monitor of the page.
 */
const ORIGIN = 'https://api.example';

export const ADA = {
  emailAddress: 'ada@example.com',
  password: 'correct horse battery',
  firstName: 'Ada',
} as const;

/** What a story may say about the service behind it, as `parameters.service`. */
export interface StoryService extends FrontendApiOptions, Pick<FrontendApiModeOptions, 'retryAfter'> {
  /** What the service does from the start. Default: what the toolbar says. */
  readonly mode?: FrontendApiMode;
  /** False where nobody can ask whether it is over. Default: true. */
  readonly hasCheck?: boolean;
  /** How soon the page asks whether it is over. Default: as everywhere, after half a minute at the earliest. */
  readonly recovery?: Partial<RecoveryPolicy>;
}

/** The service behind a story, and what the page knows of it. */
export interface Service {
  readonly api: FrontendApi;
  readonly monitor: MaintenanceMonitor;
  readonly adapter: AuthAdapter;
}

/** Services by story, and by cell of a gallery: a documentation page shows many at once. */
const services = new Map<string, Service>();

/** Lets the service worker answer by the emulator of the story that asks. */
export const serviceHandlers = [
  http.all(`${ORIGIN}/:story/v1/*`, async ({ params, request }) => {
    const service = services.get(String(params['story']));
    if (!service) return new Response(null, { status: 404 });
    // What drops a connection here drops it for the page too.
    return await service.api.fetch(request).catch(() => Response.error());
  }),
];

/** A service of its own: what happens to it is no news to its neighbours on the page. */
export function createService(
  id: string,
  { mode = 'operational', retryAfter, hasCheck = true, recovery = {}, ...options }: StoryService,
  platform: Platform = storyPlatform(),
): Service {
  const api = createFrontendApi({ users: [ADA], passwordIterations: 1, ...options });
  api.setMode(mode, retryAfter === undefined ? {} : { retryAfter });
  const { checkService, ...adapter } = frontendApiAdapter({ baseUrl: `${ORIGIN}/${id}` });
  const service: Service = {
    api,
    monitor: createMaintenanceMonitor({ platform, recovery }),
    adapter: hasCheck && checkService ? { ...adapter, checkService } : adapter,
  };
  services.set(id, service);
  return service;
}

/** The browser's. What is typed into one story is no draft of another. */
export function storyPlatform(): Platform {
  return { ...browserPlatform(), draftStorage: undefined };
}

/** Sets up a service of its own for each story, before the story renders. */
export const serviceLoader: Loader = ({ id, parameters, globals }) => {
  const of = (parameters['service'] ?? {}) as StoryService;
  return { service: createService(id, { mode: readGlobals(globals).service, ...of }) };
};

export function serviceOf({ loaded }: Pick<StoryContext, 'loaded'>): Service {
  return loaded['service'] as Service;
}

/** Wraps a story as an application is wrapped. */
export const withService: Decorator = (Story, context) => {
  const { adapter, monitor, api } = serviceOf(context);
  return (
    <MaintenanceProvider key={context.id} adapter={adapter} monitor={monitor}>
      <Visit adapter={adapter} isWanted={api.mode !== 'operational'}>
        <Story />
      </Visit>
    </MaintenanceProvider>
  );
};

/** Somebody changes something, so that the page finds out what the service does before anybody types. */
export function Visit({
  adapter,
  isWanted,
  children,
}: {
  readonly adapter: AuthAdapter;
  readonly isWanted: boolean;
  readonly children: ReactNode;
}): ReactElement {
  useEffect(() => {
    if (isWanted) void fetch(`${adapter.baseUrl}/v1/me`, { method: 'POST' });
  }, [adapter, isWanted]);
  return <>{children}</>;
}
