import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type Axe from 'axe-core';
import type { AxeResults } from 'axe-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The galleries, which together show every component in every state. */
const galleries = readdirSync(join(import.meta.dirname, '../../stories/gallery')).flatMap((file) => {
  const source = readFileSync(join(import.meta.dirname, '../../stories/gallery', file), 'utf8');
  const title = /title: '([^']+)'/.exec(source)?.[1] ?? file;
  return [...source.matchAll(/export const (\w+): Story/g)].map(
    ([, name = '']) => `${kebab(title)}--${kebab(name)}`,
  );
});

function kebab(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

/** The other ways a page is rendered. Each one starts from the one before. */
const renderingModes: readonly (readonly [name: string, enter: (page: Page) => Promise<unknown>])[] = [
  ['dark', (page) => page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))],
  [
    'right to left',
    (page) =>
      page.evaluate(() => {
        document.documentElement.dataset['theme'] = 'light';
        document.documentElement.dir = 'rtl';
      }),
  ],
  ['forced colors', (page) => page.emulateMedia({ forcedColors: 'active' })],
  [
    '320 pixels wide',
    async (page) => {
      await page.emulateMedia({ forcedColors: 'none' });
      await page.setViewportSize({ width: 320, height: 800 });
    },
  ],
  ['text at 200 %', (page) => page.evaluate(() => (document.documentElement.style.fontSize = '200%'))],
];

/** The violations of WCAG 2.2 AA, a sentence for each. */
function findings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  });
}

/** The parts that are wider than the page. */
function overhang(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('[data-slot]')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > clientWidth + 1;
      })
      .map((element) => `${element.getAttribute('data-slot') ?? ''} scrolls the page sideways`);
  });
}

interface StoryResult {
  readonly status?: string;
  readonly reporters?: readonly { readonly result?: Partial<AxeResults> }[];
}

interface Channel {
  on(event: string, listener: (result: StoryResult) => void): void;
}

/** Keeps the result of the story: "success" after its play and its axe run, else what failed. */
function keepResult(): void {
  const failures = [
    'playFunctionThrewException',
    'unhandledErrorsWhilePlaying',
    'storyThrewException',
    'storyErrored',
    'storyMissing',
  ];
  const keep = (result: string): void => {
    if (Reflect.get(globalThis, 'storyResult') === undefined) Reflect.set(globalThis, 'storyResult', result);
  };
  const waiting = setInterval(() => {
    const channel = Reflect.get(globalThis, '__STORYBOOK_ADDONS_CHANNEL__') as Channel | undefined;
    if (!channel) return;
    clearInterval(waiting);
    for (const failure of failures) channel.on(failure, () => keep(failure));
    channel.on('storyFinished', ({ status = 'unknown', reporters = [] }) => {
      const violations = reporters.flatMap(({ result }) => result?.violations ?? []);
      keep(status === 'success' ? status : `${status} ${JSON.stringify(violations)}`);
    });
  }, 1);
}

function resultOf(page: Page): Promise<unknown> {
  return page.evaluate((): unknown => Reflect.get(globalThis, 'storyResult'));
}

for (const gallery of galleries) {
  test(`${gallery} is accessible and fits in every rendering mode`, async ({ page }) => {
    await page.addInitScript(keepResult);
    await page.goto(`/iframe.html?id=${gallery}&viewMode=story`);
    await expect.poll(() => resultOf(page), { timeout: 120_000 }).toBeDefined();
    // Its own run of axe is in the light theme.
    expect(await resultOf(page)).toBe('success');
    expect.soft(await overhang(page), 'light').toEqual([]);
    await page.evaluate(axeSource);
    for (const [name, enter] of renderingModes) {
      await enter(page);
      expect.soft([...(await findings(page)), ...(await overhang(page))], name).toEqual([]);
    }
  });
}
