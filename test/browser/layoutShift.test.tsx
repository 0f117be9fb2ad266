import type { ReactElement, ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { MaintenanceBanner, SignedIn, SignIn, UserProfile } from '../../src/index.ts';
import '../../src/styles/styles.css';
import type { FrontendApiOptions } from '../../src/testing/frontend-api/index.ts';
import { ADA, renderInBrowser, type BrowserApp } from '../support/renderInBrowser.tsx';
import { english } from '../../src/messages/english.ts';

function Page({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <>
      <MaintenanceBanner />
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
  readonly service: FrontendApiOptions;
  readonly isReady: () => Promise<void>;
}

const signIn: Screen = {
  children: <SignIn application="Acme" signUpUrl="#sign-up" />,
  service: {},
  async isReady() {
    await expect.element(page.getByText(english.forgottenPassword.link)).toBeVisible();
    await page.getByLabelText(english.signIn.email, { exact: true }).fill(ADA.emailAddress);
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
    await expect.element(page.getByRole('button', { name: english.profileDetails.save })).toBeVisible();
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

const banner = (): HTMLElement | null => document.querySelector('[data-slot="maintenance-banner"]');

async function begin({ api }: BrowserApp): Promise<void> {
  api.setMode('maintenance');
  await fetch('/__api/v1/me', { method: 'POST' });
  await expect.poll(() => banner()?.dataset['availability']).toBe('read-only');
}

async function end({ api, platform, monitor }: BrowserApp): Promise<void> {
  api.setMode('operational');
  await platform.advance(5_000);
  await monitor.checkNow();
  await expect.poll(() => banner()?.hasAttribute('data-recently-recovered')).toBe(true);
}

async function leave({ platform }: BrowserApp): Promise<void> {
  await platform.advance(10_000);
  await expect.poll(() => banner()?.childElementCount).toBe(0);
}

const sizes: readonly (readonly [name: string, width: number, height: number])[] = [
  ['desktop', 1280, 800],
  ['phone', 390, 844],
];

describe.each(sizes)('with a banner, on a %s', (_, width, height) => {
  it.each([
    ['the sign-in', signIn],
    ['the account page', account],
  ])('%s stays in place when a maintenance begins and ends in the background', async (__, screen) => {
    await page.viewport(width, height);
    document.body.style.margin = '0';
    const app = await renderInBrowser(<Page>{screen.children}</Page>, { service: screen.service });
    await screen.isReady();
    const shifts = {
      begin: await shiftOf(() => begin(app)),
      end: await shiftOf(() => end(app)),
      leave: await shiftOf(() => leave(app)),
    };
    expect(Object.values(shifts).filter((shift) => shift >= 0.02)).toEqual([]);
  });
});
