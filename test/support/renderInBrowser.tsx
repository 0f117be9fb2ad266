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
import { createFrontendApi, type FrontendApi } from '../../src/testing/frontend-api/index.ts';
import { answerFetch } from './answers.ts';
import { createFakePlatform, type FakePlatform } from './fakePlatform.ts';

export const ADA = { emailAddress: 'ada@example.com', password: 'correct horse battery' } as const;

export interface BrowserApp {
  readonly api: FrontendApi;
  readonly platform: FakePlatform;
  readonly monitor: MaintenanceMonitor;
}

/**
 * An application in a real browser, below a provider and in front of the emulated Frontend API: what is laid out,
 * focused and pressed is the browser's own, while the clock stands still until a test moves it.
 */
export async function renderInBrowser(
  children: ReactNode,
  props: Omit<MaintenanceProviderProps, 'monitor' | 'adapter' | 'children'> = {},
): Promise<BrowserApp> {
  const platform = createFakePlatform();
  const api = createFrontendApi({ users: [ADA], passwordIterations: 1, now: platform.now });
  onTestFinished(answerFetch((request) => api.fetch(request)));
  const monitor = createMaintenanceMonitor({ platform });
  await render(
    <MaintenanceProvider {...props} monitor={monitor} adapter={frontendApiAdapter({ baseUrl: '/__api' })}>
      {children}
    </MaintenanceProvider>,
  );
  return { api, platform, monitor };
}
