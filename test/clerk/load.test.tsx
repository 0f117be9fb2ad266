import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { clerkAdapter } from '../../src/adapters/clerk.ts';
import {
  createMaintenanceMonitor,
  MaintenanceProvider,
  SignedIn,
  SignedOut,
  UserProfile,
} from '../../src/index.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { loadClerk } from './support/loadClerk.ts';
import { openService } from './support/openService.ts';
import { ADA, endMaintenance } from './support/renderWithClerk.tsx';
import { english } from '../../src/messages/english.ts';

const service = openService();
const signedIn = { users: [ADA], signedInAs: ADA.emailAddress, passwordIterations: 1 };

const arrived = () => service.requests().map(({ method, path }) => `${method} ${path}`);

describe('the SDK', () => {
  it.each([
    ['development', 'test', 'PATCH /v1/environment'],
    ['production', 'live', 'GET /v1/environment'],
  ] as const)('loads with a key of a %s instance', async (_, kind, environment) => {
    service.begin(signedIn);
    const clerk = await loadClerk(service.origin, kind);
    expect(clerk.status).toBe('ready');
    expect(arrived().toSorted()).toEqual(['GET /v1/client', environment]);
    expect(clerk.user?.fullName).toBe('Ada Lovelace');
    expect(await clerkAdapter(clerk).loadSession()).toMatchObject({
      id: clerk.session?.id,
      user: { email: ADA.emailAddress, name: 'Ada Lovelace' },
    });
  });

  it('the check uses the SDK’s own base URL', async () => {
    service.begin(signedIn);
    const clerk = await loadClerk(service.origin);
    expect(clerkAdapter(clerk).baseUrl).toBe(`${service.origin}/__clerk`);
  });
});

/** Otherwise the SDK would retry for some seconds with its stored token. */
function forgetCookies(): void {
  for (const [name] of document.cookie.split('; ').map((cookie) => cookie.split('='))) {
    document.cookie = `${name}=; max-age=0; path=/`;
  }
}

describe('a page that loads while every request fails', () => {
  it.each(['envelope', 'flat', 'html'] as const)(
    'the page shows neither view (%s), keeps the user signed in, and recovers without a reload',
    async (format) => {
      service.begin(signedIn);
      service.setMode('unavailable', { format, retryAfter: 30 });
      forgetCookies();
      const clerk = await loadClerk(service.origin);
      expect(clerk.status).toBe('degraded');

      const platform = createFakePlatform();
      const monitor = createMaintenanceMonitor({ platform, checkOnLoad: false });
      await render(
        <MaintenanceProvider monitor={monitor} adapter={clerkAdapter(clerk)}>
          <SignedIn>
            <UserProfile />
          </SignedIn>
          <SignedOut>
            <p>Please sign in</p>
          </SignedOut>
        </MaintenanceProvider>,
      );
      await expect.element(page.getByText(/unavailable/i).first()).toBeVisible();
      expect(page.getByText('Please sign in').query()).toBeNull();

      if (format === 'html') {
        service.setMode('operational');
        await platform.advance(5_000);
      } else {
        await endMaintenance({ monitor, platform, service });
      }
      await expect.element(page.getByLabelText(english.details.firstName)).toHaveValue('Ada');
      expect(clerk.user?.fullName).toBe('Ada Lovelace');
      await userEvent.fill(page.getByLabelText(english.details.firstName), 'Augusta');
      await userEvent.click(page.getByRole('button', { name: english.profileDetails.save }));
      await expect.poll(() => clerk.user?.firstName).toBe('Augusta');
    },
  );
});
