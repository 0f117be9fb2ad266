import { act, cleanup, render } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import {
  createMaintenanceMonitor,
  MaintenanceProvider,
  type MaintenanceMonitor,
  type MaintenanceMonitorOptions,
  type MaintenanceProviderProps,
} from '../../src/index.ts';
import {
  createFrontendApi,
  type FrontendApi,
  type FrontendApiOptions,
} from '../../src/testing/frontend-api/index.ts';
import { answerFetch } from './answers.ts';
import { createFakePlatform, type FakePlatform } from './fakePlatform.ts';

export const ADA = { emailAddress: 'ada@example.com', password: 'correct horse battery' } as const;

export interface RenderedApp {
  readonly api: FrontendApi;
  readonly platform: FakePlatform;
  readonly monitor: MaintenanceMonitor;
  readonly user: UserEvent;
  /** The announcements in order, each with its urgency. */
  readonly spoken: readonly string[];
  /** Moves the clock on, and flushes React's updates. */
  readonly advance: (ms: number) => Promise<void>;
  /** Returns the mutations that the service received. */
  readonly mutations: () => readonly string[];
  readonly remount: () => void;
}

export interface RenderOptions extends Omit<MaintenanceProviderProps, 'monitor' | 'children'> {
  readonly service?: FrontendApiOptions;
  readonly platform?: FakePlatform;
  readonly monitor?: MaintenanceMonitorOptions;
}

/**
 * Renders an application with a provider, the emulated Frontend API and a clock that stands still. No check runs when it
 * loads: a test may begin a maintenance at the same time on that clock.
 */
export function renderWithApi(
  children: ReactNode,
  { service, platform = createFakePlatform(), monitor: options, ...props }: RenderOptions = {},
): RenderedApp {
  const api = createFrontendApi({ users: [ADA], passwordIterations: 1, now: platform.now, ...service });
  onTestFinished(answerFetch((request) => api.fetch(request)));
  const monitor = createMaintenanceMonitor({ platform, checkOnLoad: false, ...options });
  const adapter = frontendApiAdapter({ baseUrl: '/__api' });
  const spoken: string[] = [];
  onTestFinished(listen(spoken));

  const app = (
    <MaintenanceProvider monitor={monitor} adapter={adapter} {...props}>
      {children}
    </MaintenanceProvider>
  );
  let view = render(app);
  // The set-up cleans up after its own Testing Library. A file that resets its modules has another.
  onTestFinished(cleanup);
  return {
    api,
    platform,
    monitor,
    // The stories check in a real browser that nothing covers the pressed element.
    user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }),
    spoken,
    advance: (ms) => act(() => platform.advance(ms)),
    mutations: () =>
      api.requests.filter(({ kind }) => kind === 'mutation').map(({ method, path }) => `${method} ${path}`),
    remount() {
      view.unmount();
      view = render(app);
    },
  };
}

/** Records what a screen reader announces: text that enters an existing live region. */
function listen(spoken: string[]): () => void {
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const region = target instanceof Element ? target.closest('[role="alert"], [role="status"]') : null;
      const text = [...addedNodes].map((node) => node.textContent ?? '').join('');
      if (region && text !== '') {
        spoken.push(`${region.getAttribute('role') === 'alert' ? 'alert' : 'status'}: ${text}`);
      }
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
