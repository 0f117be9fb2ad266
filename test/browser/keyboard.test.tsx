import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { MaintenanceBanner, SignedIn, SignedOut, SignIn, UserProfile } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { ADA, renderInBrowser, type BrowserApp } from '../support/renderInBrowser.tsx';
import { english } from '../../src/messages/english.ts';

function Page({ hasBanner = false }: { readonly hasBanner?: boolean }): ReactElement {
  return (
    <>
      <button type="button">Before</button>
      {hasBanner ? <MaintenanceBanner /> : null}
      <SignIn signUpUrl="#sign-up" />
      <button type="button">After</button>
    </>
  );
}

const modes = {
  'read-only': 'maintenance',
  unavailable: 'unavailable',
  operational: 'operational',
} as const;

/** Sets the mode, and lets the page detect it: first by a rejection, later by a check. */
async function become(
  availability: keyof typeof modes,
  { api, platform, monitor }: BrowserApp,
): Promise<void> {
  api.setMode(modes[availability]);
  if (monitor.getSnapshot().status === 'maintenance') {
    await platform.advance(5_000);
    await monitor.checkNow();
  } else {
    await fetch('/__api/v1/me', { method: availability === 'unavailable' ? 'GET' : 'POST' });
  }
  await expect.poll(() => document.querySelector('form')?.dataset['availability']).toBe(availability);
}

const field = (name: string): Locator => page.getByLabelText(name, { exact: true });
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

/** Returns the name of the focused element; `nowhere` if no element has the focus. */
function focused(): string {
  const { activeElement: element } = document;
  if (element === null || element === document.body) return 'nowhere';
  if (element instanceof HTMLInputElement) return element.labels?.[0]?.textContent ?? '';
  if (element.matches('a, button')) return element.getAttribute('aria-label') ?? element.textContent;
  return element.getAttribute('data-slot') ?? element.outerHTML;
}

const WITHOUT_RING = ', without a ring';

/** Returns the stops of the Tab key between the focused element and the named one. */
async function walk(
  key: '{Tab}' | '{Shift>}{Tab}{/Shift}',
  end: string,
  stops: string[] = [],
): Promise<string[]> {
  await userEvent.keyboard(key);
  const stop = focused();
  if (stop === end || stops.length > 20) return stops;
  const isSeen =
    document.activeElement !== null && getComputedStyle(document.activeElement).outlineStyle !== 'none';
  return walk(key, end, [...stops, isSeen ? stop : stop + WITHOUT_RING]);
}

/** Returns the named stops and those without a ring. A notice can add other stops between them. */
function among(names: readonly string[], stops: readonly string[]): string[] {
  return stops.filter((stop) => names.includes(stop) || stop.endsWith(WITHOUT_RING));
}

describe('the Tab key', () => {
  it.each<[state: keyof typeof modes | 'recovered', stops: readonly string[]]>([
    [
      'operational',
      [
        english.signIn.email,
        english.signIn.password,
        english.field.show,
        english.signIn.submit,
        english.signIn.signUp,
      ],
    ],
    [
      'read-only',
      [
        english.signIn.email,
        english.signIn.password,
        english.field.show,
        english.signIn.submit,
        english.maintenance.checkNow,
        english.signIn.signUp,
      ],
    ],
    ['unavailable', [english.maintenance.checkNow, english.signIn.signUp]],
    [
      'recovered',
      [
        english.signIn.email,
        english.signIn.password,
        english.field.show,
        english.signIn.submit,
        english.over.dismiss,
        english.signIn.signUp,
      ],
    ],
  ])(
    'moves through SignIn in reading order, forward and back, with a visible ring at every stop: %s',
    async (state, stops) => {
      const app = await renderInBrowser(<Page />);
      if (state === 'recovered') {
        await become('read-only', app);
        await become('operational', app);
      } else if (state !== 'operational') {
        await become(state, app);
      }
      await button('Before').click();
      expect(among(stops, await walk('{Tab}', 'After'))).toEqual(stops);
      await button('After').click();
      expect(among(stops, await walk('{Shift>}{Tab}{/Shift}', 'Before'))).toEqual(stops.toReversed());
    },
  );
});

describe('a SignIn that is disabled by maintenance', () => {
  it.each(['{Enter}', ' '])(
    'sends nothing when "%s" is pressed, on the button or in a field',
    async (key) => {
      const app = await renderInBrowser(<Page />);
      await field(english.signIn.email).fill(ADA.emailAddress);
      await field(english.signIn.password).fill(ADA.password);
      await become('read-only', app);
      const arrived = app.api.requests.length;
      await userEvent.keyboard(key);
      expect(focused()).toBe(english.signIn.password);
      await walk('{Tab}', english.signIn.submit);
      expect(focused()).toBe(english.signIn.submit);
      await userEvent.keyboard(key);
      await userEvent.keyboard(key);
      await app.platform.advance(1_000);
      await expect.element(page.getByText(english.maintenance.blocked)).toBeInTheDocument();
      expect(focused()).toBe(english.signIn.submit);
      expect(app.api.requests).toHaveLength(arrived);
    },
  );
});

