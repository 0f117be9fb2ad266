import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { render } from 'vitest-browser-react';
import { frontendApiAdapter } from '../../src/adapters/frontendApi.ts';
import {
  createMaintenanceMonitor,
  MaintenanceProvider,
  type MaintenanceMonitor,
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

export interface BrowserApp {
  readonly api: FrontendApi;
  readonly platform: FakePlatform;
  readonly monitor: MaintenanceMonitor;
}

export interface BrowserRenderOptions extends Omit<
  MaintenanceProviderProps,
  'monitor' | 'adapter' | 'children'
> {
  readonly service?: FrontendApiOptions;
}

/**
 * Renders an application in a real browser, with a provider and the emulated Frontend API. Layout, focus and presses
 * are the browser's own, and the clock moves only when a test moves it.
 */
export async function renderInBrowser(
  children: ReactNode,
  { service, ...props }: BrowserRenderOptions = {},
): Promise<BrowserApp> {
  const platform = createFakePlatform();
  const api = createFrontendApi({ users: [ADA], passwordIterations: 1, now: platform.now, ...service });
  onTestFinished(answerFetch((request) => api.fetch(request)));
  const monitor = createMaintenanceMonitor({ platform, checkOnLoad: false });
  await render(
    <MaintenanceProvider {...props} monitor={monitor} adapter={frontendApiAdapter({ baseUrl: '/__api' })}>
      {children}
    </MaintenanceProvider>,
  );
  return { api, platform, monitor };
}
