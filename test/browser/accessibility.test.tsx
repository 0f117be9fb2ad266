import axe from 'axe-core';
import type { ReactElement, ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { MaintenanceBanner, ServiceUnavailable, SignIn, SignUp } from '../../src/index.ts';
import '../../src/styles/styles.css';
import { ADA, renderInBrowser, type BrowserApp } from '../support/renderInBrowser.tsx';
import { english } from '../../src/messages/english.ts';
import { patternOf } from '../support/textOf.ts';

const root = document.documentElement;

interface RenderingMode {
  readonly width?: number;
  readonly forcedColors?: 'active' | 'none';
  readonly theme?: 'light' | 'dark';
  readonly dir?: 'ltr' | 'rtl';
  readonly fontSize?: string;
}

const renderingModes: readonly (readonly [name: string, mode: RenderingMode])[] = [
  ['light', {}],
  ['dark', { theme: 'dark' }],
  ['from right to left', { dir: 'rtl' }],
  ['320 pixels wide', { width: 320 }],
  ['with text of twice the size', { width: 320, fontSize: '200%' }],
  ['in forced colors', { forcedColors: 'active' }],
];

/** Sets up the browser and the document for a rendering mode. */
async function enter({
  width = 1024,
  forcedColors = 'none',
  theme = 'light',
  dir = 'ltr',
  fontSize = '',
}: RenderingMode): Promise<void> {
  await page.viewport(width, 768);
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: forcedColors },
      // Colors are measured after their transitions.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  expect(matchMedia(`(forced-colors: ${forcedColors})`).matches).toBe(true);
  root.lang = 'en';
  root.dir = dir;
  root.dataset['theme'] = theme;
  root.style.fontSize = fontSize;
  document.body.style.cssText = 'margin: 0; background: var(--mk-background); color: var(--mk-foreground)';
}

function Page({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <main>
      <h1>Acme</h1>
      {children}
    </main>
  );
}

type State = (app: BrowserApp) => Promise<void>;

const press = (name: string): Promise<void> => page.getByRole('button', { name }).click();

const type = (label: string | RegExp, text: string): Promise<void> =>
  page.getByLabelText(label, { exact: true }).fill(text);

/** Checks the service as soon as the rate limit allows. */
async function check({ platform, monitor }: BrowserApp): Promise<void> {
  await platform.advance(5_000);
  await monitor.checkNow();
}

const operational: State = async () => {};

const closed: State = async ({ api }) => {
  api.setMode('maintenance', { retryAfter: 60 });
  await fetch('/__api/v1/me', { method: 'POST' });
  await expect.element(page.getByText(english.maintenance.title)).toBeVisible();
};

const closedForHalfAnHour: State = async ({ api }) => {
  api.setMode('maintenance', { retryAfter: 30 * 60 });
  await fetch('/__api/v1/me', { method: 'POST' });
  await expect.element(page.getByText(/^Back around/)).toBeVisible();
};

const unavailable: State = async (app) => {
  app.api.setMode('unavailable');
  await fetch('/__api/v1/me');
  await expect.element(page.getByText(/^Temporarily unavailable/)).toBeVisible();
};

const over: State = async (app) => {
  await closed(app);
  app.api.setMode('operational');
  await check(app);
  await expect.element(page.getByText(/^Maintenance is over/)).toBeVisible();
};

const empty: State = async () => {
  await press(english.signIn.submit);
  await expect.element(page.getByText(english.missing.email).first()).toBeVisible();
};

const signIn = (
  <Page>
    <SignIn application="Acme" signUpUrl="#sign-up" />
  </Page>
);

const signUp = (
  <Page>
    <SignUp application="Acme" signInUrl="#sign-in" />
  </Page>
);

const banner = (
  <>
    <MaintenanceBanner />
    <Page>Reading goes on.</Page>
  </>
);

const panel = (
  <Page>
    <ServiceUnavailable />
  </Page>
);

const screens: readonly (readonly [name: string, children: ReactElement, reach: State])[] = [
  ['SignIn', signIn, operational],
  ['SignIn with empty fields', signIn, empty],
  [
    'SignIn with a wrong password',
    signIn,
    async () => {
      await type(english.signIn.email, ADA.emailAddress);
      await type(english.signIn.password, 'wrong');
      await press(english.signIn.submit);
      await expect.element(page.getByText(english.errors.invalid_credentials)).toBeVisible();
    },
  ],
  [
    'SignIn that was rejected by a maintenance',
    signIn,
    async ({ api }) => {
      await type(english.signIn.email, ADA.emailAddress);
      await type(english.signIn.password, ADA.password);
      api.setMode('maintenance');
      await press(english.signIn.submit);
      await expect
        .element(page.getByRole('button', { name: english.signIn.submit }))
        .toHaveAttribute('data-disabled');
    },
  ],
  ['SignIn after a maintenance', signIn, over],
  ['SignIn where the service is unavailable', signIn, unavailable],
  ['SignUp', signUp, operational],
  ['SignUp with empty fields', signUp, empty],
  [
    'SignUp with an address that has an account',
    signUp,
    async () => {
      await type(/^(Name|First name)$/, 'Ada');
      await type(english.signIn.email, ADA.emailAddress);
      await type(english.signIn.password, ADA.password);
      await press(english.signIn.submit);
      await expect.element(page.getByText(patternOf(english.errors.identifier_taken))).toBeVisible();
    },
  ],
  ['SignUp in a maintenance', signUp, closed],
  ['SignUp after a maintenance', signUp, over],
  ['SignUp where the service is unavailable', signUp, unavailable],
  ['MaintenanceBanner while nothing is wrong', banner, operational],
  ['MaintenanceBanner', banner, closed],
  ['MaintenanceBanner that names a time', banner, closedForHalfAnHour],
  ['MaintenanceBanner after a maintenance', banner, over],
  ['MaintenanceBanner where the service is unavailable', banner, unavailable],
  ['ServiceUnavailable where the service does not answer', panel, operational],
  ['ServiceUnavailable in a maintenance', panel, unavailable],
];

/** Returns the violations that axe finds, and the results that it can't decide. */
async function findings({ forcedColors }: RenderingMode): Promise<unknown[]> {
  const { violations, incomplete } = await axe.run({
    // The system chooses forced colors; axe would measure the stylesheet's.
    rules: { 'color-contrast': { enabled: forcedColors !== 'active' } },
  });
  return [...violations, ...incomplete].map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html }) => html),
  }));
}

beforeEach(() => enter({}));
afterEach(() => enter({}));

test.each(screens)(
  '%s has no axe violations, and fits the width, in every rendering mode',
  async (_screen, children, reach) => {
    const app = await renderInBrowser(children);
    await reach(app);
    for (const [name, mode] of renderingModes) {
      await enter(mode);
      expect.soft(await findings(mode), name).toEqual([]);
      expect.soft(root.scrollWidth, name).toBeLessThanOrEqual(root.clientWidth);
    }
  },
);
