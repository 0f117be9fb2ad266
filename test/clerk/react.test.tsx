import { Clerk } from '@clerk/clerk-js';
import {
  ClerkLoaded,
  ClerkProvider,
  useAuth,
  useClerk,
  useSignIn,
  useUser,
  type ClerkProviderProps,
} from '@clerk/react';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { clerkAdapter } from '../../src/adapters/clerk.ts';
import {
  createMaintenanceMonitor,
  MaintenanceBanner,
  MaintenanceGuard,
  MaintenanceProvider,
  SignedIn,
  SignedOut,
  SignIn,
  SignOutButton,
  UserProfile,
  type MaintenanceMonitor,
} from '../../src/index.ts';
import { createFakePlatform } from '../support/fakePlatform.ts';
import { publishableKey } from './support/loadClerk.ts';
import { openService } from './support/openService.ts';
import { ADA, endMaintenance } from './support/renderWithClerk.tsx';
import { english } from '../../src/messages/english.ts';

const service = openService();

/** Shows what the SDK's own hooks return in the rest of an application. */
function Elsewhere(): ReactElement {
  const { user } = useUser();
  const { isSignedIn } = useAuth();
  return <p data-testid="elsewhere">{isSignedIn ? (user?.firstName ?? 'signed in') : 'signed out'}</p>;
}

/** The application's own form with the SDK's newest hook, which resolves to an error instead of rejecting. */
function HookForm({ onResult }: { readonly onResult: (result: unknown) => void }): ReactElement {
  const { signIn } = useSignIn();
  const press = () => signIn.password({ identifier: ADA.emailAddress, password: 'wrong' }).then(onResult);
  return (
    <MaintenanceGuard message="This way in is paused.">
      <button type="button" onClick={() => void press()}>
        By hook
      </button>
    </MaintenanceGuard>
  );
}

function Kit({
  monitor,
  children,
}: {
  readonly monitor: MaintenanceMonitor;
  readonly children: ReactNode;
}): ReactElement {
  const clerk = useClerk();
  const adapter = useMemo(() => clerkAdapter(clerk), [clerk]);
  return (
    <MaintenanceProvider monitor={monitor} adapter={adapter}>
      {children}
    </MaintenanceProvider>
  );
}

test("an application inside ClerkProvider works, and Clerk's hooks follow the kit", async () => {
  service.begin({ users: [ADA], passwordIterations: 1 });
  const results: unknown[] = [];
  const platform = createFakePlatform();
  const monitor = createMaintenanceMonitor({ platform, checkOnLoad: false });
  const props = {
    publishableKey: publishableKey(),
    proxyUrl: `${service.origin}/__clerk`,
    Clerk: Clerk as unknown as NonNullable<ClerkProviderProps['Clerk']>,
    prefetchUI: false,
    telemetry: false,
  } as const;
  await render(
    <ClerkProvider {...props}>
      <Elsewhere />
      <ClerkLoaded>
        <Kit monitor={monitor}>
          <MaintenanceBanner />
          <SignedIn>
            <UserProfile />
            <SignOutButton />
          </SignedIn>
          <SignedOut>
            <SignIn />
            <HookForm onResult={(result) => results.push(result)} />
          </SignedOut>
        </Kit>
      </ClerkLoaded>
    </ClerkProvider>,
  );
  const elsewhere = page.getByTestId('elsewhere');
  const firstName = page.getByLabelText(english.details.firstName);
  const save = page.getByRole('button', { name: english.profileDetails.save });

  const byHook = page.getByRole('button', { name: 'By hook' });
  service.setMode('maintenance', { format: 'flat', retryAfter: 30 });
  await userEvent.click(byHook);
  await expect.element(page.getByText(english.maintenance.availableAgain).last()).toBeVisible();
  expect(monitor.getSnapshot()).toMatchObject({ notice: { retryAfterMs: 30_000 } });
  // The SDK drops the code of a flat body from its error.
  await expect.poll(() => results).toMatchObject([{ error: { status: 503, errors: [] } }]);
  await endMaintenance({ monitor, platform, service });

  await userEvent.fill(page.getByLabelText(english.signIn.email), ADA.emailAddress);
  await userEvent.fill(page.getByLabelText(english.signIn.password, { exact: true }), ADA.password);
  await expect.element(elsewhere).toHaveTextContent('signed out');
  await userEvent.click(page.getByRole('button', { name: english.signIn.submit, exact: true }));
  await expect.element(elsewhere).toHaveTextContent('Ada');

  await userEvent.fill(firstName, 'Augusta');
  // The sign-in was sent before: on a clock that stands still, its success would end what begins now.
  await platform.advance(1000);
  service.setMode('maintenance', { format: 'flat' });
  await userEvent.click(save);
  await expect.element(page.getByText(english.userProfile.paused).first()).toBeVisible();
  await expect.element(elsewhere).toHaveTextContent('Ada');

  await endMaintenance({ monitor, platform, service });
  await userEvent.click(save);
  await expect.element(elsewhere).toHaveTextContent('Augusta');

  await userEvent.click(page.getByRole('button', { name: english.actions.signOut }));
  await expect.element(elsewhere).toHaveTextContent('signed out');
  await expect.element(page.getByLabelText(english.signIn.password, { exact: true })).toBeVisible();
});
