import type { Clerk } from '@clerk/clerk-js';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { render } from 'vitest-browser-react';
import { clerkAdapter } from '../../../src/adapters/clerk.ts';
import {
  createMaintenanceMonitor,
  MaintenanceBanner,
  MaintenanceProvider,
  type MaintenanceMonitor,
} from '../../../src/index.ts';
import type { FrontendApiOptions } from '../../../src/testing/frontend-api/index.ts';
import { createFakePlatform, type FakePlatform } from '../../support/fakePlatform.ts';
import { loadClerk } from './loadClerk.ts';
import { openService, type OpenService } from './openService.ts';

export const ADA = {
  emailAddress: 'ada@example.com',
  password: 'correct horse battery',
  firstName: 'Ada',
  lastName: 'Lovelace',
} as const;

const organizations = [
  {
    name: 'Analytical Engines',
    members: [
      { emailAddress: ADA.emailAddress, role: 'org:admin' as const },
      { emailAddress: 'bob@example.com' },
    ],
  },
];

/** The page's only service. */
let opened: OpenService | undefined;
let loading: Promise<Clerk> | undefined;

/** Starts the SDK with a new service, as in a new browser. */
async function begin(options: FrontendApiOptions): Promise<Pick<AppWithClerk, 'service' | 'clerk'>> {
  const service = (opened ??= openService());
  service.begin({
    users: [ADA, { emailAddress: 'bob@example.com', password: 'long enough' }],
    organizations,
    passwordIterations: 1,
    ...options,
  });
  const clerk = await (loading ??= loadClerk(service.origin));
  clerk.client?.resetSignIn();
  clerk.client?.resetSignUp();
  await clerk.client?.reload();
  await clerk.setActive({ session: clerk.client?.lastActiveSessionId ?? null });
  service.forgetRequests();
  return { service, clerk };
}

export interface AppWithClerk {
  readonly service: OpenService;
  readonly clerk: Clerk;
  readonly monitor: MaintenanceMonitor;
  /** Its clock stands still until a test moves it, while the SDK's own runs. */
  readonly platform: FakePlatform;
  /** Returns the mutations that the service received. */
  readonly mutations: () => readonly string[];
}

/** Renders an application with a provider whose adapter is the SDK. */
export async function renderWithClerk(
  children: ReactNode | ((clerk: Clerk) => ReactNode),
  options: FrontendApiOptions = {},
): Promise<AppWithClerk> {
  const { service, clerk } = await begin(options);
  const platform = createFakePlatform();
  const monitor = createMaintenanceMonitor({ platform, checkOnLoad: false });
  await render(
    <MaintenanceProvider monitor={monitor} adapter={clerkAdapter(clerk)}>
      <MaintenanceBanner />
      {typeof children === 'function' ? children(clerk) : children}
    </MaintenanceProvider>,
  );
  return {
    service,
    clerk,
    monitor,
    platform,
    mutations: () =>
      service
        .requests()
        .filter(({ kind }) => kind === 'mutation')
        .map(({ method, path }) => `${method} ${path}`),
  };
}

/** Ends the maintenance and waits until the page notices by the next check. */
export async function endMaintenance({
  service,
  monitor,
  platform,
}: Pick<AppWithClerk, 'service' | 'monitor' | 'platform'>): Promise<void> {
  service.setMode('operational');
  const state = monitor.getSnapshot();
  if (state.status !== 'maintenance') throw new Error(`There is no maintenance to end: ${state.status}.`);
  await platform.advance(state.nextCheckAt - platform.now());
  await expect.poll(() => monitor.getSnapshot().status).toBe('operational');
}