describe('the focus', () => {
  it.each([english.signIn.email, english.signIn.password, english.field.show, english.signIn.submit])(
    'stays on "%s" through every change of the service, and moves to the panel while it covers the form',
    async (stop) => {
      const app = await renderInBrowser(<Page />);
      await button('Before').click();
      await walk('{Tab}', stop);
      await become('read-only', app);
      await expect.poll(focused).toBe(stop);
      await become('unavailable', app);
      await expect.poll(focused).toBe('form-panel');
      await become('read-only', app);
      await expect.poll(focused).toBe(stop);
      await become('operational', app);
      await expect.poll(focused).toBe(stop);
    },
  );

  it("stays on the notice's button through every change of the service, and moves near it when the notice is dismissed", async () => {
    const app = await renderInBrowser(<Page />);
    await become('read-only', app);
    await button(english.maintenance.checkNow).click();
    await expect.poll(focused).toBe(english.maintenance.checkNow);
    await become('unavailable', app);
    await expect.poll(focused).toBe('form-panel');
    await become('read-only', app);
    await expect.poll(focused).toBe(english.maintenance.checkNow);
    await become('operational', app);
    await expect.poll(focused).toBe(english.over.dismiss);
    await userEvent.keyboard('{Enter}');
    await expect.element(button(english.over.dismiss)).not.toBeInTheDocument();
    expect(focused()).toBe('maintenance-banner');
    await userEvent.keyboard('{Tab}');
    expect(focused()).toBe(english.signIn.signUp);
  });

  it('moves from a disappearing panel to the notice', async () => {
    const app = await renderInBrowser(<Page />);
    await become('unavailable', app);
    await button(english.maintenance.checkNow).click();
    await become('operational', app);
    await expect.poll(focused).toBe('maintenance-banner');
    await userEvent.keyboard('{Tab}');
    expect(focused()).toBe(english.over.dismiss);
  });

  it('stays in another part of the page through a change of the service', async () => {
    const app = await renderInBrowser(<Page />);
    await button('After').click();
    await become('unavailable', app);
    expect(focused()).toBe('After');
    await become('operational', app);
    expect(focused()).toBe('After');
  });

  it("stays on the banner's button through every change of the service, and in the banner when that is dismissed", async () => {
    const app = await renderInBrowser(<Page hasBanner />);
    const banner = page.getByRole('region', { name: english.maintenance.title });
    await become('read-only', app);
    await banner.getByRole('button', { name: english.maintenance.checkNow }).click();
    await become('unavailable', app);
    await expect.poll(focused).toBe(english.maintenance.checkNow);
    await become('read-only', app);
    await expect.poll(focused).toBe(english.maintenance.checkNow);
    await become('operational', app);
    await expect.poll(focused).toBe(english.over.dismiss);
    await userEvent.keyboard('{Enter}');
    await expect.element(banner).not.toBeInTheDocument();
    expect(focused()).toBe('maintenance-banner');
    await userEvent.keyboard('{Tab}');
    expect(focused()).toBe(english.signIn.email);
  });
});

async function signIn(submit: () => Promise<void>): Promise<CSSStyleDeclaration> {
  await renderInBrowser(
    <>
      <SignedIn>
        <h1>Notes</h1>
      </SignedIn>
      <SignedOut>
        <SignIn />
      </SignedOut>
    </>,
  );
  await field(english.signIn.email).fill(ADA.emailAddress);
  await field(english.signIn.password).fill(ADA.password);
  await submit();
  const heading = page.getByRole('heading', { name: 'Notes' });
  await expect.element(heading).toHaveFocus();
  return getComputedStyle(heading.element());
}

describe('the view after a sign-in', () => {
  it('focuses its heading, without a ring after a click', async () => {
    expect((await signIn(() => button(english.signIn.submit).click())).outlineStyle).toBe('none');
  });

  it('focuses its heading, with a ring after a key press', async () => {
    expect((await signIn(() => userEvent.keyboard('{Enter}'))).outlineStyle).toBe('auto');
  });
});

describe('the tabs of a page', () => {
  it.each<[layout: string, width: number, dir: 'ltr' | 'rtl', key: string]>([
    ['a column', 1000, 'ltr', '{ArrowDown}'],
    ['a column from right to left', 1000, 'rtl', '{ArrowDown}'],
    ['a row', 400, 'ltr', '{ArrowRight}'],
    ['a row from right to left', 400, 'rtl', '{ArrowLeft}'],
  ])('in %s, the arrow key toward the second tab selects it', async (_layout, width, dir, key) => {
    await page.viewport(width, 800);
    await renderInBrowser(
      <div dir={dir}>
        <UserProfile />
      </div>,
      { service: { signedInAs: ADA.emailAddress } },
    );
    const orientation = width === 400 ? 'horizontal' : 'vertical';
    await expect
      .poll(() => document.querySelector('[role="tablist"]')?.getAttribute('aria-orientation'))
      .toBe(orientation);
    await page.getByRole('tab', { name: english.profileDetails.tab }).click();
    await userEvent.keyboard(key);
    const second = page.getByRole('tab', { name: english.emailAddresses.tab, selected: true });
    await expect.element(second).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('tabpanel', { name: english.emailAddresses.tab })).toHaveFocus();
  });
});
