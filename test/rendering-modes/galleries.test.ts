import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type Axe from 'axe-core';

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

/** The ways a page is rendered. Each one starts from the one before. */
const renderingModes: readonly (readonly [name: string, enter: (page: Page) => Promise<unknown>])[] = [
  ['light', async () => {}],
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

/** The phase of the story that Storybook renders. */
function phaseOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const preview = Reflect.get(globalThis, '__STORYBOOK_PREVIEW__') as
      { readonly currentRender?: { readonly phase?: string } } | undefined;
    return preview?.currentRender?.phase;
  });
}

for (const gallery of galleries) {
  test(`${gallery} is accessible and fits in every rendering mode`, async ({ page }) => {
    await page.goto(`/iframe.html?id=${gallery}&viewMode=story`);
    await expect.poll(() => phaseOf(page), { timeout: 120_000 }).toMatch(/^(completed|finished|errored)$/);
    // The stories' own suite plays each gallery too, and reports a play that fails.
    await page.evaluate(axeSource);
    for (const [name, enter] of renderingModes) {
      await enter(page);
      expect.soft([...(await findings(page)), ...(await overhang(page))], name).toEqual([]);
    }
  });
}
