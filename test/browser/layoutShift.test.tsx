import type { ReactElement, ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import {
  Card,
  Field,
  GuardedForm,
  MaintenanceBanner,
  MaintenanceGuard,
  OrganizationProfile,
  SignedIn,
  SignIn,
  SignUp,
  SubmitButton,
  UserProfile,
  useOrganizationSwitcher,
  useSubmission,
} from '../../src/index.ts';
import '../../src/styles/styles.css';
import type { FrontendApiOptions } from '../../src/testing/frontend-api/index.ts';
import { ADA, renderInBrowser, type BrowserApp } from '../support/renderInBrowser.tsx';
import { english } from '../../src/messages/english.ts';

interface PageProps {
  readonly hasBanner: boolean;
  readonly children: ReactNode;
}

function Page({ hasBanner, children }: PageProps): ReactElement {
  return (
    <>
      {hasBanner ? <MaintenanceBanner /> : null}
      <header style={{ padding: '16px 24px' }}>
        <a href="#home">Acme</a>
      </header>
      <main style={{ display: 'grid', placeItems: 'center', minBlockSize: 'calc(100dvh - 60px)' }}>
        {children}
      </main>
    </>
  );
}

interface Screen {
  readonly children: ReactElement;
  readonly service?: FrontendApiOptions;
  readonly isReady: () => Promise<void>;
}

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

const signIn: Screen = {
  children: <SignIn application="Acme" signUpUrl="#sign-up" />,
  async isReady() {
    await expect.element(page.getByText(english.forgottenPassword.link)).toBeVisible();
    await page.getByLabelText(english.signIn.email, { exact: true }).fill(ADA.emailAddress);
  },
};

const signUp: Screen = {
  children: <SignUp application="Acme" signInUrl="#sign-in" />,
  async isReady() {
    await page.getByLabelText(english.signUp.email, { exact: true }).fill('grace@example.com');
  },
};

function Rename(): ReactElement {
  const { submission, submit } = useSubmission(() => Promise.resolve());
  return (
    <Card title="Rename the project" titleId="rename">
      <GuardedForm
        draftKey="rename"
        labelledBy="rename"
        submission={submission}
        paused="You can't rename the project right now."
        onSubmit={submit}
      >
        <Field name="name" label="Name" required />
        <SubmitButton>Rename</SubmitButton>
      </GuardedForm>
    </Card>
  );
}

const ownForm: Screen = {
  children: <Rename />,
  async isReady() {
    await expect.element(button('Rename')).toBeVisible();
  },
};

const guarded: Screen = {
  children: (
    <Card title="Settings">
      <MaintenanceGuard>
        <button type="button">Send me a summary</button>
      </MaintenanceGuard>
      <a href="#help">Help</a>
    </Card>
  ),
  async isReady() {
    await expect.element(button('Send me a summary')).toBeVisible();
  },
};

const account: Screen = {
  children: (
    <SignedIn>
      <UserProfile />
    </SignedIn>
  ),
  service: { signedInAs: ADA.emailAddress },
  async isReady() {
    await expect.element(button(english.profileDetails.save)).toBeVisible();
  },
};

function FirstOrganization(): ReactElement | null {
  const { organizations } = useOrganizationSwitcher();
  const [first] = organizations.status === 'loaded' ? organizations.value : [];
  return first ? <OrganizationProfile organizationId={first.id} /> : null;
}

const organization: Screen = {
  children: <FirstOrganization />,
  service: {
    signedInAs: ADA.emailAddress,
    organizations: [
      { name: 'Acme Inc', slug: 'acme', members: [{ emailAddress: ADA.emailAddress, role: 'org:admin' }] },
    ],
  },
  async isReady() {
    await expect.element(button(english.organizationGeneral.save)).toBeVisible();
  },
};

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}

/** Returns the sum of the layout shifts while `change` takes effect, including those after a press. */
async function shiftOf(change: () => Promise<void>): Promise<number> {
  // Reports earlier shifts first.
  await frame();
  await frame();
  const shifts: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => void shifts.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  await change();
  await frame();
  await frame();
  await frame();
  shifts.push(...observer.takeRecords());
  observer.disconnect();
  return (shifts as LayoutShift[]).reduce((sum, { value }) => sum + value, 0);
}

/** The notice that the page shows: the banner's, or the one of a form. */
const notice = (): HTMLElement | null => document.querySelector('[data-slot="notice"]');

async function begin({ api }: BrowserApp): Promise<void> {
  api.setMode('maintenance');
  await fetch('/__api/v1/me', { method: 'POST' });
  await expect.poll(() => notice()?.dataset['availability']).toBe('read-only');
}

async function end({ api, platform, monitor }: BrowserApp): Promise<void> {
  api.setMode('operational');
  await platform.advance(5_000);
  await monitor.checkNow();
  await expect.poll(() => notice()?.hasAttribute('data-recently-recovered')).toBe(true);
}

async function leave({ platform }: BrowserApp): Promise<void> {
  await platform.advance(10_000);
  await expect.poll(notice).toBe(null);
}

const sizes: readonly (readonly [name: string, width: number, height: number])[] = [
  ['desktop', 1280, 800],
  ['phone', 390, 844],
];

describe.each(sizes)('on a %s', (_, width, height) => {
  describe.each([
    ['with a banner', true],
    ['without a banner', false],
  ])('%s', (__, hasBanner) => {
    it.each([
      ['the sign-in', signIn],
      ['the sign-up', signUp],
      ["the application's own form", ownForm],
      ['guarded content', guarded],
      ['the account page', account],
      ['the organization page', organization],
    ])('%s stays in place when a maintenance begins and ends in the background', async (___, screen) => {
      await page.viewport(width, height);
      document.body.style.margin = '0';
      const app = await renderInBrowser(<Page hasBanner={hasBanner}>{screen.children}</Page>, {
        service: screen.service ?? {},
      });
      await screen.isReady();
      const shifts = {
        begin: await shiftOf(() => begin(app)),
        end: await shiftOf(() => end(app)),
        leave: await shiftOf(() => leave(app)),
      };
      expect(Object.entries(shifts).filter(([, shift]) => shift >= 0.02)).toEqual([]);
    });
  });
});
