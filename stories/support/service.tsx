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
  type WindowSource,
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
 * The origin of the services. It isn't the page's own origin, because every monitor trusts that one.
 */
const ORIGIN = 'https://api.example';

export const ADA = {
  emailAddress: 'ada@example.com',
  password: 'correct horse battery',
  firstName: 'Ada',
} as const;

/** The state of a story's service, as `parameters.service`. */
export interface StoryService extends FrontendApiOptions, Pick<FrontendApiModeOptions, 'retryAfter'> {
  /** The initial mode of a story that changes it. Default: the one in the toolbar, which a story sets by `globals`. */
  readonly mode?: FrontendApiMode;
  /** Whether the adapter has a check. Default: true. */
  readonly hasCheck?: boolean;
  /** How soon the page checks. Default: after 30 seconds at the earliest. */
  readonly recovery?: Partial<RecoveryPolicy>;
  /** The start and the end of a planned window, in minutes after noon, when the story begins. Default: none. */
  readonly planned?: readonly [startMinute: number, endMinute: number];
}

/** A story's service, and the monitor of its page. */
export interface Service {
  readonly api: FrontendApi;
  readonly monitor: MaintenanceMonitor;
  readonly adapter: AuthAdapter;
  readonly windows: WindowSource | undefined;
}

/** Services by story and by gallery cell, because a docs page shows many at once. */
const services = new Map<string, Service>();

/** Lets the service worker respond with the emulator of the requesting story. */
export const serviceHandlers = [
  http.all(`${ORIGIN}/:story/v1/*`, async ({ params, request }) => {
    const service = services.get(String(params['story']));
    if (!service) return new Response(null, { status: 404 });
    // An error here drops the connection of the page.
    return await service.api.fetch(request).catch(() => Response.error());
  }),
];

/** Creates a separate service, so that stories on one page don't affect each other. */
export function createService(
  id: string,
  { mode = 'operational', retryAfter, hasCheck = true, recovery = {}, planned, ...options }: StoryService,
  platform: Platform = storyPlatform(),
): Service {
  const api = createFrontendApi({ users: [ADA], passwordIterations: 1, ...options });
  api.setMode(mode, retryAfter === undefined ? {} : { retryAfter });
  const { checkService, ...adapter } = frontendApiAdapter({ baseUrl: `${ORIGIN}/${id}` });
  const service: Service = {
    api,
    monitor: createMaintenanceMonitor({
      platform: planned ? fromNoon(platform) : platform,
      recovery,
      // A story's own requests teach it about its service, at a time that its play function knows.
      checkOnLoad: false,
    }),
    adapter: hasCheck && checkService ? { ...adapter, checkService } : adapter,
    windows: planned && sourceOf(planned),
  };
  services.set(id, service);
  return service;
}

/** The shortest timer that doesn't run in tests: a notice goes after this time, which a slow machine takes to find it. */
const TOO_LONG_FOR_TESTS_MS = 10_000;

/** Noon of a summer's day, where the browser is. */
const NOON = new Date(2026, 5, 1, 12).getTime();

/** A platform whose wall clock begins at noon, so that a window is on the same day at any time. */
function fromNoon(platform: Platform): Platform {
  const begin = platform.monotonicNow();
  return { ...platform, now: () => NOON + (platform.monotonicNow() - begin) };
}

/** A source that announces its window a week ahead. */
function sourceOf([startMinute, endMinute]: NonNullable<StoryService['planned']>): WindowSource {
  const afterNoon = (minute: number): string => new Date(NOON + minute * 60_000).toISOString();
  const window = { id: 'planned', startsAt: afterNoon(startMinute), endsAt: afterNoon(endMinute) };
  return { load: () => Promise.resolve([window]), announceBeforeMs: 7 * 24 * 60 * 60_000 };
}

/** The browser's platform, with drafts, a state and checks for this story only. In tests, every notice stays. */
export function storyPlatform(): Platform {
  const platform = browserPlatform();
  return {
    ...platform,
    setTimer: (callback, delayMs) =>
      navigator.webdriver && delayMs >= TOO_LONG_FOR_TESTS_MS
        ? () => {}
        : platform.setTimer(callback, delayMs),
    draftStorage: undefined,
    sharedStorage: undefined,
    runAlone: async (_name, _waitMs, run) => run(),
  };
}

/** The code that a page loads when it is idle, so that no play function waits for a file. */
const idleCode = Promise.all([
  import('../../test/support/idlePage.ts'),
  import('../../src/react/WindowsConnection.ts'),
  import('../../src/ui/notice/WindowNotice.tsx'),
]);

/** Creates a separate service for each story before it renders, on a page that was idle once. */
export const serviceLoader: Loader = async ({ id, parameters, globals }) => {
  await idleCode;
  const of = (parameters['service'] ?? {}) as StoryService;
  return { service: createService(id, { mode: readGlobals(globals).service, ...of }) };
};

export function serviceOf({ loaded }: Pick<StoryContext, 'loaded'>): Service {
  return loaded['service'] as Service;
}

/** Wraps a story in the provider. */
export const withService: Decorator = (Story, context) => {
  const { adapter, monitor, api, windows } = serviceOf(context);
  return (
    <MaintenanceProvider
      key={context.id}
      adapter={adapter}
      monitor={monitor}
      windows={windows}
      locale={readGlobals(context.globals).locale}
    >
      <Visit adapter={adapter} isWanted={api.mode !== 'operational'}>
        <Story />
      </Visit>
    </MaintenanceProvider>
  );
};

/** Sends a mutation, so that the page knows the state of the service before the user types. */
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
